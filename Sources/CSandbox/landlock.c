/* File system and network rules that an unprivileged process puts on itself (Landlock, Linux 5.13).
 * The structures are written out here, since the headers of a system may be older than its kernel. */
#define _GNU_SOURCE
#include "sandbox.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule 445
#define SYS_landlock_restrict_self 446
#endif

struct ruleset_attributes {
  uint64_t files;
  uint64_t network;
  uint64_t scope;
};

struct path_attributes {
  uint64_t allowed;
  int32_t parent;
} __attribute__((packed));

enum {
  EXECUTE = 1 << 0,
  WRITE_FILE = 1 << 1,
  READ_FILE = 1 << 2,
  READ_FOLDER = 1 << 3,
  FILES_1 = (1 << 13) - 1,  /* all of version 1: the above, removing, making of every kind */
  FILES_2 = 1 << 13,        /* linking across folders */
  FILES_3 = 1 << 14,        /* truncating */
  FILES_5 = 1 << 15,        /* control of devices */
  NETWORK = 3,              /* bind and connect, TCP */
  SCOPE = 3                 /* abstract sockets, signals */
};

int sandbox_landlock_version(void) {
  long version = syscall(SYS_landlock_create_ruleset, NULL, 0, 1);
  return version > 0 ? (int)version : 0;
}

static void allow(int ruleset, const char *path, uint64_t extra) {
  int folder = open(path, O_PATH | O_CLOEXEC);
  if (folder < 0) return;
  struct stat status;
  if (fstat(folder, &status) == 0) {
    struct path_attributes rule = {.allowed = EXECUTE | READ_FILE | extra, .parent = folder};
    if (S_ISDIR(status.st_mode)) rule.allowed |= READ_FOLDER;
    if (S_ISCHR(status.st_mode)) rule.allowed &= ~(uint64_t)EXECUTE;
    syscall(SYS_landlock_add_rule, ruleset, 1, &rule, 0);
  }
  close(folder);
}

uint32_t sandbox_apply_landlock(const struct sandbox_launch *launch) {
  uint32_t wanted =
    launch->wanted & (SANDBOX_LANDLOCK_FILES | SANDBOX_LANDLOCK_NETWORK | SANDBOX_LANDLOCK_SCOPE);
  int version = sandbox_landlock_version();
  if (!wanted || version < 1) return 0;
  uint32_t layers = 0;
  struct ruleset_attributes attributes = {0, 0, 0};
  size_t size = sizeof(uint64_t);
  if (wanted & SANDBOX_LANDLOCK_FILES) {
    attributes.files = FILES_1 | (version >= 2 ? FILES_2 : 0) | (version >= 3 ? FILES_3 : 0)
      | (version >= 5 ? FILES_5 : 0);
    layers |= SANDBOX_LANDLOCK_FILES;
  }
  if (version >= 4) {
    size = 2 * sizeof(uint64_t);
    if (wanted & SANDBOX_LANDLOCK_NETWORK) {
      attributes.network = NETWORK;
      layers |= SANDBOX_LANDLOCK_NETWORK;
    }
  }
  if (version >= 6) {
    size = 3 * sizeof(uint64_t);
    if (wanted & SANDBOX_LANDLOCK_SCOPE) {
      attributes.scope = SCOPE;
      layers |= SANDBOX_LANDLOCK_SCOPE;
    }
  }
  if (!layers) return 0;
  int ruleset = (int)syscall(SYS_landlock_create_ruleset, &attributes, size, 0);
  if (ruleset < 0) return 0;
  if (attributes.files) {
    for (const char *const *path = launch->readable; *path; path++) allow(ruleset, *path, 0);
    allow(ruleset, "/dev/null", WRITE_FILE);
    /* Its own command line and memory map, which some languages look up; nobody else's. */
    allow(ruleset, "/proc/self/cmdline", 0);
    allow(ruleset, "/proc/self/maps", 0);
  }
  long failure = syscall(SYS_landlock_restrict_self, ruleset, 0);
  close(ruleset);
  return failure ? 0 : layers;
}
