extension Set<[UInt8]> {
  /// Words as the bytes that a reading compares.
  static func words(_ list: [String]) -> Self {
    Set(list.map { Array($0.utf8) })
  }
}
