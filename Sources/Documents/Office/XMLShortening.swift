#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Takes out of XML what its handler has no use for, so that expat need not look at it.
///
/// Most of an office file is markup that says how its text looks. Left out are elements that the handler does
/// not know and that hold nothing, attributes of elements of which it only asks that they are there, and
/// elements that are empty after that. Expat parses what is left and sees to it that it is well-formed.
///
/// Only what is plain is touched: names and values in ASCII, without references, quoted as they should be. All else
/// is handed on as it stands. What is left out stands behind a tag, a blank or the end of a line: other bytes
/// might be something together with what follows, as `]]` with `>` or one half of a reference with the other. Comments and
/// instructions end the shortening, because behind them what looks like a tag may be none. An attribute that stands
/// twice in a tag that is left out, such a tag behind the end of the root, and up to four empty elements inside each other
/// that are too deep are not noticed.
struct XMLShortening {
  private let names: XMLNames
  /// Nothing is left out any more.
  private(set) var isOver = false
  /// Whether anything was left out, so that lines and columns are other than those of the part.
  private(set) var hasShortened = false
  /// What came last ended inside a start tag.
  private var endsInTag = false
  /// It ended behind the first byte of a tag.
  private var endsInBracket = false

  init(names: XMLNames) { self.names = names }

  /// Hands on all that is to come.
  mutating func stop() { isOver = true }

  /// Writes what is left of a piece of XML into a buffer with room for all of it and returns how many bytes
  /// were read and written.
  ///
  /// Fewer are read than there are when a tag may have declared a prefix: that is for expat to say first.
  mutating func shorten(
    _ piece: UnsafeBufferPointer<UInt8>, into target: UnsafeMutablePointer<UInt8>
  ) -> (read: Int, written: Int) {
    guard let start = piece.baseAddress, !piece.isEmpty else { return (0, 0) }
    if endsInBracket, start.pointee == 0x21 || start.pointee == 0x3F { isOver = true }
    let pass = names.withLookup { names in
      Self.classes.withUnsafeBufferPointer { classes in
        var pass = Pass(
          names: names, classes: classes, end: start + piece.count, from: start, to: target)
        pass.isOver = isOver
        pass.run(startsInTag: endsInTag)
        return pass
      }
    }
    isOver = pass.isOver
    endsInTag = pass.endsInTag
    endsInBracket = pass.from == pass.end && piece[piece.count - 1] == 0x3C
    let (read, written) = (pass.from - start, pass.to - target)
    if written < read { hasShortened = true }
    return (read, written)
  }

  // MARK: Bytes

  private static let name: UInt8 = 1
  private static let blank: UInt8 = 2
  /// May stand in a value that need not be looked at.
  private static let value: UInt8 = 4

  private static let classes: [UInt8] = (0..<256).map { byte in
    switch UInt8(byte) {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x3A, 0x2D, 0x2E, 0x5F: name | value
    case 0x20: blank | value
    case 0x09, 0x0A, 0x0D: blank
    case 0x22, 0x26, 0x27, 0x3C: 0
    case 0x21..<0x7F: value
    default: 0
    }
  }

  /// One chunk's way from a buffer into another.
  private struct Pass {
    let names: XMLNames.Lookup
    let classes: UnsafeBufferPointer<UInt8>
    let end: UnsafePointer<UInt8>
    /// What comes next, and where the next byte is written.
    var from: UnsafePointer<UInt8>
    var to: UnsafeMutablePointer<UInt8>
    var isOver = false
    private(set) var endsInTag = false
    /// What was read may declare a prefix.
    private var mayDeclare = false
    /// The markup before is not known to be whole, so that what follows may be part of it.
    private var isBehindOdd = true
    /// Start tags that are of no use unless something follows, the outer ones first.
    private var open: (OpenTag?, OpenTag?, OpenTag?, OpenTag?)

    private struct OpenTag {
      /// Where the tag was written.
      var start: UnsafeMutablePointer<UInt8>
      var end: UnsafeMutablePointer<UInt8>
      var nameLength: Int
    }

    init(
      names: XMLNames.Lookup, classes: UnsafeBufferPointer<UInt8>, end: UnsafePointer<UInt8>,
      from: UnsafePointer<UInt8>, to: UnsafeMutablePointer<UInt8>
    ) {
      self.names = names
      self.classes = classes
      self.end = end
      self.from = from
      self.to = to
      open = (nil, nil, nil, nil)
    }

    mutating func run(startsInTag: Bool) {
      endsInTag = startsInTag
      mayDeclare = startsInTag
      // A tag longer than a chunk is for expat alone.
      isOver = isOver || (startsInTag && nextBracket == nil)
      while !isOver {
        let bracket = nextBracket
        keep(upTo: bracket ?? end)
        guard let bracket else { return }
        endsInTag = false
        if mayDeclare { return }
        guard bracket + 1 < end else {
          endsInTag = true
          break
        }
        switch bracket[1] {
        case 0x21, 0x3F: isOver = true
        case 0x2F: endTag()
        default: startTag(isCertain: !isBehindOdd && stands(bracket))
        }
      }
      keep(upTo: end)
    }

