/// The interval in which a rate may lie, given how few cases it was counted on.
///
/// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the
/// American Statistical Association 22 (1927); at 95 per cent.
package struct WilsonInterval: Sendable, Hashable {
  /// 0 to 1.
  package let lower: Double
  package let upper: Double

  /// The interval for `part` cases of `whole`; from 0 to 1 when there are none.
  package init(_ part: Int, of whole: Int) {
    guard whole > 0 else {
      (lower, upper) = (0, 1)
      return
    }
    let z = 1.959963984540054
    let n = Double(whole)
    let rate = Double(part) / n
    let centre = rate + z * z / (2 * n)
    let spread = z * (rate * (1 - rate) / n + z * z / (4 * n * n)).squareRoot()
    lower = max(0, (centre - spread) / (1 + z * z / n))
    upper = min(1, (centre + spread) / (1 + z * z / n))
  }
}

/// A share of cases: how many, of how many.
package struct Rate: Sendable, Hashable {
  package var part: Int
  package var whole: Int

  package init(_ part: Int, of whole: Int) {
    self.part = part
    self.whole = whole
  }

  /// 0 to 1; 0 when there are no cases.
  package var value: Double { whole == 0 ? 0 : Double(part) / Double(whole) }
  package var interval: WilsonInterval { WilsonInterval(part, of: whole) }
}
