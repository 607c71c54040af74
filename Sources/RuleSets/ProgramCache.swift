package import SourceText

/// Where compiled rules are kept between runs.
///
/// What is kept is looked up by a name that holds the digest of every rule file; a cache must in addition
/// keep what different builds of the program write apart, and give back exactly the bytes it was given
/// or nothing.
package protocol ProgramCache: Sendable {
  /// The bytes kept under a name; `nil` when there are none or they are damaged.
  func load(_ name: String) -> FixedBytes?
  /// Keeps bytes under a name; failing to is no error.
  func store(_ bytes: [UInt8], as name: String)
}
