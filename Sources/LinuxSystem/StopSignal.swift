import CLinux
import Glibc
package import SystemPackage

/// Wakes a thread that waits in the system, from any other. Once raised it stays so.
package final class StopSignal: Sendable {
  let descriptor: OwnedDescriptor

  package init() throws(Errno) {
    descriptor = OwnedDescriptor(taking: try checked { clinux_make_event() })
  }

  package func raise() {
    var one: UInt64 = 1
    // It fails only when the counter is full, and then it is raised already.
    _ = unsafe write(descriptor.raw, &one, MemoryLayout.size(ofValue: one))
  }

  package var isRaised: Bool {
    var interests = [pollfd(fd: descriptor.raw, events: Int16(POLLIN), revents: 0)]
    return unsafe poll(&interests, 1, 0) > 0
  }
}
