#include <zlib.h>

// The initialisers are macros with the size of the structure, which Swift does not see.
static inline int deflate_reader_open(z_stream *stream) { return inflateInit2(stream, -15); }
