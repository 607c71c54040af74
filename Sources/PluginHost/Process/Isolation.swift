package import SourceText

/// The layers that stand between a plugin and the machine.
///
/// Each is used where the system offers it. What is missing is said in plain words, never passed over.
package struct Isolation: OptionSet, Sendable, Hashable {
  package var rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Memory, processor time, file size, open files.
  package static let limits = Isolation(rawValue: 1 << 0)
  /// Its own user, process, network and message namespaces.
  package static let namespaces = Isolation(rawValue: 1 << 1)
  /// Landlock: reads the system's programs and its own folder, writes nothing.
  package static let files = Isolation(rawValue: 1 << 2)
  /// Landlock: no TCP.
  package static let network = Isolation(rawValue: 1 << 3)
  /// Landlock: no signals and no abstract sockets to the outside.
  package static let scope = Isolation(rawValue: 1 << 4)
  /// seccomp: no sockets, no new processes or sessions, no debugging.
  package static let calls = Isolation(rawValue: 1 << 5)
  /// A limit on processes and threads, counted for the plugin alone.
  package static let processLimit = Isolation(rawValue: 1 << 6)

  package static let all = Isolation(rawValue: (1 << 7) - 1)

  /// What a plugin might try, whether it is prevented, and by what.
  package struct Guarantee: Sendable {
    package var title: LocalizedText
    /// Names of the layers that prevent it; empty when nothing does.
    package var layers: [String]

    package var isHeld: Bool { !layers.isEmpty }
  }

  /// What is prevented by these layers, one entry for each thing a plugin might try.
  package var guarantees: [Guarantee] {
    [
      Guarantee(
        title: LocalizedText("reading your files", "lire vos fichiers"),
        layers: names([(.files, "Landlock")])),
      Guarantee(
        title: LocalizedText("writing files", "écrire des fichiers"),
        layers: names([(.files, "Landlock"), (.limits, "RLIMIT_FSIZE")])),
      Guarantee(
        title: LocalizedText("using the network", "utiliser le réseau"),
        layers: names([
          (.calls, "seccomp"), (.namespaces, "network namespace"), (.network, "Landlock"),
        ])),
      Guarantee(
        title: LocalizedText("starting processes", "lancer des processus"),
        layers: names([(.calls, "seccomp"), (.processLimit, "RLIMIT_NPROC")])),
      Guarantee(
        title: LocalizedText("reaching other processes", "toucher d’autres processus"),
        layers: names([
          (.calls, "seccomp"), (.namespaces, "process namespace"), (.scope, "Landlock"),
        ])),
      Guarantee(
        title: LocalizedText(
          "taking all memory or processor time", "prendre toute la mémoire ou tout le processeur"),
        layers: names([(.limits, "RLIMIT_AS, RLIMIT_CPU")])),
    ]
  }

  /// One line: what is in force, and in plain words what is not prevented.
  package func summary(in language: Language) -> String {
    let held = guarantees.filter(\.isHeld).map { $0.title[language] }
    let open = guarantees.filter { !$0.isHeld }.map { $0.title[language] }
    let prevented = LocalizedText("prevented", "empêché")
    let notPrevented = LocalizedText("NOT prevented", "NON empêché")
    let colon = language == .french ? "\u{A0}: " : ": "
    var parts: [String] = []
    if !held.isEmpty { parts.append(prevented[language] + colon + held.joined(separator: ", ")) }
    if !open.isEmpty { parts.append(notPrevented[language] + colon + open.joined(separator: ", ")) }
    return parts.joined(separator: "; ")
  }

  private func names(_ layers: [(Isolation, String)]) -> [String] {
    layers.filter { contains($0.0) }.map(\.1)
  }
}
