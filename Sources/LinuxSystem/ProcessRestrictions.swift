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
}
