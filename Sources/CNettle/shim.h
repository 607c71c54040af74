#include <nettle/sha2.h>
#include <nettle/chacha-poly1305.h>
