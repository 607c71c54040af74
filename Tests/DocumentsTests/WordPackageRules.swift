import Documents

/// What ECMA-376 asks of the comments of a Word file, as far as programs that open it check it.
///
/// Part 2, 9.2 and 9.3: content types and relationships; part 1, 11.3.2 and 17.13.4: the comments part and
/// the marks in the text.
struct WordPackageRules {
  /// What is wrong with a file, a sentence each; empty for a sound one.
  static func faults(in source: [UInt8]) throws -> [String] {
    let archive = try ZipArchive(source)
    var parts: [String: [Element]] = [:]
    var faults: [String] = []
    for entry in archive.entries {
      if parts[entry.name] != nil { faults.append("two pieces are called \(entry.name)") }
      let isXML = entry.name.hasSuffix(".xml") || entry.name.hasSuffix(".rels")
      parts[entry.name] = isXML ? elements(of: try archive.contents(of: entry)) : []
    }
    faults += packageFaults(parts)
    faults += commentFaults(parts["word/comments.xml"] ?? [])
    faults += markFaults(parts["word/document.xml"] ?? [], parts["word/comments.xml"] ?? [])
    return faults
  }

  // MARK: The package

  private static func packageFaults(_ parts: [String: [Element]]) -> [String] {
    var faults: [String] = []
    let name = "word/comments.xml"
    let relations = (parts["word/_rels/document.xml.rels"] ?? [])
      .filter { $0.name == "Relationship" }
    let ids = relations.compactMap { $0.attributes["Id"] }
    if Set(ids).count != relations.count { faults.append("relationships share an id") }
    let toComments = relations.filter { $0.attributes["Type"]?.hasSuffix("/comments") == true }
    let wanted = parts[name] == nil ? 0 : 1
    if toComments.count != wanted {
      faults.append("\(toComments.count) relationships lead to comments, not \(wanted)")
    }
    for relation in toComments {
      let target = relation.attributes["Target"] ?? ""
      if target != "comments.xml", target != "/word/comments.xml" {
        faults.append("a relationship leads to \(target)")
      }
    }
    if let types = parts["[Content_Types].xml"] {
      let stated = types.filter { $0.attributes["PartName"] == "/" + name }
      let type =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
      if stated.count != wanted || stated.contains(where: { $0.attributes["ContentType"] != type })
      {
        faults.append("the content type of the comments part is not stated once and rightly")
      }
    } else {
      faults.append("no content types")
    }
    return faults
  }

  // MARK: The comments part

  private static func commentFaults(_ part: [Element]) -> [String] {
    guard let root = part.first else { return [] }
    var faults: [String] = []
    if root.name != "w:comments" { faults.append("the root is \(root.name)") }
    var ids: Set<Int> = []
    for (index, element) in part.enumerated() where element.name == "w:comment" {
      if element.parent != "w:comments" { faults.append("a comment stands in \(element.parent)") }
      if let id = element.attributes["w:id"].flatMap({ Int($0) }), id >= 0 {
        if !ids.insert(id).inserted { faults.append("two comments have the id \(id)") }
      } else {
        faults.append("a comment has no id")
      }
      if (element.attributes["w:author"] ?? "").isEmpty { faults.append("a comment has no author") }
      if (element.attributes["w:initials"] ?? "").utf16.count > 9 {
        faults.append("initials are longer than nine letters")
      }
      if index + 1 == part.count || part[index + 1].name != "w:p" {
        faults.append("a comment does not begin with a paragraph")
      }
    }
    for element in part where element.name == "w:annotationRef" && element.parent != "w:r" {
      faults.append("an annotation reference stands in \(element.parent)")
    }
    return faults
  }

  // MARK: The marks

  /// Elements in which runs and marks may stand.
  private static let holders: Set<String> = [
    "w:p", "w:hyperlink", "w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:smartTag", "w:sdtContent",
    "w:fldSimple", "w:customXml", "w:dir", "w:bdo",
  ]

  private static func markFaults(_ body: [Element], _ comments: [Element]) -> [String] {
    var faults: [String] = []
    var places: [String: [String: [Int]]] = [:]
    for (index, element) in body.enumerated() {
      switch element.name {
      case "w:commentRangeStart", "w:commentRangeEnd":
        if !holders.contains(element.parent) {
          faults.append("a mark of a comment stands in \(element.parent)")
        }
      case "w:commentReference":
        if element.parent != "w:r" { faults.append("a reference stands in \(element.parent)") }
      default: continue
      }
      places[element.attributes["w:id"] ?? "", default: [:]][element.name, default: []]
        .append(index)
    }
    let ids = comments.filter { $0.name == "w:comment" }.compactMap { $0.attributes["w:id"] }
    for id in ids {
      let marks = places.removeValue(forKey: id) ?? [:]
      let starts = marks["w:commentRangeStart"] ?? []
      let ends = marks["w:commentRangeEnd"] ?? []
      let references = marks["w:commentReference"] ?? []
      if starts.count != 1 || ends.count != 1 || references.count != 1 {
        faults.append("the comment \(id) is not marked once")
      } else if starts[0] > ends[0] || ends[0] > references[0] {
        faults.append("the marks of the comment \(id) are out of order")
      }
    }
    for id in places.keys.sorted() { faults.append("the text refers to the comment \(id)") }
    return faults
  }

  // MARK: XML

  struct Element {
    var name: String
    var attributes: [String: String]
    var parent: String
  }

  /// The elements of a part in the order of their start tags.
  private static func elements(of xml: [UInt8]) -> [Element] {
    var elements: [Element] = []
    var open: [String] = []
    var rest = String(decoding: xml, as: UTF8.self)[...]
    while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("?") || tag.hasPrefix("!") { continue }
      if tag.hasPrefix("/") {
        _ = open.popLast()
        continue
      }
      let name = String(tag.prefix { !$0.isWhitespace && $0 != "/" })
      elements.append(
        Element(name: name, attributes: attributes(of: tag), parent: open.last ?? ""))
      if !tag.hasSuffix("/") { open.append(name) }
    }
    return elements
  }

  private static func attributes(of tag: Substring) -> [String: String] {
    var result: [String: String] = [:]
    var rest = tag
    while let equals = rest.firstIndex(of: "="), rest.index(after: equals) < rest.endIndex {
      let key = rest[..<equals].split(whereSeparator: \.isWhitespace).last.map(String.init) ?? ""
      let open = rest.index(after: equals)
      let start = rest.index(after: open)
      guard let close = rest[start...].firstIndex(of: rest[open]) else { break }
      result[key] = String(rest[start..<close])
      rest = rest[rest.index(after: close)...]
    }
    return result
  }
}
