import CLinux
import Glibc
package import SystemPackage

/// What this process gives up for good.
package enum ProcessRestrictions {
  /// No program that it starts can have more rights than it has (`PR_SET_NO_NEW_PRIVS`).
  ///
  /// It holds for the calling thread and those that it starts: to be called before there are others.
  package static func forbidNewPrivileges() throws(Errno) {
    _ = try checked { clinux_set_no_new_privileges() }
  }

  /// It is killed when the thread ends that has started it (`PR_SET_PDEATHSIG`).
  ///
  /// - Throws: `Errno.noSuchProcess` when that has happened already, so that nobody would ever end it.
  package static func dieWithParent() throws(Errno) {
    let parent = getppid()
    _ = try checked { clinux_set_parent_death_signal(SIGKILL) }
    guard getppid() == parent, parent != 1 else { throw .noSuchProcess }
  }

  /// No other process of the same user can look into it (`PR_SET_DUMPABLE`).
  ///
  /// Not for a process that watches folders: without privileges it can then no longer use `/proc/self/fd`, by which
  /// `Inotify` finds an open folder.
  package static func forbidInspection() throws(Errno) {
    _ = try checked { clinux_set_not_dumpable() }
  }

  /// How many threads this process has. What holds for the calling thread alone holds for the process while there is one.
  package static func threadCount() throws(Errno) -> Int {
    try Directory(at: "/proc/self/task").entries().count
  }

  /// When it crashes for want of memory, it ends with this exit status instead, by which that can be told from other
  /// crashes.
  package static func exitWhenOutOfMemory(status: Int) throws(Errno) {
    try checkedCode(clinux_exit_when_out_of_memory(CInt(status)))
  }

  /// Writing a file beyond its limit is an error, and no longer a signal that ends the process.
  package static func ignoreFileSizeSignal() {
    signal(SIGXFSZ, SIG_IGN)
  }
}
