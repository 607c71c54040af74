internal import JSON

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The plugin's side of the conversation: reads requests line by line and answers each once, in order.
package struct PluginServer {
  private let declaration: Declaration
  private let make: ([String: String]) throws -> any PluginChecker
  private var checker: (any PluginChecker)?
  private var input: [UInt8] = []
  private var isOver = false

  package init(
    declaration: Declaration, make: @escaping ([String: String]) throws -> any PluginChecker
  ) {
    self.declaration = declaration
    self.make = make
  }

  /// Serves standard input and output until the host says to end or closes its side.
  package mutating func run() {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    var searched = 0
    while !isOver {
      let got = chunk.withUnsafeMutableBytes { read(0, $0.baseAddress, $0.count) }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { return }
      input.append(contentsOf: chunk[0..<got])
      var start = 0
      while !isOver, let end = input[searched...].firstIndex(of: 0x0A) {
        let answer = handle(input[start..<end])
        if let answer { Self.write(answer + [0x0A]) }
        start = end + 1
        searched = start
      }
      input.removeFirst(start)
      searched = input.count
    }
  }

  /// The answer to one line; `nil` when it asks for none.
  package mutating func handle(_ line: some Collection<UInt8>) -> [UInt8]? {
    let message: JSONValue
    do throws(JSONError) {
      message = try JSONParser.parse(line)
    } catch {
      return Self.failure(nil, PluginMessages.ErrorCode.parse, "this is no JSON")
    }
    guard let method = message["method"]?.string else {
      return Self.failure(
        message["id"]?.integer, PluginMessages.ErrorCode.invalidRequest, "there is no method")
    }
    guard let id = message["id"]?.integer else {
      if method == "exit" { isOver = true }
      return nil
    }
    guard let request = PluginMessages.request(method) else {
      return Self.failure(
        id, PluginMessages.ErrorCode.unknownMethod, "unknown method '\(method)'")
    }
    do {
      let result = try answer(request.method, message["params"] ?? .object([JSONValue.Member]()))
      var text = JSONText()
      text.value(
        .object(["jsonrpc": .string("2.0"), "id": .integer(id), "result": result]))
      return text.bytes
    } catch let error as PluginFailure {
      return Self.failure(id, PluginMessages.ErrorCode.failed, error.message)
    } catch {
      return Self.failure(id, PluginMessages.ErrorCode.failed, "\(error)")
    }
  }

  private mutating func answer(_ method: String, _ parameters: JSONValue) throws -> JSONValue {
    switch method {
    case "initialize":
      let lowest = parameters["protocol"]?["minimum"]?.integer ?? 1
      let highest = parameters["protocol"]?["maximum"]?.integer ?? 1
      let known = PluginMessages.versions
      guard lowest <= known.upperBound, highest >= known.lowerBound else {
        throw PluginFailure(
          "this plugin speaks protocol \(known.lowerBound) to \(known.upperBound) only")
      }
      return .object([
        "protocol": .integer(min(highest, known.upperBound)), "checker": declaration.json,
      ])
    case "configure":
      var options: [String: String] = [:]
      for option in declaration.options { options[option.name] = option.standard }
      for member in parameters["options"]?.members ?? [] {
        options[member.key] = member.value.string ?? ""
      }
      checker = try make(options)
      return .object([JSONValue.Member]())
    case "shutdown": return .null
    default: break
    }
    guard var checker else { throw PluginFailure("configure must come first") }
    defer { self.checker = checker }
    switch method {
    case "check":
      let findings = try checker.check(PluginDocument(parameters["document"] ?? .null))
      return .object(["findings": .array(findings.map(\.json))])
    case "collect":
      let facts = try checker.collect(PluginDocument(parameters["document"] ?? .null))
      return .object(["facts": .array(facts.map(\.json))])
    default:
      let documents = (parameters["documents"]?.elements ?? []).map { PluginFacts($0) }
      return .object(["findings": .array(try checker.report(documents).map(\.json))])
    }
  }

  private static func failure(_ id: Int?, _ code: Int, _ message: String) -> [UInt8] {
    JSONText.line(
      .object([
        "jsonrpc": .string("2.0"), "id": id.map { .integer($0) } ?? .null,
        "error": .object([
          "code": .integer(code),
          "message": .string(String(decoding: Array(message.utf8.prefix(1_000)), as: UTF8.self)),
        ]),
      ]))
  }

  private static func write(_ bytes: [UInt8]) {
    var done = 0
    while done < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        #if canImport(Glibc)
          Glibc.write(1, buffer.baseAddress.map { $0 + done }, bytes.count - done)
        #elseif canImport(Musl)
          Musl.write(1, buffer.baseAddress.map { $0 + done }, bytes.count - done)
        #else
          Darwin.write(1, buffer.baseAddress.map { $0 + done }, bytes.count - done)
        #endif
      }
      if written < 0 {
        if errno == EINTR { continue }
        return
      }
      done += written
    }
  }
}
