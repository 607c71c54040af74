internal import Synchronization

/// Which rows of three letters a text has, so that words which it cannot hold are not looked for again and again.
///
/// Capitals count as small letters and line ends as blanks. Of each byte five bits are kept: a row that the text
/// does not have may be taken for one that it has, never the other way round.
package final class LetterTriples: Sendable {
  /// How many questions are remembered.
  package static let mostQuestions = 1024

  private let bits: [UInt64]
  /// What was asked before, by the number of the question: 0 for not yet, else one more than the answer.
  private let answers: [Answer]

  private final class Answer: Sendable {
    let bits = Atomic<UInt64>(0)
  }

  package init(_ text: [UInt8]) {
    var bits = [UInt64](repeating: 0, count: 1 << 9)
    bits.withUnsafeMutableBufferPointer { bits in
      var triple = 0
      for (index, byte) in text.enumerated() {
        triple = Self.next(triple, byte)
        if index >= 2 { bits[triple >> 6] |= 1 << UInt64(triple & 63) }
      }
    }
    self.bits = bits
    answers = (0..<Self.mostQuestions / 32).map { _ in Answer() }
  }

  @inline(__always)
  private static func next(_ triple: Int, _ byte: UInt8) -> Int {
    (triple << 5 | Int(byte == 0x0A ? 0 : byte & 31)) & 0x7FFF
  }

  /// False when the text cannot hold any of some pieces, given in small letters; the answer is remembered by the
  /// number of the question where this is less than `mostQuestions`.
  package func mayHold(anyOf pieces: () -> [ArraySlice<UInt8>], question: Int) -> Bool {
    guard question >= 0, question < Self.mostQuestions else { return true }
    let shift = UInt64(question % 32 * 2)
    let known = answers[question / 32].bits.load(ordering: .relaxed) >> shift & 3
    if known != 0 { return known == 2 }
    let answer = pieces().contains(where: mayHold)
    answers[question / 32].bits.bitwiseOr(answer ? 2 << shift : 1 << shift, ordering: .relaxed)
    return answer
  }

  private func mayHold(_ piece: ArraySlice<UInt8>) -> Bool {
    var triple = 0
    for (count, byte) in piece.enumerated() {
      triple = Self.next(triple, byte)
      if count >= 2, bits[triple >> 6] >> UInt64(triple & 63) & 1 == 0 { return false }
    }
    return true
  }
}
