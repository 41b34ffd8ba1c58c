import Glibc
package import SystemPackage

/// What to be told of, or what has happened, in the terms of `inotify(7)`.
package struct InotifyMask: OptionSet, Hashable, Sendable {
  package var rawValue: UInt32

  package init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  private init(_ constant: some BinaryInteger) {
    rawValue = UInt32(truncatingIfNeeded: constant)
  }

  /// A file that was open for writing was closed.
  package static let closeWrite = InotifyMask(IN_CLOSE_WRITE)
  /// A file was written to or truncated.
  package static let modify = InotifyMask(IN_MODIFY)
  /// A name appeared, be it a new file or a link.
  package static let create = InotifyMask(IN_CREATE)
  package static let delete = InotifyMask(IN_DELETE)
  package static let movedFrom = InotifyMask(IN_MOVED_FROM)
  package static let movedTo = InotifyMask(IN_MOVED_TO)
  /// The watched folder itself was deleted or moved.
  package static let deleteSelf = InotifyMask(IN_DELETE_SELF)
  package static let moveSelf = InotifyMask(IN_MOVE_SELF)

  /// Comes with an event: it is about a folder.
  package static let isDirectory = InotifyMask(IN_ISDIR)
  /// Comes alone: the watch is gone.
  package static let ignored = InotifyMask(IN_IGNORED)
  /// Comes alone: events were lost because nobody read them in time.
  package static let overflow = InotifyMask(IN_Q_OVERFLOW)
  /// Comes alone: the file system was unmounted.
  package static let unmount = InotifyMask(IN_UNMOUNT)

  /// Asked for: no events for files that were unlinked while open.
  package static let excludeUnlinked = InotifyMask(IN_EXCL_UNLINK)
  /// Asked for: fail unless it is a folder.
  package static let onlyDirectory = InotifyMask(IN_ONLYDIR)
}

/// The number of a watch. The system does not use one again soon.
package struct WatchDescriptor: RawRepresentable, Hashable, Sendable {
  package var rawValue: CInt

  package init(rawValue: CInt) {
    self.rawValue = rawValue
  }
}

/// One event as the system gives it.
package struct InotifyEvent: Hashable, Sendable {
  /// Stands for no watch when events were lost.
  package var watch: WatchDescriptor
  package var mask: InotifyMask
  /// The same for both events of a move, otherwise zero.
  package var cookie: UInt32
  /// The name in the watched folder; `nil` when the event is about the folder itself.
  package var name: FilePath.Component?

  package init(watch: WatchDescriptor, mask: InotifyMask, cookie: UInt32 = 0, name: FilePath.Component? = nil) {
    self.watch = watch
    self.mask = mask
    self.cookie = cookie
    self.name = name
  }
}

extension [InotifyEvent] {
  /// Takes apart what one read of an inotify descriptor gave.
  package init(decoding bytes: [UInt8]) {
    self = []
    let headerSize = MemoryLayout<Header>.size
    var start = 0
    while start + headerSize <= bytes.count {
      let header = unsafe bytes.span.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: Header.self)
      let nameStart = start + headerSize
      let nameEnd = Swift.min(nameStart + Int(header.nameSize), bytes.count)
      append(
        InotifyEvent(
          watch: WatchDescriptor(rawValue: header.watch), mask: InotifyMask(rawValue: header.mask),
          cookie: header.cookie, name: FilePath.Component(bytes: bytes[nameStart..<nameEnd].prefix { $0 != 0 })))
      start = nameEnd
    }
  }
}

/// `struct inotify_event` without the name, which the system pads with zeros.
private struct Header: BitwiseCopyable {
  var watch: CInt
  var mask: UInt32
  var cookie: UInt32
  var nameSize: UInt32
}
