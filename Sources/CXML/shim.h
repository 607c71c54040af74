#include <expat.h>

/// Whether a parser may wait for more before it looks again at a token that it has seen the beginning of, as expat does
/// from 2.6.0 on. Older ones look each time.
static inline void coherence_may_wait(XML_Parser parser, int may_wait) {
#if XML_MAJOR_VERSION > 2 || (XML_MAJOR_VERSION == 2 && XML_MINOR_VERSION >= 6)
  XML_SetReparseDeferralEnabled(parser, may_wait ? XML_TRUE : XML_FALSE);
#else
  (void)parser;
  (void)may_wait;
#endif
}