    private var nextBracket: UnsafePointer<UInt8>? {
      memchr(from, 0x3C, end - from).map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) }
    }

    /// Hands bytes on.
    @inline(__always)
    private mutating func keep(upTo end: UnsafePointer<UInt8>) {
      let count = end - from
      guard count > 0 else { return }
      to.update(from: from, count: count)
      to += count
      from = end
    }

    @inline(__always)
    private func isName(_ byte: UInt8) -> Bool { classes[Int(byte)] & XMLShortening.name != 0 }

    @inline(__always)
    private func isBlank(_ byte: UInt8) -> Bool { classes[Int(byte)] & XMLShortening.blank != 0 }

    /// Whether a tag behind at least one other byte stands behind one that can be nothing together with what follows.
    @inline(__always)
    private func stands(_ bracket: UnsafePointer<UInt8>) -> Bool {
      switch bracket[-1] {
      case 0x3E, 0x20, 0x09, 0x0A: true
      default: false
      }
    }

    /// Hands an end tag on, unless nothing stands between it and a start tag that is of no use alone.
    private mutating func endTag() {
      if let tag = open.0, tag.end == to {
        let name = from + 2
        if end - name > tag.nameLength, name[tag.nameLength] == 0x3E,
          memcmp(name, tag.start + 1, tag.nameLength) == 0
        {
          to = tag.start
          from = name + tag.nameLength + 1
          open = (open.1, open.2, open.3, nil)
          return
        }
      }
      var next = from + 2
      while next < end, isName(next.pointee) { next += 1 }
      while next < end, isBlank(next.pointee) { next += 1 }
      isBehindOdd = next == end || next.pointee != 0x3E
      // The bracket goes with the text behind it.
      keep(upTo: from + 2)
    }

    /// Hands a start tag on as far as it is of use, and wholly where it may be part of what stands before it.
    private mutating func startTag(isCertain: Bool) {
      let name = from + 1
      var next = name
      var hash = XMLNames.firstHash
      while next < end, isName(next.pointee) {
        hash = XMLNames.hash(hash, next.pointee)
        next += 1
      }
      let nameEnd = next
      guard name.pointee | 0x20 >= 0x61, skipAttributes(&next) else { return keepTag(next) }
      isBehindOdd = false
      guard isCertain else { return keep(upTo: next) }
      let isEmpty = next[-2] == 0x2F
      let length = nameEnd - name
      let use = names.use(of: name, length, hash)
      if use == .attributes { return keep(upTo: next) }
      if use == .contents, isEmpty {
        from = next
        return
      }
      let start = to
      keep(upTo: nameEnd)
      if isEmpty {
        to[0] = 0x2F
        to += 1
      }
      to[0] = 0x3E
      to += 1
      from = next
      if use == .contents {
        // What an outer tag is followed by is more than nothing now, unless this one is taken back.
        let isInside = open.0.map { $0.end == start } ?? false
        let tag = OpenTag(start: start, end: to, nameLength: length)
        open = isInside ? (tag, open.0, open.1, open.2) : (tag, nil, nil, nil)
      }
    }

    /// Hands a start tag on that is not plain from some byte on.
    private mutating func keepTag(_ odd: UnsafePointer<UInt8>) {
      isBehindOdd = true
      keep(upTo: odd)
      let tagEnd = nextBracket ?? end
      endsInTag = tagEnd == end
      var next = odd
      while tagEnd - next > 3, !mayDeclare {
        mayDeclare = declares(next)
        next += 1
      }
      keep(upTo: tagEnd)
    }

    /// Whether a name of four bytes and more begins as only that of a declaration of a prefix does.
    @inline(__always)
    private func declares(_ name: UnsafePointer<UInt8>) -> Bool {
      name[0] == 0x78 && name[1] == 0x6D && name[2] == 0x6C && name[3] == 0x6E
    }

    /// Goes to the end of a start tag; false, at what is in the way, when it is not plain.
    @inline(__always)
    private func skipAttributes(_ next: inout UnsafePointer<UInt8>) -> Bool {
      while true {
        guard next < end else { return false }
        if next.pointee == 0x3E {
          next += 1
          return true
        }
        if next.pointee == 0x2F {
          guard next + 1 < end, next[1] == 0x3E else { return false }
          next += 2
          return true
        }
        guard isBlank(next.pointee) else { return false }
        repeat { next += 1 } while next < end && isBlank(next.pointee)
        let name = next
        while next < end, isName(next.pointee) { next += 1 }
        if next == name { continue }
        guard next + 1 < end, next.pointee == 0x3D, name.pointee | 0x20 >= 0x61,
          next - name < 4 || !declares(name)
        else {
          next = name
          return false
        }
        let quote = next[1]
        guard quote == 0x22 || quote == 0x27 else { return false }
        next += 2
        while next < end, classes[Int(next.pointee)] & XMLShortening.value != 0 { next += 1 }
        guard next < end, next.pointee == quote else { return false }
        next += 1
      }
    }
  }
}
