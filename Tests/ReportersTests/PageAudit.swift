import Testing

/// Looks at an HTML page the way a checker does, without a browser: tags in balance, headings in order, names on
/// everything that needs one.
struct PageAudit {
  struct Tag: Equatable {
    var name: String
    var attributes: [String: String]
  }

  private(set) var tags: [Tag] = []
  private(set) var problems: [String] = []

  init(_ html: String) {
    var open: [String] = []
    var rest = html[...]
    while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
      let inside = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if inside.hasPrefix("!") { continue }
      if inside.hasPrefix("/") {
        let name = String(inside.dropFirst())
        if open.popLast() != name { problems.append("</\(name)> closes nothing") }
        continue
      }
      let tag = Self.tag(inside)
      tags.append(tag)
      if tag.name == "style", let close = rest.firstRange(of: "</style>") {
        rest = rest[close.upperBound...]
      } else if !inside.hasSuffix("/"), !["meta", "br", "col"].contains(tag.name) {
        open.append(tag.name)
      }
    }
    if !open.isEmpty { problems.append("left open: \(open)") }
    headings()
    names()
    harmless()
  }

  func all(_ name: String) -> [Tag] { tags.filter { $0.name == name } }

  private static func tag(_ inside: Substring) -> Tag {
    var text = inside
    if text.hasSuffix("/") { text = text.dropLast() }
    let name = String(text.prefix { $0 != " " })
    var attributes: [String: String] = [:]
    var rest = text.dropFirst(name.count)
    while let equals = rest.firstRange(of: "=\"") {
      let key = rest[..<equals.lowerBound].filter { $0 != " " }
      guard let end = rest[equals.upperBound...].firstIndex(of: "\"") else { break }
      attributes[String(key)] = String(rest[equals.upperBound..<end])
      rest = rest[rest.index(after: end)...]
    }
    return Tag(name: name, attributes: attributes)
  }

  private mutating func headings() {
    var level = 0
    for tag in tags {
      guard tag.name.count == 2, tag.name.first == "h", let next = tag.name.last?.wholeNumberValue
      else { continue }
      if next > level + 1 { problems.append("h\(next) follows h\(level)") }
      level = next
    }
    if all("h1").count != 1 { problems.append("\(all("h1").count) first-level headings") }
  }

  private mutating func names() {
    let ids = tags.compactMap { $0.attributes["id"] }
    if Set(ids).count != ids.count { problems.append("an id stands twice") }
    for tag in tags {
      for key in ["aria-labelledby", "aria-describedby"] {
        for id in (tag.attributes[key] ?? "").split(separator: " ")
        where !ids.contains(String(id)) {
          problems.append("\(key) names '\(id)', which is not there")
        }
      }
      if let target = tag.attributes["href"], !ids.contains(String(target.dropFirst())) {
        problems.append("link to '\(target)', which is not in the page")
      }
      if tag.name == "svg",
        tag.attributes["role"] != "img" || tag.attributes["aria-labelledby"] == nil
      {
        problems.append("a drawing without a name")
      }
      if tag.name == "th", tag.attributes["scope"] == nil { problems.append("th without scope") }
      if tag.attributes["role"] == "region", tag.attributes["tabindex"] != "0" {
        problems.append("a scrolling region that the keyboard cannot reach")
      }
    }
    if all("table").count != all("caption").count { problems.append("a table without caption") }
    if all("svg").count != all("desc").count { problems.append("a drawing without description") }
    if all("html").first?.attributes["lang"] == nil { problems.append("no language") }
    for landmark in ["header", "main", "footer"] where all(landmark).count != 1 {
      problems.append("\(all(landmark).count) of \(landmark)")
    }
  }

  /// Nothing runs, nothing is fetched.
  private mutating func harmless() {
    for tag in tags {
      if ["script", "iframe", "object", "embed", "form", "img", "link", "base"].contains(tag.name) {
        problems.append("<\(tag.name)>")
      }
      for (key, value) in tag.attributes {
        if key.hasPrefix("on") || key == "style" || key == "src" {
          problems.append("attribute \(key)")
        }
        if key == "href", !value.hasPrefix("#") { problems.append("link to \(value)") }
      }
    }
  }
}
