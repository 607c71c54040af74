internal import CoherencePlugin
internal import JSON
internal import SourceText

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The host's end of the conversation with one process: bytes out, checked messages in.
///
/// Belongs to one thread. It waits in `poll` alone, so that no plugin can hold it longer than asked.
final class PluginSession {
  /// A message that is JSON-RPC 2.0 and of a kind that a plugin may send.
  enum Message {
    case result(id: Int, JSONValue)
    case failure(id: Int, code: Int, String)
    case notification(method: String, JSONValue)
  }

  /// In place of the id of an answer that has none.
  static let noID = 0

  let process: PluginProcess
  private let limits: PluginLimits
  private var outbound: [UInt8] = []
  private var sent = 0
  private var inbound: [UInt8] = []
  private var searched = 0
  private var words: [UInt8] = []
  private var errorIsOpen = true
  private var notificationCount = 0
  private var nextID = 1
  private var unread: [Message] = []
  /// Bytes received over the whole life.
  private(set) var receivedInBytes = 0

  init(_ process: PluginProcess, limits: PluginLimits) {
    self.process = process
    self.limits = limits
  }

  /// Bytes that the plugin has not taken yet.
  var unsentInBytes: Int { outbound.count - sent }

  /// The last line of what it wrote to standard error; empty when it wrote nothing.
  var lastWords: String {
    let lines = words.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    let last = lines.last { $0.contains { $0 > 0x20 } } ?? []
    return PluginProblem.clean(String(decoding: last.prefix(300), as: UTF8.self))
  }

  // MARK: Out

  /// Queues a request and returns its id; `parameters` is JSON.
  func request(_ method: String, parameters: [UInt8]) -> Int {
    let id = nextID
    nextID += 1
    send(Array("{\"jsonrpc\":\"2.0\",\"id\":\(id),\"method\":\"\(method)\",\"params\":".utf8))
    send(parameters)
    send([0x7D, 0x0A])
    return id
  }

  /// Queues a notification; `parameters` is JSON.
  func notify(_ method: String, parameters: String = "{}") {
    send(
      Array("{\"jsonrpc\":\"2.0\",\"method\":\"\(method)\",\"params\":\(parameters)}\n".utf8))
  }

  /// Queues bytes as they are.
  func send(_ bytes: [UInt8]) {
    if sent == outbound.count {
      outbound.removeAll(keepingCapacity: outbound.capacity < 1 << 20)
      sent = 0
    }
    outbound.append(contentsOf: bytes)
  }

  /// Gives back messages that arrived together with the one that was waited for.
  func putBack(_ messages: some Sequence<Message>) { unread += messages }

  // MARK: In

  /// Writes what can be written and waits until something arrives, a wake comes or time is up.
  ///
  /// - Returns: The messages that arrived; empty when none did.
  /// - Throws: `PluginProblem` when what arrived is no message, or nothing can arrive any more.
  func pump(until deadline: ContinuousClock.Instant?, wake: WakePipe?) throws(PluginProblem)
    -> [Message]
  {
    if !unread.isEmpty {
      defer { unread = [] }
      return unread
    }
    let open = process.input >= 0 && unsentInBytes > 0
    var polled = [
      pollfd(fd: process.output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: errorIsOpen ? process.error : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: open ? process.input : -1, events: Int16(POLLOUT), revents: 0),
      pollfd(fd: wake?.readEnd ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&polled, nfds_t(polled.count), Self.milliseconds(until: deadline))
    guard count > 0 else { return [] }
    if polled[3].revents != 0 { wake?.clear() }
    if polled[1].revents != 0 { readWords() }
    if polled[2].revents != 0 { writeSome() }
    guard polled[0].revents != 0 else { return [] }
    return try readSome()
  }

  private static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
    guard let deadline else { return -1 }
    let left = deadline - .now
    guard left > .zero else { return 0 }
    let (seconds, rest) = left.components
    let milliseconds = seconds * 1_000 + rest / 1_000_000_000_000_000 + 1
    return Int32(clamping: milliseconds)
  }

  private func writeSome() {
    while sent < outbound.count {
      let written = outbound.withUnsafeBytes { buffer in
        write(process.input, buffer.baseAddress.map { $0 + sent }, outbound.count - sent)
      }
      if written < 0 {
        if errno == EINTR { continue }
        // The reader has gone; what it said last is still to be read.
        if errno != EAGAIN { process.closeInput() }
        return
      }
      sent += written
    }
  }

  private func readWords() {
    var chunk = [UInt8](repeating: 0, count: 4_096)
    let got = read(process.error, &chunk, chunk.count)
    if got > 0 {
      words.append(contentsOf: chunk[0..<got])
      if words.count > 8_192 { words.removeFirst(words.count - 4_096) }
    } else if got == 0 || errno != EAGAIN && errno != EINTR {
      errorIsOpen = false
    }
  }

