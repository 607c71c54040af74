import SourceText
import YAML

/// Any bytes, parsed as YAML and read as a mapping.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  do {
    for node in try YAMLParser.parseAll(bytes, path: "fuzz") {
      visit(node, length: count, budget: 10_000)
    }
  } catch {
    precondition(!error.diagnostic.rendered(in: .french).isEmpty)
  }
  let (root, context) = YAMLContext.read(bytes, path: "fuzz")
  if let root,
    let mapping = YAMLMapping(root, keyPath: "", context: context, knownKeys: ["id", "title"])
  {
    _ = mapping.string("id", required: true)
    _ = mapping.strings("title")
    _ = mapping.mappings("title", knownKeys: nil)
  }
  precondition(root != nil || context.hasErrors)
  for diagnostic in context.diagnostics { precondition(!diagnostic.rendered(in: .french).isEmpty) }
  return 0
}

/// Looks at a tree as far as the budget goes; aliases may make it very large.
@discardableResult
private func visit(_ node: YAMLNode, length: Int, budget: Int) -> Int {
  guard budget > 0 else { return 0 }
  precondition(node.span.end <= length && node.line >= 1 && node.column >= 1)
  var budget = budget - 1
  switch node.content {
  case .scalar(let text, _): precondition(node.hasText(text))
  case .sequence:
    for element in node.elements { budget = visit(element, length: length, budget: budget) }
  case .mapping:
    for pair in node.pairs {
      budget = visit(pair.key, length: length, budget: budget)
      budget = visit(pair.value, length: length, budget: budget)
    }
  }
  return budget
}
