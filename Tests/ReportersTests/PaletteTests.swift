import RuleSets
import Testing

@testable import Reporters

/// Contrast as WCAG 2.2 defines it (relative luminance, 1.4.3 and 1.4.11).
struct PaletteTests {
  private static let palettes = ["light": Palette.light, "dark": Palette.dark]

  private func luminance(_ hex: String) throws -> Double {
    let value = try #require(Int(hex, radix: 16))
    func channel(_ shift: Int) -> Double {
      let c = Double(value >> shift & 0xFF) / 255
      if c <= 0.04045 { return c / 12.92 }
      // ((c + 0.055) / 1.055) to the power 2.4, by squaring and a fifth root.
      let base = (c + 0.055) / 1.055
      return base * base * fifthRoot(base * base)
    }
    return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
  }

  private func fifthRoot(_ value: Double) -> Double {
    var root = value
    for _ in 0..<60 {
      root -= (root * root * root * root * root - value) / (5 * root * root * root * root)
    }
    return root
  }

  private func contrast(_ one: String, _ other: String) throws -> Double {
    let (a, b) = (try luminance(one), try luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  @Test func `black on white is 21 to 1`() throws {
    #expect(abs(try contrast("000000", "ffffff") - 21) < 0.01)
    #expect(abs(try contrast("767676", "ffffff") - 4.54) < 0.02)
  }

  @Test(arguments: ["light", "dark"])
  func `text stands out from what is behind it`(name: String) throws {
    let palette = try #require(Self.palettes[name])
    for colour in [palette.text, palette.quiet, palette.accent] {
      #expect(try contrast(colour, palette.background) >= 4.5)
    }
    for tone in Rung.allCases.map(Tone.rung) + [.contradicted] {
      #expect(try contrast(palette.shadeText, palette.fill(tone)) >= 4.5, "\(tone)")
      // Labels in drawings have the page's own colour.
      #expect(try contrast(palette.text, palette.fill(tone)) >= 4.5, "\(tone)")
    }
  }

  @Test(arguments: ["light", "dark"])
  func `lines stand out from the page`(name: String) throws {
    let palette = try #require(Self.palettes[name])
    #expect(try contrast(palette.rule, palette.background) >= 3)
    #expect(try contrast(palette.quiet, palette.background) >= 3)
  }
}
