internal import CAllocator

/// What becomes of memory that is no longer used, and how more of it is taken.
package enum FreedMemory {
  /// Keeps up to 16 MiB of it for the next document; to be called once, when a program starts.
  ///
  /// The allocator of glibc gives back to the system what ends its heap beyond a limit, and takes large blocks from
  /// the system directly, at first from 128 KiB on (mallopt(3)). A document of more would thus come in new pages each
  /// time, which costs as much as a third of reading it. The heaps of threads other than the first also grow page by
  /// page, with a call to the system for each, but for what they have from the start. Other allocators are left alone.
  package static func keep() {
    #if canImport(Glibc)
      _ = mallopt(M_MMAP_THRESHOLD, 8 << 20)
      _ = mallopt(M_TRIM_THRESHOLD, 16 << 20)
      _ = mallopt(M_TOP_PAD, 8 << 20)
    #endif
  }
}
