#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include "clinux.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/capability.h>
#include <linux/fs.h>
#include <linux/landlock.h>
#include <linux/openat2.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

int clinux_open_beneath(int directory, const char *path, int flags) {
  struct open_how how = {
      .flags = (unsigned int)(flags | O_CLOEXEC),
      .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS,
  };
  return (int)syscall(SYS_openat2, directory, path, &how, sizeof how);
}

int clinux_open_path_beneath(int directory, const char *path) {
  return clinux_open_beneath(directory, path, O_PATH | O_NOFOLLOW);
}

int clinux_open_path(const char *path) { return open(path, O_PATH | O_CLOEXEC); }

int clinux_rename_no_replace(int from, const char *name, int to, const char *new_name) {
  return renameat2(from, name, to, new_name, RENAME_NOREPLACE);
}

int clinux_synchronize_file_system(int descriptor) { return syncfs(descriptor); }

int clinux_make_event(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

// Aligned room for the header and one descriptor.
union control {
  struct cmsghdr header;
  char bytes[CMSG_SPACE(sizeof(int))];
};

ssize_t clinux_send_with_descriptor(int socket, const void *bytes, size_t count, int descriptor, int flags) {
  struct iovec part = {.iov_base = (void *)bytes, .iov_len = count};
  union control control;
  memset(&control, 0, sizeof control);
  struct msghdr message = {
      .msg_iov = &part,
      .msg_iovlen = 1,
      .msg_control = control.bytes,
      .msg_controllen = sizeof control.bytes,
  };
  struct cmsghdr *header = CMSG_FIRSTHDR(&message);
  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN(sizeof(int));
  memcpy(CMSG_DATA(header), &descriptor, sizeof descriptor);
  return sendmsg(socket, &message, flags | MSG_NOSIGNAL);
}

ssize_t clinux_receive_with_descriptor(int socket, void *bytes, size_t count, int *descriptor, int flags) {
  struct iovec part = {.iov_base = bytes, .iov_len = count};
  union control control;
  memset(&control, 0, sizeof control);
  struct msghdr message = {
      .msg_iov = &part,
      .msg_iovlen = 1,
      .msg_control = control.bytes,
      // CMSG_SPACE is padded and would let a second descriptor in; the kernel closes what does not fit.
      .msg_controllen = CMSG_LEN(sizeof(int)),
  };
  *descriptor = -1;
  ssize_t received = recvmsg(socket, &message, flags | MSG_CMSG_CLOEXEC);
  if (received < 0) {
    return received;
  }
  struct cmsghdr *header = CMSG_FIRSTHDR(&message);
  if (header != NULL && header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS &&
      header->cmsg_len == CMSG_LEN(sizeof(int))) {
    memcpy(descriptor, CMSG_DATA(header), sizeof *descriptor);
  }
  return received;
}

int clinux_set_no_new_privileges(void) { return prctl(PR_SET_NO_NEW_PRIVS, 1UL, 0UL, 0UL, 0UL); }

int clinux_set_parent_death_signal(int signal) { return prctl(PR_SET_PDEATHSIG, (unsigned long)signal, 0UL, 0UL, 0UL); }

int clinux_set_not_dumpable(void) { return prctl(PR_SET_DUMPABLE, 0UL, 0UL, 0UL, 0UL); }

static int prepare_files(posix_spawn_file_actions_t *files, int input) {
  int error = posix_spawn_file_actions_adddup2(files, input, STDIN_FILENO);
  if (error == 0) {
    error = posix_spawn_file_actions_addopen(files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  }
  if (error == 0) {
    error = posix_spawn_file_actions_addclosefrom_np(files, STDERR_FILENO + 1);
  }
  return error;
}

static int prepare_signals(posix_spawnattr_t *attributes) {
  sigset_t all;
  sigset_t none;
  sigfillset(&all);
  sigemptyset(&none);
  int error = posix_spawnattr_setsigdefault(attributes, &all);
  if (error == 0) {
    error = posix_spawnattr_setsigmask(attributes, &none);
  }
  if (error == 0) {
    error = posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSID);
  }
  return error;
}

int clinux_spawn(pid_t *child, const char *program, char *const arguments[], char *const environment[], int input) {
  posix_spawn_file_actions_t files;
  int error = posix_spawn_file_actions_init(&files);
  if (error != 0) {
    return error;
  }
  posix_spawnattr_t attributes;
  error = posix_spawnattr_init(&attributes);
  if (error != 0) {
    posix_spawn_file_actions_destroy(&files);
    return error;
  }
  error = prepare_files(&files, input);
  if (error == 0) {
    error = prepare_signals(&attributes);
  }
  if (error == 0) {
    error = posix_spawn(child, program, &files, &attributes, arguments, environment);
  }
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  return error;
}

int clinux_open_process(pid_t process) { return (int)syscall(SYS_pidfd_open, process, 0); }

void clinux_name_thread(const char *name) { pthread_setname_np(pthread_self(), name); }

int clinux_make_signal_descriptor(const int *signals, int count) {
  sigset_t set;
  sigemptyset(&set);
  for (int i = 0; i < count; i++) sigaddset(&set, signals[i]);
  if (sigprocmask(SIG_BLOCK, &set, NULL) != 0) return -1;
  return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

int clinux_read_signal(int descriptor) {
  struct signalfd_siginfo information;
  ssize_t size = read(descriptor, &information, sizeof information);
  return size == sizeof information ? (int)information.ssi_signo : -1;
}

int clinux_accept(int listener) { return accept4(listener, NULL, NULL, SOCK_CLOEXEC); }

int clinux_become(uid_t user, gid_t group) {
  if (setgroups(0, NULL) != 0 || setresgid(group, group, group) != 0) return -1;
  return setresuid(user, user, user);
}

static _Thread_local void *thread_value;

void clinux_set_thread_value(void *value) { thread_value = value; }

void *clinux_thread_value(void) { return thread_value; }

static int out_of_memory_status;

static void end_crashed(int signal) {
  if (errno == ENOMEM) {
    _exit(out_of_memory_status);
  }
  // The faulting instruction is met once more and ends the process; abort(3) raises its signal again by itself.
  struct sigaction action = {.sa_handler = SIG_DFL};
  sigaction(signal, &action, NULL);
}

int clinux_exit_when_out_of_memory(int status) {
  static char stack[16 << 10];
  static const int signals[] = {SIGABRT, SIGBUS, SIGILL, SIGSEGV, SIGTRAP};
  out_of_memory_status = status;
  // A stack that is used up leaves no room for a handler.
  stack_t alternative = {.ss_sp = stack, .ss_size = sizeof stack};
  if (sigaltstack(&alternative, NULL) != 0) {
    return errno;
  }
  struct sigaction action = {.sa_handler = end_crashed, .sa_flags = SA_ONSTACK};
  for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) {
    if (sigaction(signals[i], &action, NULL) != 0) {
      return errno;
    }
  }
  errno = 0;
  return 0;
}

int clinux_landlock_version(void) {
  return (int)syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
}

int clinux_landlock_create(uint64_t files, uint64_t network, uint64_t scopes) {
  // The kernel's own, at its length since interface 6. Older headers have a shorter one, and older kernels take what is
  // too long for them as long as the rest is zero.
  struct {
    uint64_t handled_access_fs;
    uint64_t handled_access_net;
    uint64_t scoped;
  } attributes = {files, network, scopes};
  return (int)syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0);
}

