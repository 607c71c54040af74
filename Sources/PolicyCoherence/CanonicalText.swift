/// A value with all that it holds as a text: equal texts, equal values, whatever the order in which a
/// dictionary happens to give its members.
///
/// Made by reflection, so that a setting that is added later is part of it without anybody's doing.
enum CanonicalText {
  static func of(_ value: Any) -> String {
    var text = ""
    write(value, to: &text)
    return text
  }

  private static func write(_ value: Any, to text: inout String) {
    if let words = value as? String {
      text += "\(words.utf8.count)'\(words)"
      return
    }
    let mirror = Mirror(reflecting: value)
    let members = mirror.children
    guard !members.isEmpty else {
      text += "\(value)"
      return
    }
    var parts = members.map { member in
      var part = (member.label ?? "") + ":"
      write(member.value, to: &part)
      return part
    }
    if mirror.displayStyle == .dictionary || mirror.displayStyle == .set { parts.sort() }
    text += "(\(parts.joined(separator: ",")))"
  }
}
