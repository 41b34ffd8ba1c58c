#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "attempts.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <unistd.h>

static int code(long result) { return result == -1 ? errno : 0; }

static int read_file(const char *path) {
  char byte;
  int file = open(path, O_RDONLY);
  return file < 0 ? errno : code(read(file, &byte, 1));
}

static int list_folder(const char *path) { return code(open(path, O_RDONLY | O_DIRECTORY)); }
static int write_file(const char *path) { return code(open(path, O_WRONLY | O_CREAT, 0600)); }
static int open_for_both(const char *path) { return code(open(path, O_RDWR)); }
static int make_nameless(const char *path) { return code(open(path, O_RDWR | O_TMPFILE, 0600)); }
static int cut_off(const char *path) { return code(truncate(path, 0)); }
static int remove_file(const char *path) { return code(unlink(path)); }
static int change_mode(const char *path) { return code(chmod(path, 0777)); }
static int make_link(const char *path) { return code(symlink("/etc/passwd", path)); }
static int make_fifo(const char *path) { return code(mkfifo(path, 0600)); }

static int write_much(const char *path) {
  static char bytes[1 << 20];
  int file = open(path, O_WRONLY | O_CREAT, 0600);
  signal(SIGXFSZ, SIG_IGN);
  for (int i = 0; file >= 0 && i < 4; i++) {
    if (write(file, bytes, sizeof bytes) < 0) {
      return errno;
    }
  }
  return code(file);
}

static int socket_inet(const char *unused) { return code(socket(AF_INET, SOCK_STREAM, 0)); }
static int socket_datagram(const char *unused) { return code(socket(AF_INET6, SOCK_DGRAM, 0)); }
static int socket_netlink(const char *unused) { return code(socket(AF_NETLINK, SOCK_RAW, 0)); }
static int socket_unix(const char *unused) { return code(socket(AF_UNIX, SOCK_STREAM, 0)); }
static int socket_unix_datagram(const char *unused) { return code(socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)); }

static int connect_unix(const char *path) {
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  strncpy(address.sun_path, path, sizeof address.sun_path - 1);
  int descriptor = socket(AF_UNIX, SOCK_STREAM, 0);
  return descriptor < 0 ? errno : code(connect(descriptor, (struct sockaddr *)&address, sizeof address));
}

// Raw calls: whoever has taken over a process does not ask the C library, which would fall back on others.
static int fork_raw(const char *unused) {
  long child = syscall(SYS_clone, SIGCHLD, NULL, NULL, NULL, NULL);
  if (child == 0) {
    _exit(0);
  }
  return code(child);
}

static int fork_newer(const char *unused) {
  struct {
    unsigned long long flags, pidfd, child_tid, parent_tid, exit_signal, stack, stack_size, tls;
  } arguments = {.exit_signal = SIGCHLD};
  long child = syscall(SYS_clone3, &arguments, sizeof arguments);
  if (child == 0) {
    _exit(0);
  }
  return code(child);
}

static int spawn(const char *path) {
  pid_t child;
  char *arguments[] = {(char *)path, NULL};
  return posix_spawn(&child, path, NULL, NULL, arguments, arguments + 1);
}

static int execute(const char *path) {
  char *arguments[] = {(char *)path, NULL};
  return code(execve(path, arguments, arguments + 1));
}

static void *end_at_once(void *unused) { return NULL; }

static int start_thread(const char *unused) {
  pthread_t thread;
  return pthread_create(&thread, NULL, end_at_once, NULL);
}

static int trace_parent(const char *unused) { return code(ptrace(PTRACE_ATTACH, getppid(), NULL, NULL)); }

static int read_parent(const char *unused) {
  char here;
  struct iovec local = {&here, 1}, remote = {&here, 1};
  return code(process_vm_readv(getppid(), &local, 1, &remote, 1, 0));
}

// Signal 0 asks whether one could be sent.
static int kill_parent(const char *unused) { return code(kill(getppid(), 0)); }
static int kill_all(const char *unused) { return code(kill(-1, 0)); }
static int limit_parent(const char *unused) {
  struct rlimit limit = {1, 1};
  return code(prlimit(getppid(), RLIMIT_CPU, &limit, NULL));
}
static int new_namespace(const char *unused) { return code(unshare(CLONE_NEWUSER)); }
static int ring(const char *unused) { return code(syscall(SYS_io_uring_setup, 1, NULL)); }

static int map_code(const char *unused) {
  void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return page == MAP_FAILED ? errno : 0;
}

static int make_code(const char *unused) {
  void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return page == MAP_FAILED ? errno : code(mprotect(page, 4096, PROT_READ | PROT_EXEC));
}

static int allocate(const char *unused) { return malloc((size_t)4 << 30) == NULL ? errno : 0; }

// As code that does not expect to be without memory. One byte of each block is enough: to write them all would take
// longer than the processor time that a busy machine leaves.
static int fill_memory(const char *unused) {
  for (;;) {
    *(volatile char *)malloc(1 << 20) = 1;
  }
}

static int open_many(const char *path) {
  for (int i = 0; i < 1000; i++) {
    if (open(path, O_RDONLY) < 0) {
      return errno;
    }
  }
  return 0;
}

static int crash(const char *unused) { __builtin_trap(); }

static int compute(const char *unused) {
  for (volatile unsigned long i = 0;; i++) {
  }
}

static const struct {
  const char *name;
  int (*make)(const char *);
} attempts[] = {
    {"allocate", allocate},
    {"change mode", change_mode},
    {"compute", compute},
    {"connect", connect_unix},
    {"crash", crash},
    {"cut off", cut_off},
    {"execute", execute},
    {"fill memory", fill_memory},
    {"fork", fork_raw},
    {"fork with clone3", fork_newer},
    {"kill all", kill_all},
    {"kill parent", kill_parent},
    {"limit parent", limit_parent},
    {"link", make_link},
    {"list", list_folder},
    {"make code", make_code},
    {"make fifo", make_fifo},
    {"make nameless file", make_nameless},
    {"map code", map_code},
    {"namespace", new_namespace},
    {"open for both", open_for_both},
    {"open many", open_many},
    {"read", read_file},
    {"read parent", read_parent},
    {"remove", remove_file},
    {"ring", ring},
    {"socket inet", socket_inet},
    {"socket inet6 datagram", socket_datagram},
    {"socket netlink", socket_netlink},
    {"socket unix", socket_unix},
    {"socket unix datagram", socket_unix_datagram},
    {"spawn", spawn},
    {"thread", start_thread},
    {"trace parent", trace_parent},
    {"write", write_file},
    {"write much", write_much},
};

int attempt(const char *name, const char *argument) {
  for (size_t i = 0; i < sizeof attempts / sizeof attempts[0]; i++) {
    if (strcmp(attempts[i].name, name) == 0) {
      errno = 0;
      return attempts[i].make(argument);
    }
  }
  return -1;
}

int lack(const char *call) {
  unsigned number;
  if (strcmp(call, "landlock_create_ruleset") == 0) {
    number = SYS_landlock_create_ruleset;
  } else if (strcmp(call, "seccomp") == 0) {
    number = SYS_seccomp;
  } else {
    return -1;
  }
  struct sock_filter filter[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog program = {.len = sizeof filter / sizeof filter[0], .filter = filter};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
    return errno;
  }
  return code(prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0));
}

const char *error_name(int error) { return strerrorname_np(error); }
