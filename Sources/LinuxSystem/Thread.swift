import CLinux
import Glibc
import SystemPackage

/// Starts a detached thread.
///
/// - Parameters:
///   - name: Shown by `ps -L` and debuggers; the first 15 bytes count.
///   - body: What the thread does; it ends with it.
/// - Throws: `Errno.resourceTemporarilyUnavailable` when there can be no more threads.
func startThread(name: String, _ body: @escaping @Sendable () -> Void) throws(Errno) {
  let work = unsafe Unmanaged.passRetained(ThreadBody(name: name, run: body))
  var thread = pthread_t()
  let code = unsafe pthread_create(
    &thread, nil,
    { argument in
      guard let argument = unsafe argument else { return nil }
      let body = unsafe Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue()
      unsafe clinux_name_thread(body.name)
      ThreadActivity.register(body.name, body.run)
      return nil
    }, work.toOpaque())
  guard code == 0 else {
    unsafe work.release()
    throw Errno(rawValue: code)
  }
  pthread_detach(thread)
}

private final class ThreadBody: Sendable {
  let name: String
  let run: @Sendable () -> Void

  init(name: String, run: @escaping @Sendable () -> Void) {
    self.name = name
    self.run = run
  }
}
