package import SourceText

/// Plugins that are being started: the handshakes go on while the host reads rules.
package struct StartedPlugins: Sendable {
  let pools: [PluginPool]
  /// Why plugins were not started.
  package let diagnostics: [Diagnostic]

  /// Starts every pin whose files are as trusted; the others become diagnostics.
  package init(
    _ pins: [PluginPin], hostVersion: String, wanted: Isolation = .all,
    adjust: (inout PluginLimits) -> Void = { _ in }
  ) {
    var pools: [PluginPool] = []
    var diagnostics: [Diagnostic] = []
    for pin in pins {
      do throws(TrustProblem) {
        let image = try PluginImage(pin, hostVersion: hostVersion)
        var limits = pin.limits
        adjust(&limits)
        pools.append(PluginPool(image, limits: limits, wanted: wanted))
      } catch {
        diagnostics.append(error.diagnostic(pin: pin))
      }
    }
    self.pools = pools
    self.diagnostics = diagnostics
  }

  package var isEmpty: Bool { pools.isEmpty && diagnostics.isEmpty }
}
