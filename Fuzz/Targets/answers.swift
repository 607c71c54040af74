import CoherencePlugin
import JSON

/// Any bytes, read as a line from a plugin and checked against every shape that a plugin may send.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  let value: JSONValue
  do throws(JSONError) {
    value = try JSONParser.parse(bytes)
  } catch {
    precondition(error.utf8Offset >= 0 && error.utf8Offset <= count)
    return 0
  }
  // What is written is one line that means the same.
  let line = JSONText.line(value)
  precondition(!line.contains(0x0A))
  precondition((try? JSONParser.parse(line)) == value)
  for request in PluginMessages.requests {
    if (try? request.result.check(value)) != nil {
      for item in value["findings"]?.elements ?? [] {
        let finding = PluginFinding(item)
        precondition((try? PluginFinding.shape.check(finding.json)) != nil)
        precondition(PluginFinding(finding.json) == finding)
      }
      for item in value["facts"]?.elements ?? [] { _ = PluginFact(item) }
      if let checker = value["checker"] { _ = Declaration(checker) }
    }
    // The other side of the wire reads documents from such lines.
    if (try? request.parameters.check(value)) != nil {
      _ = PluginDocument(value["document"] ?? .null)
    }
  }
  return 0
}
