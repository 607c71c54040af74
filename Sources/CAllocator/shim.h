#if defined(__GLIBC__) || defined(__gnu_linux__)
#include <malloc.h>
#endif
