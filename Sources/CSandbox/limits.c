/* Limits on what a program may use, and a user of its own. */
#define _GNU_SOURCE
#include "sandbox.h"

#include <fcntl.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/utsname.h>
#include <unistd.h>

static int limit(int what, uint64_t soft, uint64_t hard) {
  struct rlimit present;
  if (getrlimit(what, &present) != 0) return -1;
  struct rlimit wanted = {.rlim_cur = soft, .rlim_max = hard};
  if (wanted.rlim_max > present.rlim_max) wanted.rlim_max = present.rlim_max;
  if (wanted.rlim_cur > wanted.rlim_max) wanted.rlim_cur = wanted.rlim_max;
  return setrlimit(what, &wanted);
}

/* Since 5.14 the processes of a user are counted for each user namespace apart. */
static int counts_by_namespace(void) {
  struct utsname system;
  if (uname(&system) != 0) return 0;
  int version[2] = {0, 0};
  int part = 0;
  for (const char *at = system.release; *at && part < 2; at++) {
    if (*at >= '0' && *at <= '9') version[part] = version[part] * 10 + (*at - '0');
    else part++;
  }
  return version[0] > 5 || (version[0] == 5 && version[1] >= 14);
}

uint32_t sandbox_apply_limits(const struct sandbox_launch *launch, int has_namespace) {
  uint32_t layers = 0;
  if (launch->wanted & SANDBOX_LIMITS) {
    int failed = limit(RLIMIT_AS, launch->memory_in_bytes, launch->memory_in_bytes);
    failed |= limit(RLIMIT_CPU, launch->cpu_in_seconds, launch->cpu_in_seconds + 1);
    /* A checker writes no files; its answers go through a pipe, which this does not count. */
    failed |= limit(RLIMIT_FSIZE, 0, 0);
    failed |= limit(RLIMIT_CORE, 0, 0);
    failed |= limit(RLIMIT_MSGQUEUE, 0, 0);
    if (!failed) layers |= SANDBOX_LIMITS;
  }
  /* Outside a namespace this counts every process of the user, and says nothing about this one. The
   * superuser (2) is exempt, whatever the namespace. */
  if ((launch->wanted & SANDBOX_PROCESS_LIMIT) && has_namespace == 1 && counts_by_namespace()) {
    uint64_t count = 64 + launch->processes;
    if (limit(RLIMIT_NPROC, count, count) == 0) layers |= SANDBOX_PROCESS_LIMIT;
  }
  return layers;
}

int sandbox_limit_files(const struct sandbox_launch *launch) {
  return limit(RLIMIT_NOFILE, launch->open_files, launch->open_files);
}

static char *decimal(char *end, unsigned long number) {
  do {
    *--end = (char)('0' + number % 10);
    number /= 10;
  } while (number);
  return end;
}

static int write_map(const char *path, unsigned long outside) {
  char text[64];
  char digits[24];
  char *start = decimal(digits + sizeof(digits), outside);
  size_t length = (size_t)(digits + sizeof(digits) - start);
  memcpy(text, "65534 ", 6);
  memcpy(text + 6, start, length);
  memcpy(text + 6 + length, " 1\n", 3);
  int file = open(path, O_WRONLY | O_CLOEXEC);
  if (file < 0) return -1;
  ssize_t written = write(file, text, 9 + length);
  close(file);
  return written == (ssize_t)(9 + length) ? 0 : -1;
}

uint32_t sandbox_enter_user_namespace(uid_t user, gid_t group) {
  /* The number inside is nobody's, so that nothing inside is privileged once the program starts. */
  int file = open("/proc/self/setgroups", O_WRONLY | O_CLOEXEC);
  if (file < 0) return 0;
  ssize_t written = write(file, "deny", 4);
  close(file);
  if (written != 4) return 0;
  if (write_map("/proc/self/uid_map", user) != 0) return 0;
  if (write_map("/proc/self/gid_map", group) != 0) return 0;
  return SANDBOX_USER_NAMESPACE;
}
