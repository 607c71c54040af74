/* From the host's process to the program: see CSandbox.h. */
#define _GNU_SOURCE
#include "sandbox.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#ifndef SYS_close_range
#define SYS_close_range 436
#endif

/* What the copy tells the host before the program starts. */
struct report {
  uint32_t layers;
  int32_t failure;      /* errno; 0 when the program is about to start */
  int32_t try_without;  /* the namespaces could not be set up */
};

static void tell(int channel, struct report report) {
  ssize_t written;
  do { written = write(channel, &report, sizeof(report)); } while (written < 0 && errno == EINTR);
}

/* Every descriptor but the first three is gone once the program starts. */
static void close_on_start(void) {
  if (syscall(SYS_close_range, 3u, ~0u, 4u /* CLOSE_RANGE_CLOEXEC */) == 0) return;
  struct rlimit files;
  int last = 65536;
  if (getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur < (rlim_t)last) {
    last = (int)files.rlim_cur;
  }
  for (int file = 3; file < last; file++) fcntl(file, F_SETFD, FD_CLOEXEC);
}

static void reset_signals(void) {
  struct sigaction standard;
  memset(&standard, 0, sizeof(standard));
  standard.sa_handler = SIG_DFL;
  for (int number = 1; number < 65; number++) sigaction(number, &standard, NULL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

static _Noreturn void become(
  const struct sandbox_launch *launch, int has_namespace, uid_t user, gid_t group,
  const int ends[3], int channel
) {
  struct report report = {0, 0, 0};
  if (has_namespace) {
    report.layers |= sandbox_enter_user_namespace(user, group);
    if (!report.layers) {
      report.try_without = 1;
      tell(channel, report);
      _exit(126);
    }
  }
  setsid();
  /* Copied upwards first: one of the ends may itself be 0, 1 or 2. */
  int high[3];
  for (int i = 0; i < 3; i++) high[i] = fcntl(ends[i], F_DUPFD_CLOEXEC, 16);
  channel = fcntl(channel, F_DUPFD_CLOEXEC, 16);
  int program = fcntl(launch->program, F_DUPFD_CLOEXEC, 16);
  for (int i = 0; i < 3; i++) {
    if (high[i] < 0 || dup2(high[i], i) < 0) {
      report.failure = errno;
      tell(channel, report);
      _exit(126);
    }
  }
  close_on_start();
  reset_signals();
  umask(077);
  if (chdir(launch->folder) != 0) {
    report.failure = errno;
    tell(channel, report);
    _exit(126);
  }
  /* A program whose host has gone has nobody to answer. */
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  report.layers |= sandbox_apply_limits(launch, has_namespace ? (user == 0 ? 2 : 1) : 0);
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0) {
    report.layers |= sandbox_apply_landlock(launch);
    if ((report.layers & SANDBOX_LIMITS) && sandbox_limit_files(launch) != 0) {
      report.layers &= ~(uint32_t)SANDBOX_LIMITS;
    }
    report.layers |= sandbox_apply_seccomp(launch, has_namespace);
  }
  tell(channel, report);
  syscall(SYS_execveat, program, "", launch->arguments, launch->environment, AT_EMPTY_PATH);
  report.failure = errno;
  tell(channel, report);
  _exit(127);
}

static pid_t copy(int with_namespaces) {
  unsigned long flags = SIGCHLD;
  if (with_namespaces) flags |= CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWPID | CLONE_NEWIPC;
  /* The bare call: the C library's fork would run handlers that lock. The order of the arguments that
   * differ between machines does not matter, since all are 0. */
  return (pid_t)syscall(SYS_clone, flags, 0, 0, 0, 0);
}

static int read_report(int channel, struct report *report) {
  int count = 0;
  struct report next;
  for (;;) {
    ssize_t got = read(channel, &next, sizeof(next));
    if (got < 0 && errno == EINTR) continue;
    if (got != (ssize_t)sizeof(next)) return count;
    *report = next;
    count++;
  }
}

static int start_once(
  const struct sandbox_launch *launch, struct sandbox_child *child, int with_namespaces,
  int *try_without
) {
  int pipes[4][2];
  int made = 0;
  while (made < 4 && pipe2(pipes[made], O_CLOEXEC) == 0) made++;
  if (made < 4) {
    int failure = errno;
    while (made--) { close(pipes[made][0]); close(pipes[made][1]); }
    return failure;
  }
  const int ends[3] = {pipes[0][0], pipes[1][1], pipes[2][1]};
  uid_t user = geteuid();
  gid_t group = getegid();
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pid_t process = copy(with_namespaces);
  if (process == 0) become(launch, with_namespaces, user, group, ends, pipes[3][1]);
  int failure = errno;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  close(pipes[0][0]);
  close(pipes[1][1]);
  close(pipes[2][1]);
  close(pipes[3][1]);
  struct report report = {0, 0, 0};
  if (process < 0) {
    report.failure = failure;
    *try_without = with_namespaces;
  } else if (read_report(pipes[3][0], &report) == 0) {
    report.failure = EIO;
  }
  close(pipes[3][0]);
  if (report.failure || report.try_without || process < 0) {
    close(pipes[0][1]);
    close(pipes[1][0]);
    close(pipes[2][0]);
    if (process > 0) sandbox_finish(process, NULL, NULL, NULL);
    if (report.try_without) *try_without = 1;
    return report.failure ? report.failure : EPERM;
  }
  child->process = process;
  child->input = pipes[0][1];
  child->output = pipes[1][0];
  child->error = pipes[2][0];
  child->layers = report.layers;
  return 0;
}

int sandbox_start(const struct sandbox_launch *launch, struct sandbox_child *child) {
  int try_without = 0;
  if (launch->wanted & SANDBOX_USER_NAMESPACE) {
    int failure = start_once(launch, child, 1, &try_without);
    if (failure == 0 || !try_without) return failure;
  }
  return start_once(launch, child, 0, &try_without);
}

int sandbox_finish(
  pid_t process, int *status, int64_t *cpu_in_microseconds, int64_t *memory_in_bytes
) {
  /* While the program is not waited for, its number is taken by nobody else. */
  kill(-process, SIGKILL);
  kill(process, SIGKILL);
  int state = 0;
  struct rusage usage;
  memset(&usage, 0, sizeof(usage));
  while (wait4(process, &state, 0, &usage) < 0) {
    if (errno != EINTR) return errno;
  }
  if (status) *status = state;
  if (cpu_in_microseconds) {
    *cpu_in_microseconds = (int64_t)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000
      + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
  }
  if (memory_in_bytes) *memory_in_bytes = (int64_t)usage.ru_maxrss * 1024;
  return 0;
}

int sandbox_has_ended(pid_t process) {
  siginfo_t information;
  memset(&information, 0, sizeof(information));
  if (waitid(P_PID, (id_t)process, &information, WEXITED | WNOHANG | WNOWAIT) != 0) return 1;
  return information.si_pid == process;
}

int sandbox_process_count(pid_t process) {
  DIR *folder = opendir("/proc");
  if (!folder) return 0;
  int count = 0;
  struct dirent *entry;
  while ((entry = readdir(folder))) {
    char *end;
    long number = strtol(entry->d_name, &end, 10);
    if (*end || number <= 0) continue;
    if (getsid((pid_t)number) == process) count++;
  }
  closedir(folder);
  return count;
}
