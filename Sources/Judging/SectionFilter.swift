internal import Documents
internal import SourceText

/// Sections that a template forces on every plan: what stands in them is no evidence.
///
/// Source: the Departmental Plan web content template; the headings are official, the reasons are in the
/// field's own reviews. A heading counts when it begins with one of the names.
enum SectionFilter {
  private static let names: [[UInt8]] = [
    "definition", "définition", "glossary", "glossaire", "list of acronyms", "acronyms",
    "liste des sigles", "sigles", "acronymes", "abbreviations", "abréviations",
    "federal tax expenditure", "dépenses fiscales fédérales", "tax expenditures",
    "supplementary information table", "tableaux de renseignements supplémentaires",
    "tableau de renseignements supplémentaires", "internal services: description",
    "internal services : description", "services internes : description",
    "services internes: description", "key terms", "termes clés",
    "organizational contact", "coordonnées de l", "appendix: definitions",
    "annexe : définitions", "annex: definitions", "annexe: définitions",
  ].map { Array($0.utf8) }

  /// For each block, whether its heading path leads through a template section.
  static func templateBlocks(of document: Document) -> [Bool] {
    var flags = [Bool](repeating: false, count: document.blocks.count)
    // The first heading is the document's own title: a supplementary table is not part of a plan.
    var hasTitle = false
    for (index, block) in document.blocks.enumerated() {
      if block.heading >= 0, Int(block.heading) < index, flags[Int(block.heading)] {
        flags[index] = true
      } else if block.kind == .heading {
        flags[index] = hasTitle && isTemplate(document.text[block.textRange])
      }
      if block.kind == .heading { hasTitle = true }
    }
    return flags
  }

  private static func isTemplate(_ text: ArraySlice<UInt8>) -> Bool {
    // "Annex B: Definitions", "6. Glossary": labels before the name do not matter.
    var folded = [UInt8]()
    folded.reserveCapacity(text.count)
    for byte in text.prefix(120) {
      if byte >= 0x41, byte <= 0x5A {
        folded.append(byte | 0x20)
      } else if folded.last == 0xC3, byte >= 0x80, byte <= 0x9E {
        folded.append(byte | 0x20)
      } else if byte == 0xA0, folded.last == 0xC2 {
        folded.removeLast()
        folded.append(0x20)
      } else {
        folded.append(byte)
      }
    }
    var start = 0
    while start < folded.count {
      let byte = folded[start]
      guard (byte >= 0x30 && byte <= 0x39) || byte == 0x2E || byte == 0x20 || byte == 0x29 else {
        break
      }
      start += 1
    }
    let name = folded[start...]
    return names.contains { name.starts(with: $0) }
  }
}
