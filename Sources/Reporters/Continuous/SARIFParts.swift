internal import Checking
internal import RuleSets
internal import SourceText

/// Writes the parts of a SARIF log.
struct SARIFParts {
  let report: Report
  let options: ReportOptions
  let json: JSONWriter
  let rules: SARIFRules

  private var language: Language { options.language }
  private static let base = "SRCROOT"

  // MARK: The tool and its rules

  /// SARIF 3.18, 3.19 and 3.49.
  func tool() {
    json.object {
      json.key("driver")
      json.object {
        json.member("name", "coherence")
        json.member("version", report.toolVersion)
        json.key("properties")
        json.object(.inline) { json.member("rulesDigest", report.rules.digest) }
        json.key("rules")
        json.array(rules.rules) { rule($0) }
      }
    }
  }

  private func rule(_ rule: SARIFRules.Rule) {
    json.object(.inline) {
      json.member("id", Self.cut(rule.id, SARIFReporter.Limit.name))
      if let index = rule.requirement {
        requirement(report.rules.requirements[index], rule, index)
      } else if let checker = rule.checker, let kind = rule.kind {
        self.kind(kind, of: checker)
      }
    }
  }

  private func requirement(_ requirement: Requirement, _ rule: SARIFRules.Rule, _ index: Int) {
    let asks = requirement.asks[language]
    let why = requirement.why[language]
    let advice = requirement.advice[language]
    text("shortDescription", requirement.title[language])
    text("fullDescription", asks)
    let title = SARIFMarkdown.escaped(requirement.title[language])
    let closing = LocalizedText("To close the gap", "Pour combler la lacune")[language]
    let meaning = LocalizedText("Why it matters", "Pourquoi c’est important")[language]
    let set = report.rules.ruleSets[report.rules.ruleSetOfRequirement[index]]
    help(
      text: [asks, why, advice].filter { !$0.isEmpty }.joined(separator: "\n"),
      markdown: """
        # \(title)

        \(SARIFMarkdown.escaped(asks))

        ## \(meaning)

        \(SARIFMarkdown.escaped(why))

        ## \(closing)

        \(SARIFMarkdown.escaped(advice))
        """)
    level("warning")
    json.key("properties")
    json.object {
      json.member("tags", ["policy", set.id, requirement.group].map(Self.tag))
      json.member("weight", requirement.weight)
    }
  }

  private func kind(_ kind: FindingKind, of checker: CheckerDescription) {
    let title = checker.title[language]
    let rationale = checker.rationale[language]
    text("shortDescription", "\(title): \(kind.id)")
    text("fullDescription", rationale)
    help(
      text: rationale,
      markdown: """
        # \(SARIFMarkdown.escaped(title))

        \(SARIFMarkdown.escaped(rationale))
        """)
    level(Self.level(kind.level))
    json.key("properties")
    json.object { json.member("tags", ["policy", Self.tag(checker.id)]) }
  }

  private func text(_ name: String, _ text: String) {
    json.key(name)
    json.object { json.member("text", Self.cut(text, SARIFReporter.Limit.message)) }
  }

  private func help(text: String, markdown: String) {
    json.key("help")
    json.object {
      json.member("text", text)
      json.member("markdown", markdown)
    }
  }

  private func level(_ level: String) {
    json.key("defaultConfiguration")
    json.object { json.member("level", level) }
  }

  // MARK: The run

  /// SARIF 3.20; `leftOut` is how many findings the log has no room for.
  func invocation(leftOut: Int) {
    json.object {
      json.member(
        "executionSuccessful", !report.diagnostics.contains { $0.severity == .error })
      json.key("toolExecutionNotifications")
      json.array {
        if leftOut > 0 {
          let words = LocalizedText(
            "\(leftOut) findings are left out: the log holds \(SARIFReporter.Limit.results) at most",
            "constats laissés de côté : \(leftOut); le journal en contient "
              + "\(SARIFReporter.Limit.results) au plus")
          notification("too-many-findings", "warning", words[language], path: nil, line: nil)
        }
        for diagnostic in report.diagnostics {
          notification(
            diagnostic.id, diagnostic.severity.rawValue, diagnostic.message[language],
            path: diagnostic.path, line: diagnostic.line)
        }
      }
    }
  }

  private func notification(
    _ id: String, _ level: String, _ message: String, path: String?, line: Int?
  ) {
    json.object(.inline) {
      json.key("descriptor")
      json.object { json.member("id", id) }
      json.member("level", level)
      json.key("message")
      json.object { json.member("text", Self.cut(message, SARIFReporter.Limit.message)) }
      if let path {
        json.key("locations")
        json.array {
          json.object {
            json.key("physicalLocation")
            physical(options.relativePath(path), line: line)
          }
        }
      }
    }
  }

  /// Where relative paths start; which folder that is stays with the reader.
  func bases() {
    json.object {
      json.key(Self.base)
      json.object {
        json.key("description")
        json.object {
          json.member(
            "text",
            LocalizedText("the root of the work tree", "la racine de l’arbre de travail")[language])
        }
      }
    }
  }

