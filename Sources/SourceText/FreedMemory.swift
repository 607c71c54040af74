#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What becomes of memory that is no longer used.
package enum FreedMemory {
  /// Keeps up to 8 MiB of it for the next document; to be called once, when a program starts.
  ///
  /// The allocator of glibc gives back to the system what ends its heap beyond twice the size of the largest
  /// block that it ever took from the system directly, at first 128 KiB (mallopt(3), M_MMAP_THRESHOLD). A
  /// document of more would thus come in new pages each time, which costs as much as a third of reading it. A
  /// block that is freed untouched says that larger ones are usual. Other allocators take no notice.
  package static func keep() {
    var block: UnsafeMutableRawPointer?
    if posix_memalign(&block, 4096, 4 << 20) == 0 { free(block) }
  }
}
