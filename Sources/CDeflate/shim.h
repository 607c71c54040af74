#include <zlib.h>

// The initialisers are macros with the size of the structure, which Swift does not see.
static inline int deflate_reader_open(z_stream *stream) { return inflateInit2(stream, -15); }
static inline int deflate_writer_open(z_stream *stream) {
  return deflateInit2(stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
}
