// gumbo behind a bound on memory. gumbo assumes that memory never runs out, so the only way to stop it
// is to leave it: its memory comes from an arena, and when that is used up the parse is left by longjmp.
// Swift cannot call setjmp, hence these few lines of C. Nothing but frames of gumbo is jumped over, and
// all that it allocated is freed with the arena: at once, and without the recursion of gumbo's own
// destructor, which a deep tree would drive off the stack.
#include <gumbo.h>
#include <setjmp.h>
#include <stdlib.h>

typedef struct html_chunk {
  struct html_chunk *next;
  size_t unused;
} html_chunk;

typedef struct {
  html_chunk *chunks;
  char *free;
  size_t left;
  /// What may still be allocated, in bytes.
  size_t budget;
  /// Freed pieces of up to 1024 bytes, by size in sixteenths, to be used again.
  void *reusable[65];
  jmp_buf out_of_memory;
} html_arena;

static inline void *html_arena_allocate(void *data, size_t size) {
  html_arena *arena = (html_arena *)data;
  // Each piece has its size before it; pieces and sizes keep malloc's alignment.
  size_t rounded = size == 0 ? 16 : (size + 15) / 16 * 16;
  if (rounded <= 1024 && arena->reusable[rounded / 16]) {
    void *piece = arena->reusable[rounded / 16];
    arena->reusable[rounded / 16] = *(void **)piece;
    return piece;
  }
  size_t needed = rounded + 16;
  if (needed > arena->left) {
    size_t space = needed > 65536 - 16 ? needed : 65536 - 16;
    html_chunk *chunk = NULL;
    if (space <= arena->budget) chunk = (html_chunk *)malloc(space + sizeof(html_chunk));
    if (!chunk) longjmp(arena->out_of_memory, 1);
    arena->budget -= space;
    chunk->next = arena->chunks;
    arena->chunks = chunk;
    arena->free = (char *)(chunk + 1);
    arena->left = space;
  }
  char *piece = arena->free;
  arena->free += needed;
  arena->left -= needed;
  *(size_t *)piece = rounded;
  return piece + 16;
}

static inline void html_arena_reuse(void *data, void *piece) {
  html_arena *arena = (html_arena *)data;
  if (!piece) return;
  size_t size = *(size_t *)((char *)piece - 16);
  if (size > 1024) return;
  *(void **)piece = arena->reusable[size / 16];
  arena->reusable[size / 16] = piece;
}

/// An arena from which at most `budget` bytes are taken; NULL when there is no memory at all.
static inline html_arena *html_arena_create(size_t budget) {
  html_arena *arena = (html_arena *)calloc(1, sizeof(html_arena));
  if (arena) arena->budget = budget;
  return arena;
}

/// Frees all that was parsed into the arena.
static inline void html_arena_destroy(html_arena *arena) {
  while (arena->chunks) {
    html_chunk *next = arena->chunks->next;
    free(arena->chunks);
    arena->chunks = next;
  }
  free(arena);
}

/// Parses UTF-8 into a tree that lives as long as the arena and the source; NULL when the arena is too
/// small for it. An arena serves one parse.
static inline __attribute__((noinline)) GumboNode *html_parse(
    html_arena *arena, const char *source, size_t size) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = html_arena_allocate;
  options.deallocator = html_arena_reuse;
  options.userdata = arena;
  options.max_errors = 0;
  if (setjmp(arena->out_of_memory)) return NULL;
  return gumbo_parse_with_options(&options, source, size)->document;
}
