import SourceText
import Synchronization

/// One line on standard error that says how far a long run is; nothing for a short one.
final class ProgressMeter: Sendable {
  private struct State {
    var started: ContinuousClock.Instant
    var shown: ContinuousClock.Instant?
  }

  private let language: Language
  private let state: Mutex<State>

  init(language: Language) {
    self.language = language
    self.state = Mutex(State(started: .now))
  }

  func show(_ done: Int, of all: Int) {
    state.withLock { state in
      let now = ContinuousClock.now
      guard now - state.started > .milliseconds(500) else { return }
      if let shown = state.shown, now - shown < .milliseconds(100), done < all { return }
      state.shown = now
      let words = LocalizedText("documents read", "documents lus")[language]
      Terminal.writeError("\r\u{1B}[K\(done) / \(all) \(words)")
    }
  }

  func clear() {
    state.withLock { state in
      if state.shown != nil { Terminal.writeError("\r\u{1B}[K") }
      state.shown = nil
    }
  }
}