int clinux_landlock_allow(int ruleset, uint64_t files, int descriptor) {
  struct landlock_path_beneath_attr rule = {.allowed_access = files, .parent_fd = descriptor};
  return (int)syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
}

int clinux_landlock_enforce(int ruleset) { return (int)syscall(SYS_landlock_restrict_self, ruleset, 0); }

static void ignore_lease_breaks(void) {
  struct sigaction action = {.sa_handler = SIG_IGN};
  sigaction(SIGIO, &action, NULL);
}

int clinux_probe_for_writers(int descriptor) {
  // Who opens the file for writing while the lease is held makes the system send SIGIO, whose default is to end us.
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, ignore_lease_breaks);
  if (fcntl(descriptor, F_SETLEASE, F_RDLCK) != 0) {
    return -1;
  }
  // Their open() waits for as long as the lease is held.
  return fcntl(descriptor, F_SETLEASE, F_UNLCK);
}

int clinux_may_lease_files_of_others(void) {
  struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
  struct __user_cap_data_struct data[_LINUX_CAPABILITY_U32S_3];
  if (syscall(SYS_capget, &header, data) != 0) {
    return -1;
  }
  return (data[CAP_TO_INDEX(CAP_LEASE)].effective & CAP_TO_MASK(CAP_LEASE)) != 0;
}

int clinux_file_system_type(int descriptor, int64_t *type) {
  struct statfs status;
  if (fstatfs(descriptor, &status) != 0) {
    return -1;
  }
  *type = (int64_t)(uint32_t)status.f_type;
  return 0;
}

int clinux_clone_contents(int from, int to) { return ioctl(to, FICLONE, from); }

ssize_t clinux_copy_piece(int from, int to, off_t offset, size_t count) {
  off_t source = offset;
  off_t target = offset;
  return copy_file_range(from, &source, to, &target, count, 0);
}

int clinux_copy_times(int from, int to) {
  struct stat status;
  if (fstat(from, &status) != 0) {
    return -1;
  }
  struct timespec times[2] = {status.st_atim, status.st_mtim};
  return futimens(to, times);
}
