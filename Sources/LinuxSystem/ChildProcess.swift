import CLinux
import Glibc
package import SystemPackage

/// A process of our own, to which a socket leads.
///
/// It leads a session, and so a process group, of its own: a terminal's signals do not reach it, and it is killed with
/// all that it has started. It lives at most as long as this value: let go without `reap()`, it is killed, and never
/// stays behind as a zombie.
package struct ChildProcess: ~Copyable, Sendable {
  /// Leads to the child's standard input, which is the other end.
  package let socket: MessageSocket
  private let process: UnreapedProcess

  /// Starts a program.
  ///
  /// Its standard output leads nowhere and its standard error to ours; it has no other descriptors. Signals are as at
  /// the start of a program: none blocked, none ignored.
  ///
  /// A child that asks for a signal at its parent's death gets it when the *thread* ends that has called this.
  ///
  /// - Parameters:
  ///   - executable: Its path; `PATH` is not searched.
  ///   - arguments: Those behind the program's own name.
  ///   - environment: All of it; nothing is inherited.
  /// - Throws: What kept the program from being started, such as `Errno.noSuchFileOrDirectory`.
  package init(executable: FilePath, arguments: [String], environment: [String: String]) throws(Errno) {
    var pair = try SocketPair()
    guard let ours = pair.takeEnd(), let theirs = pair.takeEnd() else { throw .badFileDescriptor }
    let identifier = try unsafe executable.withSystemString { path throws(Errno) in
      let argumentList = CStringList([executable.string] + arguments)
      let variableList = CStringList(environment: environment)
      var identifier: pid_t = 0
      try checkedCode(
        unsafe clinux_spawn(&identifier, path, argumentList.pointers, variableList.pointers, theirs.raw))
      return identifier
    }
    socket = MessageSocket(taking: ours)
    process = UnreapedProcess(identifier: identifier)
  }

  /// The process id. It stands for this child as long as this value lives.
  package var identifier: Int { Int(process.identifier) }

  /// Sends a signal to the child and those of its own children that have stayed in its group. One that comes after all
  /// have ended does nothing.
  package func kill(_ signal: CInt = SIGKILL) throws(Errno) {
    let identifier = process.identifier
    _ = try checked { Glibc.kill(-identifier, signal) }
  }

  /// Blocks the thread until the child has ended or the deadline has passed, whatever becomes of the socket.
  ///
  /// - Parameter deadline: In the time that the machine is awake.
  /// - Returns: Whether it has ended, so that `reap()` does not block.
  /// - Throws: What `pidfd_open(2)` and `poll(2)` report, a lack of memory or descriptors above all.
  package func waitForEnd(until deadline: SuspendingClock.Instant) throws(Errno) -> Bool {
    let identifier = process.identifier
    let end = OwnedDescriptor(taking: try checked { clinux_open_process(identifier) })
    var interests = [pollfd(fd: end.raw, events: Int16(POLLIN), revents: 0)]
    return try waitUntilReady(&interests, deadline: deadline)
  }

  /// Hangs up and blocks the thread until the child has ended, which a child that waits for its next message then does;
  /// `kill` one that may not.
  package consuming func reap() throws(Errno) -> TerminationStatus {
    let process = self.process
    _ = consume socket
    return try process.reap()
  }
}

/// The duty to wait for a child, whose number is not given to another process before that.
///
/// Not private: in release builds other modules are given its layout, and the linker would miss it.
package struct UnreapedProcess: ~Copyable, Sendable {
  let identifier: pid_t

  init(identifier: pid_t) {
    self.identifier = identifier
  }

  deinit {
    _ = Glibc.kill(-identifier, SIGKILL)
    let identifier = identifier
    _ = try? waitForEnd(of: identifier)
  }

  consuming func reap() throws(Errno) -> TerminationStatus {
    let identifier = identifier
    discard self
    return try waitForEnd(of: identifier)
  }
}

private func waitForEnd(of identifier: pid_t) throws(Errno) -> TerminationStatus {
  var status: CInt = 0
  _ = try checked { unsafe waitpid(identifier, &status, 0) }
  return TerminationStatus(waitStatus: status)
}
