#pragma once

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// Linux calls that Swift cannot make by itself: variadic ones, those made of macros, those without a wrapper in the C
// library, and those its import of the C library leaves out. Unless said otherwise they return -1 on failure and set
// errno, as system calls do.

/// openat2(2), which neither leaves `directory` nor follows a symbolic link anywhere on the way.
int clinux_open_beneath(int directory, const char *path, int flags);

/// The same with O_PATH: a descriptor that stands for the name and gives no access, of a symbolic link the link itself.
int clinux_open_path_beneath(int directory, const char *path);

/// open(2) with O_PATH, of a symbolic link what it leads to.
int clinux_open_path(const char *path);

/// renameat2(2) with RENAME_NOREPLACE.
int clinux_rename_no_replace(int from, const char *name, int to, const char *new_name);

/// syncfs(2).
int clinux_synchronize_file_system(int descriptor);

/// eventfd(2), non-blocking.
int clinux_make_event(void);

/// sendmsg(2) of `count` bytes with one descriptor attached.
ssize_t clinux_send_with_descriptor(int socket, const void *bytes, size_t count, int descriptor, int flags);

/// recvmsg(2) that takes at most one attached descriptor. `*descriptor` is -1 when none came.
ssize_t clinux_receive_with_descriptor(int socket, void *bytes, size_t count, int *descriptor, int flags);

/// prctl(2) with PR_SET_NO_NEW_PRIVS.
int clinux_set_no_new_privileges(void);

/// prctl(2) with PR_SET_PDEATHSIG.
int clinux_set_parent_death_signal(int signal);

/// prctl(2) with PR_SET_DUMPABLE, off.
int clinux_set_not_dumpable(void);

/// posix_spawn(3) of a program with `input` as its standard input, /dev/null as its standard output, the caller's
/// standard error and no other descriptor, in a session of its own, with default signal dispositions and an empty signal
/// mask. Returns zero or an error number.
int clinux_spawn(pid_t *child, const char *program, char *const arguments[], char *const environment[], int input);

/// pidfd_open(2): a descriptor that is ready for reading once the process has ended.
int clinux_open_process(pid_t process);

/// pthread_setname_np(3) for the calling thread; the system keeps 15 bytes.
void clinux_name_thread(const char *name);

/// Blocks `count` signals for the calling thread, sigprocmask(2), and makes a signalfd(2) of them.
int clinux_make_signal_descriptor(const int *signals, int count);

/// The number of a signal that a signalfd(2) has, which it has no longer then; -1 with EAGAIN when there is none.
int clinux_read_signal(int descriptor);

/// accept4(2) without the address.
int clinux_accept(int listener);

/// Gives up all groups and becomes a user and a group for good: setgroups(2), setresgid(2), setresuid(2).
int clinux_become(uid_t user, gid_t group);

/// Keeps a pointer for the calling thread.
void clinux_set_thread_value(void *value);

/// The pointer that was kept; NULL when there is none.
void *clinux_thread_value(void);

/// On a crash for want of memory, which is one that follows on ENOMEM, the process exits with `status` instead of dying by
/// the signal. Other crashes stay what they are. For a process with one thread; returns zero or an error number.
int clinux_exit_when_out_of_memory(int status);

/// The newest Landlock interface that the kernel knows: landlock_create_ruleset(2) with LANDLOCK_CREATE_RULESET_VERSION.
int clinux_landlock_version(void);

/// landlock_create_ruleset(2): what is taken away. Returns a descriptor.
int clinux_landlock_create(uint64_t files, uint64_t network, uint64_t scopes);

/// landlock_add_rule(2): what is given back below a folder, or of a file, that is open as `descriptor`.
int clinux_landlock_allow(int ruleset, uint64_t files, int descriptor);

/// landlock_restrict_self(2), for the calling thread and those that it starts.
int clinux_landlock_enforce(int ruleset);

/// Takes a read lease, fcntl(2) with F_SETLEASE, and drops it at once. It fails with EAGAIN while anybody has the file
/// open for writing. From the first call on, SIGIO is ignored.
int clinux_probe_for_writers(int descriptor);

/// Whether this thread has CAP_LEASE in effect, capabilities(7): 1 or 0, -1 on failure.
int clinux_may_lease_files_of_others(void);

/// The `f_type` of fstatfs(2).
int clinux_file_system_type(int descriptor, int64_t *type);

/// Makes the file `to`, which is empty, share the bytes of `from`: ioctl(2) with FICLONE.
int clinux_clone_contents(int from, int to);

/// copy_file_range(2) of at most `count` bytes to the same place in `to`. Offsets stay where they are. Returns how many
/// there were, none at the end.
ssize_t clinux_copy_piece(int from, int to, off_t offset, size_t count);

/// futimens(2) with the times of access and modification of `from`.
int clinux_copy_times(int from, int to);
