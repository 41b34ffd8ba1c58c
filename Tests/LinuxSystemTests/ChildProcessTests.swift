import Glibc
import LinuxSystem
import SystemPackage
import Testing

struct ChildProcessTests {
  private var later: SuspendingClock.Instant { .now.advanced(by: .seconds(60)) }

  private func shell(_ script: String, environment: [String: String] = [:]) throws -> ChildProcess {
    try ChildProcess(executable: "/bin/sh", arguments: ["-c", script], environment: environment)
  }

  /// What a script says on its standard input, which is our socket: at most 255 bytes, as one message.
  private func answer(of script: String, environment: [String: String] = [:]) throws -> String {
    let child = try shell(
      "text=$(\(script)); printf \"\\\\000\\\\000\\\\000\\\\$(printf %o ${#text})%s\" \"$text\" >&0",
      environment: environment)
    let message = try child.socket.receive(maximumBytes: 255, deadline: later)
    #expect(try child.reap() == .exited(code: 0))
    return String(decoding: message.bytes, as: UTF8.self)
  }

  @Test(arguments: [0, 3, 255])
  func `an exit status is reported`(_ code: Int) throws {
    #expect(try shell("exit \(code)").reap() == .exited(code: code))
  }

  @Test(arguments: [SIGKILL, SIGTERM, SIGABRT])
  func `a signal ends the child and is reported`(_ signal: CInt) throws {
    let child = try ChildProcess(executable: "/bin/sleep", arguments: ["600"], environment: [:])
    try child.kill(signal)
    #expect(try child.reap() == .killed(signal: Int(signal)))
  }

  @Test func `a program that is not there is an error and no child`() {
    #expect(throws: Errno.noSuchFileOrDirectory) {
      _ = try ChildProcess(executable: "/nowhere/at/all", arguments: [], environment: [:]).reap()
    }
  }

  @Test func `the socket leads to the child's standard input`() throws {
    let child = try shell("exec head -c 9 >&0")
    try child.socket.send(Array("hello".utf8), deadline: later)
    #expect(try child.socket.receive(maximumBytes: 9, deadline: later).bytes == Array("hello".utf8))
    #expect(try child.reap() == .exited(code: 0))
  }

  @Test func `a child that waits for a message ends when it is reaped`() throws {
    #expect(try shell("cat; exit 7").reap() == .exited(code: 7))
  }

  @Test func `the end of the child is the end of the connection`() throws {
    let child = try shell("exit 0")
    #expect(throws: MessageSocketError.closed) { _ = try child.socket.receive(maximumBytes: 9, deadline: later).bytes }
    _ = try child.reap()
  }

  @Test func `a child that is let go is killed and leaves no zombie`() throws {
    func start() throws -> Int {
      try ChildProcess(executable: "/bin/sleep", arguments: ["600"], environment: [:]).identifier
    }
    let identifier = try start()
    #expect(kill(pid_t(identifier), 0) == -1 && errno == ESRCH)
  }

  @Test func `the environment is what was given and nothing else`() throws {
    #expect(try answer(of: "echo $OFFICE:${HOME:-none}", environment: ["OFFICE": "town"]) == "town:none")
  }

  @Test func `no descriptor of ours is open in the child`() throws {
    let leak = unsafe open("/dev/null", O_RDONLY)
    try #require(leak >= 0)
    defer { close(leak) }
    // The third is that of the listing itself.
    #expect(try answer(of: "ls /proc/self/fd | tr '\\n' ' '") == "0 1 2 3 ")
  }

  @Test func `standard output leads nowhere`() throws {
    #expect(try answer(of: "readlink /proc/$$/fd/1") == "/dev/null")
  }

  @Test func `signals are as at the start of a program`() throws {
    signal(SIGUSR1, SIG_IGN)
    var blocked = sigset_t()
    unsafe sigemptyset(&blocked)
    unsafe sigaddset(&blocked, SIGUSR2)
    unsafe pthread_sigmask(SIG_BLOCK, &blocked, nil)
    defer {
      unsafe pthread_sigmask(SIG_UNBLOCK, &blocked, nil)
      signal(SIGUSR1, SIG_DFL)
    }
    for field in ["SigBlk", "SigIgn"] {
      let mask = try answer(of: "sed -n 's/^\(field):\\t//p' /proc/self/status")
      // The C library keeps two signals above the standard ones to itself.
      #expect(try #require(UInt64(mask, radix: 16)) & 0x7fff_ffff == 0, "\(field) is \(mask)")
    }
  }

  @Test func `the child leads a session of its own`() throws {
    // Behind the name, which may hold anything: state, parent, group, session.
    let fields = try answer(of: "sed 's/.*) //' /proc/$$/stat | cut -d ' ' -f 3,4; echo $$").split(separator: "\n")
    let group = try #require(fields.first?.split(separator: " "))
    #expect(fields.count == 2 && group.count == 2 && group.allSatisfy { $0 == fields[1] }, "\(fields)")
  }

  @Test func `what the child has started is killed with it`() throws {
    let child = try shell("sleep 600 >&0 & printf '\\000\\000\\000\\001x' >&0; wait")
    _ = try child.socket.receive(maximumBytes: 1, deadline: later)
    try child.kill()
    // The connection is closed only when the last who holds it is gone.
    #expect(throws: MessageSocketError.closed) { _ = try child.socket.receive(maximumBytes: 1, deadline: later).bytes }
    #expect(try child.reap() == .killed(signal: 9))
  }

  @Test func `its end is waited for, whatever becomes of the connection`() throws {
    let child = try shell("exec <&- ; sleep 0.2; exit 5")
    #expect(try child.waitForEnd(until: later))
    #expect(try child.reap() == .exited(code: 5))
    let other = try ChildProcess(executable: "/bin/sleep", arguments: ["600"], environment: [:])
    #expect(try !other.waitForEnd(until: .now.advanced(by: .milliseconds(50))))
  }

  @Test(arguments: [
    (TerminationStatus.exited(code: 0), "ended by itself"),
    (.exited(code: 70), "ended with exit status 70"),
    (.killed(signal: 24), "was killed by SIGXCPU (its processor time was used up)"),
    (.killed(signal: 60), "was killed by signal 60"),
  ])
  func `an exit status is a sentence`(_ status: TerminationStatus, _ text: String) {
    #expect(status.description == text)
  }
}
