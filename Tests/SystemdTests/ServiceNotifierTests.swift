import Glibc
import SystemPackage
import Systemd
import TestSockets
import Testing

/// The protocol is spoken through the environment, which a whole process shares: each test takes a process of its own.
struct ServiceNotifierTests {
  @Test func `states travel as one datagram to the manager`() async {
    await #expect(processExitsWith: .success) {
      let manager = try ManagerSocket()
      let isTold = try ServiceNotifier().notify(.ready, .status("2 workers, /srv/nianbao"))
      try #require(isTold)
      try #require(try manager.receive() == "READY=1\nSTATUS=2 workers, /srv/nianbao")

      try ServiceNotifier().notify(.reloading)
      try #require(try manager.receive() == "RELOADING=1")
      try ServiceNotifier().notify(.alive)
      try #require(try manager.receive() == "WATCHDOG=1")
      try ServiceNotifier().notify(.stopping, .extendTimeout(.milliseconds(1500)))
      try #require(try manager.receive() == "STOPPING=1\nEXTEND_TIMEOUT_USEC=1500000")
    }
  }

  @Test func `a status text cannot say anything but a status`() async {
    await #expect(processExitsWith: .success) {
      let manager = try ManagerSocket()
      try ServiceNotifier().notify(.status("judging a\nSTOPPING=1"))
      try #require(try manager.receive() == #"STATUS=judging a\nSTOPPING=1"#)
    }
  }

  @Test func `an extension of the timeout is never negative`() async {
    await #expect(processExitsWith: .success) {
      let manager = try ManagerSocket()
      try ServiceNotifier().notify(.extendTimeout(.seconds(-3)))
      try #require(try manager.receive() == "EXTEND_TIMEOUT_USEC=0")
    }
  }

  @Test func `outside systemd nothing happens`() async {
    await #expect(processExitsWith: .success) {
      unsafe unsetenv("NOTIFY_SOCKET")
      let isTold = try ServiceNotifier().notify(.ready)
      try #require(!isTold)
      try #require(ServiceNotifier().watchdogInterval == nil)
    }
  }

  @Test func `a manager that is gone is an error`() async {
    await #expect(processExitsWith: .success) {
      unsafe setenv("NOTIFY_SOCKET", "/nonexistent/notify", 1)
      #expect(throws: Errno.noSuchFileOrDirectory) { try ServiceNotifier().notify(.ready) }
    }
  }

  @Test func `the watchdog's interval is the one set for this process`() async {
    await #expect(processExitsWith: .success) {
      unsafe setenv("WATCHDOG_USEC", "30000000", 1)
      unsafe setenv("WATCHDOG_PID", "\(getpid())", 1)
      try #require(ServiceNotifier().watchdogInterval == .seconds(30))
      unsafe setenv("WATCHDOG_PID", "1", 1)
      try #require(ServiceNotifier().watchdogInterval == nil)
    }
  }
}

/// The manager's end of a notification socket, set up as the environment of this process.
private struct ManagerSocket {
  private let socket: DatagramSocket

  init() throws {
    let address = "@nianbaod-test-\(getpid())"
    socket = try DatagramSocket(listeningAt: address)
    unsafe setenv("NOTIFY_SOCKET", address, 1)
  }

  func receive() throws -> String {
    String(decoding: try socket.receive(), as: UTF8.self)
  }
}