  // MARK: Results

  /// SARIF 3.27.
  func result(_ entry: FindingEntry) {
    let finding = entry.finding
    json.object(.inline) {
      json.member("ruleId", Self.cut(entry.ruleID, SARIFReporter.Limit.name))
      if let index = rules.index(of: entry.ruleID) { json.member("ruleIndex", index) }
      json.member("level", Self.level(finding.level))
      json.key("message")
      json.object {
        json.member("text", Self.cut(entry.words.message[language], SARIFReporter.Limit.message))
      }
      json.key("locations")
      json.array {
        if let place = finding.place {
          location(place)
        } else if let place = finding.related.first, finding.path == nil {
          location(place)
        } else {
          // Readers want a place: for what is about a whole document, its beginning.
          json.object {
            json.key("physicalLocation")
            physical(entry.path ?? ".", line: 1)
          }
        }
      }
      let related = finding.related.prefix(SARIFReporter.Limit.relatedPlaces)
      if !related.isEmpty {
        json.key("relatedLocations")
        json.array(related.enumerated()) { location($0.element, id: $0.offset + 1) }
      }
      json.key("partialFingerprints")
      json.object {
        json.member("coherence/v1", entry.fingerprint)
        json.member("primaryLocationLineHash", "\(entry.fingerprint):1")
      }
      suppressions(finding.suppression)
      properties(entry)
    }
  }

  /// SARIF 3.35; an empty list says that the finding counts.
  private func suppressions(_ suppression: Suppression?) {
    json.key("suppressions")
    json.array {
      guard let suppression else { return }
      json.object {
        json.member("kind", suppression.source == .document ? "inSource" : "external")
        json.member("status", "accepted")
        json.member("justification", suppression.words[language])
        json.key("location")
        json.object {
          json.key("physicalLocation")
          physical(
            options.relativePath(suppression.path),
            line: suppression.line > 0 ? suppression.line : nil)
        }
      }
    }
  }

  private func properties(_ entry: FindingEntry) {
    let finding = entry.finding
    json.key("properties")
    json.object {
      json.member("checker", finding.checker)
      json.member("kind", finding.kind)
      if let place = finding.place {
        json.member("quote", Self.cut(place.quote, SARIFReporter.Limit.quote))
        json.member("place", place.location(in: language))
      }
      let help = entry.words.help[language]
      if !help.isEmpty { json.member("help", help) }
      if let department = entry.document?.profile.department {
        json.member("department", department)
      }
    }
  }

  // MARK: Places

  /// SARIF 3.28.
  private func location(_ place: FindingPlace, id: Int? = nil) {
    json.object {
      if let id { json.member("id", id) }
      json.key("physicalLocation")
      physical(
        options.relativePath(place.path), line: place.line > 0 ? place.line : nil,
        column: place.column > 0 ? place.column : nil, span: place.span)
      if !place.headingPath.isEmpty {
        json.key("logicalLocations")
        json.array {
          json.object {
            json.member(
              "fullyQualifiedName",
              Self.cut(place.headingPath.joined(separator: " › "), SARIFReporter.Limit.message))
            json.member("kind", "section")
          }
        }
      }
      if let id, id > 0 {
        json.key("message")
        json.object { json.member("text", Self.cut(place.quote, SARIFReporter.Limit.message)) }
      }
    }
  }

  /// SARIF 3.29 and 3.30.
  private func physical(
    _ path: String, line: Int?, column: Int? = nil, span: SourceSpan? = nil
  ) {
    json.object {
      json.key("artifactLocation")
      json.object {
        json.member("uri", SARIFPath.reference(path))
        if !path.hasPrefix("/") { json.member("uriBaseId", Self.base) }
      }
      guard let line else { return }
      json.key("region")
      json.object {
        json.member("startLine", line)
        if let column { json.member("startColumn", column) }
        if let span {
          json.member("byteOffset", span.start)
          json.member("byteLength", span.length)
        }
      }
    }
  }

  // MARK: Words

  private static func level(_ level: Level) -> String {
    switch level {
    case .fix: "error"
    case .ask: "warning"
    case .note: "note"
    }
  }

  private static func tag(_ text: String) -> String { cut(text, 64) }

  /// At most so many scalars, the rest as an ellipsis.
  private static func cut(_ text: String, _ limit: Int) -> String {
    guard text.utf8.count > limit, text.unicodeScalars.count > limit else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit - 1))) + "…"
  }
}

/// Paths as URI references (RFC 3986).
enum SARIFPath {
  /// Every byte that a path segment cannot hold as it is comes out as `%XX`.
  static func reference(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.append(byte)
      default:
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// Text on its way into Markdown.
enum SARIFMarkdown {
  /// Every sign that means something in Markdown or HTML with a backslash before it (CommonMark 2.4).
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in StyledText.harmless(text).unicodeScalars {
      if "\\`*_{}[]<>()#+-!|~&".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
