internal import Checkers
package import Checking

/// Built-in checkers that can be served as plugins: those that need the blocks of one document only.
package enum ServedBuiltin {
  package static var ids: [String] { served.map(\.description.id) }

  package static func checker(_ id: String) -> (any Checker)? {
    served.first { $0.description.id == id }
  }

  private static var served: [any Checker] {
    BuiltinCheckers.all.filter {
      $0.description.scope == .document && $0.description.needs == [.blocks]
    }
  }
}
