/// When a pattern is looked for.
///
/// A group's followers only matter where one of its leaders was found, so that most of them cost nothing
/// in most units.
package struct PatternRole: Sendable, Equatable, BitwiseCopyable {
  /// The pattern's group, from 0 on; -1 for a leader on its own.
  package var group: Int32
  /// Whether the pattern is looked for in every unit. Others are looked for only in units in which, or in
  /// whose context, a leader of their group was found, and in units that are contexts of others.
  package var leads: Bool

  package init(group: Int, leads: Bool) {
    self.group = Int32(truncatingIfNeeded: group)
    self.leads = leads
  }

  /// A pattern that is looked for everywhere and wakes no other.
  package static let alone = PatternRole(group: -1, leads: true)
}
