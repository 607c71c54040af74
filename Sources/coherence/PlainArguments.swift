/// Arguments that are plain enough to be read without the argument parser.
///
/// The parser looks at the types of all options of a command before it reads the first argument, which takes longer
/// than to check a page. Options are taken out one by one, each by its name; what is left are paths. An unknown or
/// shortened name, a value that is missing, wrong or given twice, and a request for help are not plain: then nothing
/// that was read counts, and the parser, which also knows what to say, reads them all.
struct PlainArguments {
  private var rest: [String]
  /// Whether all that was asked for so far could be read.
  private(set) var isPlain = true

  init(_ arguments: [String]) {
    rest = arguments
  }

  /// The values of an option that may be given several times.
  mutating func values(_ names: String...) -> [String] { values(names) }

  /// The value of an option; `nil` when it is not given.
  mutating func value(_ names: String...) -> String? { value(names) { $0 } }

  /// The same as what it stands for.
  mutating func value<Value>(_ names: String..., as make: (String) -> Value?) -> Value? {
    value(names, make)
  }

  /// The values of an option that may be given several times, as what they stand for.
  mutating func values<Value>(_ names: String..., as make: (String) -> Value?) -> [Value] {
    values(names).compactMap { known($0, make) }
  }

  /// Whether a flag is given.
  mutating func flag(_ name: String) -> Bool {
    let count = rest.count
    rest.removeAll { $0 == name }
    return rest.count < count
  }

  /// A flag that has a name for yes and one, with "no-", for no.
  mutating func flag(_ name: String, default standard: Bool) -> Bool {
    let yes = flag("--" + name)
    let no = flag("--no-" + name)
    if yes, no { isPlain = false }
    return yes || (standard && !no)
  }

  /// What is left when all options have been taken out; `nil` when that is no list of paths.
  func paths() -> [String]? {
    isPlain && !rest.contains { $0.hasPrefix("-") } ? rest : nil
  }

  private mutating func value<Value>(_ names: [String], _ make: (String) -> Value?) -> Value? {
    let found = values(names)
    if found.count > 1 { isPlain = false }
    return found.first.flatMap { known($0, make) }
  }

  private mutating func known<Value>(_ text: String, _ make: (String) -> Value?) -> Value? {
    let value = make(text)
    if value == nil { isPlain = false }
    return value
  }

  /// "--name value" and "--name=value"; a value that looks like an option is none.
  private mutating func values(_ names: [String]) -> [String] {
    var found: [String] = []
    var index = 0
    while index < rest.count {
      let argument = rest[index]
      if names.contains(argument) {
        guard index + 1 < rest.count, !rest[index + 1].hasPrefix("-") else {
          isPlain = false
          return found
        }
        found.append(rest[index + 1])
        rest.removeSubrange(index...index + 1)
      } else if let name = names.first(where: {
        $0.hasPrefix("--") && argument.hasPrefix($0) && argument.dropFirst($0.count).first == "="
      }) {
        found.append(String(argument.dropFirst(name.count + 1)))
        rest.remove(at: index)
      } else {
        index += 1
      }
    }
    return found
  }
}
