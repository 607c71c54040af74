#ifndef COHERENCE_SANDBOX_H
#define COHERENCE_SANDBOX_H

#include <stdint.h>
#include <sys/types.h>

/* Starts a program that is not believed. All that happens between the copy of the process and the start
 * of the program is plain system calls: the host has other threads, whose locks the copy would never see
 * released. That is why this is C and not Swift. */

/* Layers that stand between the program and the machine. */
enum {
  SANDBOX_LIMITS = 1 << 0,          /* setrlimit: memory, CPU time, file size, open files */
  SANDBOX_USER_NAMESPACE = 1 << 1,  /* its own user, process, network and IPC namespaces */
  SANDBOX_LANDLOCK_FILES = 1 << 2,  /* reads what is listed, writes nothing */
  SANDBOX_LANDLOCK_NETWORK = 1 << 3,/* no TCP */
  SANDBOX_LANDLOCK_SCOPE = 1 << 4,  /* no signals and no abstract sockets to the outside */
  SANDBOX_SECCOMP = 1 << 5,         /* no sockets, no new sessions, no debugging, no mounts ... */
  SANDBOX_PROCESS_LIMIT = 1 << 6,   /* RLIMIT_NPROC, counted for this program alone */
  SANDBOX_ALL = (1 << 7) - 1
};

struct sandbox_launch {
  int program;                      /* descriptor of the program: what was verified is what is started */
  char *const *arguments;           /* argv, ends with NULL */
  char *const *environment;         /* ends with NULL */
  const char *folder;               /* working directory */
  const char *const *readable;      /* files and folders that may be read and executed; ends with NULL */
  uint64_t memory_in_bytes;         /* address space */
  uint64_t cpu_in_seconds;
  uint64_t open_files;
  uint64_t processes;               /* further processes that it may have; 0: none at all */
  uint32_t wanted;                  /* layers to use where the system offers them */
};

struct sandbox_child {
  pid_t process;
  int input;                        /* write end of its standard input */
  int output;                       /* read end of its standard output */
  int error;                        /* read end of its standard error */
  uint32_t layers;                  /* layers in force */
};

/* 0, or the errno of what failed; nothing is left open or running after a failure. */
int sandbox_start(const struct sandbox_launch *launch, struct sandbox_child *child);

/* Kills the program's process group and waits for the program itself. Fills in the status as waitpid
 * gives it, the processor time in microseconds and the largest memory in bytes. */
int sandbox_finish(pid_t process, int *status, int64_t *cpu_in_microseconds, int64_t *memory_in_bytes);

/* True when the program has ended; it stays to be waited for. */
int sandbox_has_ended(pid_t process);

/* Number of live processes in the session that the program leads; 0 when that cannot be told. */
int sandbox_process_count(pid_t process);

/* Version of Landlock that the kernel offers; 0 for none. */
int sandbox_landlock_version(void);

#endif
