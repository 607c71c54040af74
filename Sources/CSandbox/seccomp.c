/* System calls that a checker has no use for are refused with EPERM (seccomp, mode 2). */
#define _GNU_SOURCE
#include "sandbox.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#ifdef OWN_ARCHITECTURE

/* Calls that old headers do not know. */
#ifndef SYS_io_uring_setup
#define SYS_io_uring_setup 425
#define SYS_io_uring_enter 426
#define SYS_io_uring_register 427
#endif
#ifndef SYS_clone3
#define SYS_clone3 435
#endif
#ifndef SYS_pidfd_getfd
#define SYS_pidfd_getfd 438
#endif

static const int refused[] = {
  /* network, and ways around a filter */
  SYS_socket, SYS_io_uring_setup, SYS_io_uring_enter, SYS_io_uring_register,
  /* leaving the process group, by which the host ends everything */
  SYS_setsid, SYS_setpgid,
  /* other processes */
  SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_kcmp, SYS_pidfd_getfd,
  SYS_pidfd_send_signal, SYS_rt_sigqueueinfo, SYS_rt_tgsigqueueinfo,
  /* memory and queues that outlive a process */
  SYS_shmget, SYS_semget, SYS_msgget, SYS_mq_open, SYS_add_key, SYS_request_key, SYS_keyctl,
  /* the view of the system */
  SYS_mount, SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_unshare, SYS_setns, SYS_open_by_handle_at,
  SYS_sethostname, SYS_setdomainname, SYS_fanotify_init,
  /* the kernel */
  SYS_bpf, SYS_perf_event_open, SYS_userfaultfd, SYS_init_module, SYS_finit_module,
  SYS_delete_module, SYS_kexec_load, SYS_reboot, SYS_swapon, SYS_swapoff, SYS_acct, SYS_quotactl,
  SYS_syslog, SYS_settimeofday, SYS_clock_settime, SYS_adjtimex,
#ifdef __x86_64__
  SYS_iopl, SYS_ioperm, SYS_modify_ldt,
#endif
};

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))
#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define ARGUMENT(n) (offsetof(struct seccomp_data, args) + 8 * (n))
#define LOAD_ARGUMENT(n) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, ARGUMENT(n))
#define JUMP(test, value, yes, no) BPF_JUMP(BPF_JMP | (test) | BPF_K, (value), (yes), (no))
#define GIVE(value) BPF_STMT(BPF_RET | BPF_K, (value))
#define REFUSE GIVE(SECCOMP_RET_ERRNO | EPERM)

uint32_t sandbox_apply_seccomp(const struct sandbox_launch *launch, int has_namespace) {
  if (!(launch->wanted & SANDBOX_SECCOMP)) return 0;
  struct sock_filter code[2 * COUNT(refused) + 64];
  unsigned short n = 0;
#define ADD(...) code[n++] = (struct sock_filter)__VA_ARGS__
  ADD(LOAD(arch));
  ADD(JUMP(BPF_JEQ, OWN_ARCHITECTURE, 1, 0));
  ADD(GIVE(SECCOMP_RET_KILL_PROCESS));
  ADD(LOAD(nr));
#ifdef __x86_64__
  /* The x32 numbers would be a way around. */
  ADD(JUMP(BPF_JGE, 0x40000000, 0, 1));
  ADD(GIVE(SECCOMP_RET_KILL_PROCESS));
#endif
  for (size_t i = 0; i < COUNT(refused); i++) {
    ADD(JUMP(BPF_JEQ, (unsigned)refused[i], 0, 1));
    ADD(REFUSE);
  }
  /* Its flags cannot be read by a filter; without it the C library uses clone. */
  ADD(JUMP(BPF_JEQ, SYS_clone3, 0, 1));
  ADD(GIVE(SECCOMP_RET_ERRNO | ENOSYS));
  /* Threads are allowed; processes only where they were granted; namespaces never. */
  ADD(JUMP(BPF_JEQ, SYS_clone, 0, 5));
  ADD(LOAD_ARGUMENT(0));
  ADD(JUMP(BPF_JSET, 0x7E020000, 2, 0));
  ADD(JUMP(BPF_JSET, launch->processes == 0 ? CLONE_THREAD : 0xFFFFFFFFu, 0, 1));
  ADD(GIVE(SECCOMP_RET_ALLOW));
  ADD(REFUSE);
#ifdef __x86_64__
  if (launch->processes == 0) {
    ADD(JUMP(BPF_JEQ, SYS_fork, 1, 0));
    ADD(JUMP(BPF_JEQ, SYS_vfork, 0, 1));
    ADD(REFUSE);
  }
#endif
  /* Signals and limits: to itself alone, unless it has a process namespace with none but its own. */
  unsigned self = (unsigned)getpid();
  if (!has_namespace || launch->processes == 0) {
    ADD(JUMP(BPF_JEQ, SYS_kill, 2, 0));
    ADD(JUMP(BPF_JEQ, SYS_tgkill, 1, 0));
    ADD(JUMP(BPF_JEQ, SYS_prlimit64, 0, 5));
    ADD(LOAD_ARGUMENT(0));
    ADD(JUMP(BPF_JEQ, 0, 2, 0));
    ADD(JUMP(BPF_JEQ, self, 1, 0));
    ADD(REFUSE);
    ADD(GIVE(SECCOMP_RET_ALLOW));
    ADD(JUMP(BPF_JEQ, SYS_tkill, 0, 1));
    ADD(REFUSE);
  }
  ADD(GIVE(SECCOMP_RET_ALLOW));
  struct sock_fprog program = {.len = n, .filter = code};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0 ? SANDBOX_SECCOMP : 0;
}

#else

uint32_t sandbox_apply_seccomp(const struct sandbox_launch *launch, int has_namespace) {
  (void)launch;
  (void)has_namespace;
  return 0;
}

#endif
