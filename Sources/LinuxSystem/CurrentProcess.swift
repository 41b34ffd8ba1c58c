import CLinux
import Glibc
package import SystemPackage

/// This process as others will find it.
package enum CurrentProcess {
  /// Its number.
  package static var identifier: Int { Int(getpid()) }

  /// Whom the files belong to that it makes.
  package static var user: UInt32 { geteuid() }

  /// Gives up root's rights for those of a file's owner, so that whatever is made stays the owner's. Without them nothing
  /// changes.
  package static func become(ownerOf file: FileStatus) throws(Errno) {
    guard geteuid() == 0, file.owner != 0 else { return }
    _ = try checked { clinux_become(file.owner, file.group) }
  }

  /// Makes a folder the one that relative paths begin in.
  package static func enter(_ folder: FilePath) throws(Errno) {
    _ = try unsafe folder.withSystemString { path throws(Errno) in try checked { unsafe chdir(path) } }
  }

  /// Its standard input, as a descriptor that other programs do not inherit.
  package static func standardInput() throws(Errno) -> OwnedDescriptor {
    OwnedDescriptor(taking: try checked { fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0) })
  }

  /// From now on all three standard streams lead nowhere.
  package static func silence() throws(Errno) {
    let null = OwnedDescriptor(taking: try checked { unsafe open("/dev/null", O_RDWR | O_CLOEXEC) })
    let raw = null.raw
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      _ = try checked { dup2(raw, stream) }
    }
  }

  /// Becomes another program, with its number, limits and restrictions, and the descriptors of the three standard
  /// streams. When that succeeds, nothing that follows is done.
  ///
  /// - Parameters:
  ///   - executable: Its path; `PATH` is not searched.
  ///   - arguments: Those behind the program's own name.
  ///   - environment: All of it; nothing is inherited.
  /// - Throws: What kept the program from being started.
  package static func become(
    _ executable: FilePath, arguments: [String], environment: [String: String]
  ) throws(Errno) {
    let argumentList = CStringList([executable.string] + arguments)
    let variableList = CStringList(environment: environment)
    _ = try unsafe executable.withSystemString { path throws(Errno) in
      try checked { unsafe execve(path, argumentList.pointers, variableList.pointers) }
    }
  }
}