  private func readSome() throws(PluginProblem) -> [Message] {
    let before = inbound.count
    let room = 1 << 16
    inbound.append(contentsOf: repeatElement(0, count: room))
    let got = inbound.withUnsafeMutableBytes { buffer in
      read(process.output, buffer.baseAddress.map { $0 + before }, room)
    }
    inbound.removeLast(room - max(0, got))
    if got < 0 {
      if errno == EAGAIN || errno == EINTR { return [] }
      throw ended()
    }
    if got == 0 { throw ended() }
    receivedInBytes += got
    var messages: [Message] = []
    var start = 0
    while let end = inbound[searched...].firstIndex(of: 0x0A) {
      guard end - start <= limits.lineInBytes else {
        throw PluginProblem(.flood(limit: limits.lineInBytes))
      }
      messages.append(try message(inbound[start..<end]))
      start = end + 1
      searched = start
    }
    inbound.removeFirst(start)
    searched = inbound.count
    guard inbound.count <= limits.lineInBytes else {
      throw PluginProblem(.flood(limit: limits.lineInBytes))
    }
    return messages
  }

  /// Why nothing more will come.
  private func ended() -> PluginProblem {
    while errorIsOpen, poll1(process.error) { readWords() }
    // A program may close its output and live on; it is of no use any more.
    let limit = ContinuousClock.now + .milliseconds(200)
    while !process.hasEnded, ContinuousClock.now < limit { _ = poll(nil, 0, 5) }
    let ending = process.finish()
    if !inbound.isEmpty { return PluginProblem(.partialLine) }
    let used = ending.cpu >= .seconds(limits.cpuInSeconds)
    if let signal = ending.signal {
      return used || signal == SIGXCPU
        ? PluginProblem(.outOfTime(seconds: limits.cpuInSeconds))
        : PluginProblem(.killed(signal: signal))
    }
    return PluginProblem(.exited(status: ending.exitStatus ?? 0))
  }

  private func poll1(_ descriptor: Int32) -> Bool {
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, 0) > 0
  }

  // MARK: Messages

  private func message(_ line: ArraySlice<UInt8>) throws(PluginProblem) -> Message {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONParser.parse(line)
    } catch {
      if error.kind == .badText, String(validating: line, as: UTF8.self) == nil {
        throw PluginProblem(.invalidText)
      }
      throw PluginProblem(.invalidJSON(utf8Offset: error.utf8Offset))
    }
    guard case .object(let members) = value, value["jsonrpc"]?.string == "2.0" else {
      throw Self.malformed("jsonrpc", "", "a JSON-RPC 2.0 object")
    }
    if let method = value["method"] {
      return try notification(method, value, members)
    }
    var id = value["id"]?.integer
    // Of a line that was no request, nobody knows the id.
    if value["id"]?.isNull == true, value["error"] != nil { id = Self.noID }
    guard let id else {
      throw PluginProblem(
        .unknownAnswer(id: value["id"].map { Self.shown($0) } ?? "?"))
    }
    let known: Set<String> = ["jsonrpc", "id", "result", "error"]
    if let extra = members.first(where: { !known.contains($0.key) }) {
      throw PluginProblem(
        .malformed(
          method: "id \(id)", path: "",
          PluginProblem.words(MessageProblem(.unknown(key: extra.key), at: ""))))
    }
    switch (value["result"], value["error"]) {
    case (let result?, nil): return .result(id: id, result)
    case (nil, let error?):
      do throws(MessageProblem) {
        try PluginMessages.errorShape.check(error)
      } catch {
        throw PluginProblem(
          .malformed(method: "error", path: error.path, PluginProblem.words(error)))
      }
      return .failure(
        id: id, code: error["code"]?.integer ?? 0, error["message"]?.string ?? "")
    default: throw Self.malformed("id \(id)", "", "result | error")
    }
  }

  private func notification(
    _ method: JSONValue, _ value: JSONValue, _ members: [JSONValue.Member]
  ) throws(PluginProblem) -> Message {
    guard let name = method.string, value["id"] == nil,
      let known = PluginMessages.notifications.first(where: {
        $0.isFromPlugin && $0.method == name
      })
    else { throw PluginProblem(.unknownMessage(method: Self.shown(method))) }
    notificationCount += 1
    guard notificationCount <= limits.notifications else {
      throw PluginProblem(.flood(limit: limits.notifications))
    }
    let parameters = value["params"] ?? .object([JSONValue.Member]())
    do throws(MessageProblem) {
      try known.parameters.check(parameters)
    } catch {
      throw PluginProblem(
        .malformed(method: name, path: error.path, PluginProblem.words(error)))
    }
    return .notification(method: name, parameters)
  }

  private static func malformed(_ method: String, _ path: String, _ expected: String)
    -> PluginProblem
  {
    PluginProblem(
      .malformed(
        method: method, path: path,
        LocalizedText("expected \(expected)", "il faut \(expected)")))
  }

  /// A value of the plugin's in a complaint, cut short.
  private static func shown(_ value: JSONValue) -> String {
    let text = value.string ?? String(decoding: JSONText.line(value).prefix(80), as: UTF8.self)
    return PluginProblem.clean(String(text.prefix(80)))
  }
}
