import Glibc
package import SystemPackage

/// An inotify instance: tells what happens in folders, and costs nothing while nothing does.
package struct Inotify: ~Copyable, Sendable {
  private let descriptor: OwnedDescriptor

  package init() throws(Errno) {
    descriptor = OwnedDescriptor(taking: try checked { inotify_init1(CInt(IN_CLOEXEC | IN_NONBLOCK)) })
  }

  /// Watches what a path stands for. A second watch of the same folder has the same number and replaces the first.
  ///
  /// - Throws: `Errno.noSpace` when the user has no watches left (`fs.inotify.max_user_watches`).
  package func addWatch(_ path: FilePath, _ mask: InotifyMask) throws(Errno) -> WatchDescriptor {
    let raw = descriptor.raw
    let watch = try unsafe path.withSystemString { path throws(Errno) in
      try checked { unsafe inotify_add_watch(raw, path, mask.rawValue) }
    }
    return WatchDescriptor(rawValue: watch)
  }

  /// Watches an open folder, whatever its path may have become meanwhile.
  package func addWatch(
    _ directory: borrowing Directory, _ mask: InotifyMask
  ) throws(Errno) -> WatchDescriptor {
    // There is no call that takes a descriptor; this link leads to the very folder.
    try addWatch(FilePath("/proc/self/fd/\(directory.descriptor.raw)"), mask.union(.onlyDirectory))
  }

  /// Ends a watch. Its last event is `ignored`.
  ///
  /// - Throws: `Errno.invalidArgument` when the watch is gone already.
  package func removeWatch(_ watch: WatchDescriptor) throws(Errno) {
    let raw = descriptor.raw
    _ = try checked { inotify_rm_watch(raw, watch.rawValue) }
  }

  /// Blocks the thread until something has happened, the deadline has passed or the signal was raised.
  ///
  /// Events that are not fetched stay in the system, which holds a limited number and then says `overflow`: a storm does
  /// not fill our memory.
  ///
  /// - Parameters:
  ///   - deadline: Counts the time that the machine is awake; `nil` waits for ever.
  ///   - signal: Ends the waiting when it is raised, from whatever thread.
  /// - Returns: What happened, in order; nothing after the deadline or the signal.
  /// - Throws: What `poll(2)` and `read(2)` report.
  package func waitForEvents(
    until deadline: SuspendingClock.Instant?, or signal: StopSignal
  ) throws(Errno) -> [InotifyEvent] {
    var interests = [
      pollfd(fd: descriptor.raw, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signal.descriptor.raw, events: Int16(POLLIN), revents: 0),
    ]
    guard try waitUntilReady(&interests, deadline: deadline), interests[1].revents == 0 else { return [] }
    return try readEvents()
  }

  /// What has happened so far, without waiting.
  package func readEvents() throws(Errno) -> [InotifyEvent] {
    let raw = descriptor.raw
    do throws(Errno) {
      // Many events of the longest kind; the system never hands out a part of one.
      let bytes = try unsafe [UInt8](capacity: 64 << 10) { buffer throws(Errno) in
        try checked { unsafe read(raw, buffer.baseAddress, buffer.count) }
      }
      return [InotifyEvent](decoding: bytes)
    } catch .resourceTemporarilyUnavailable {
      return []
    }
  }
}
