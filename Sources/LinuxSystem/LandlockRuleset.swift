import CLinux
import Glibc
package import SystemPackage

/// What the calling thread, and all that it starts, may still do with files and network (`landlock(7)`).
///
/// A ruleset takes away every right that the kernel knows of, and gives back some below single folders. Descriptors that
/// are open already keep what they can do.
package struct LandlockRuleset: ~Copyable, Sendable {
  /// The version of the interface, 1 and up; `nil` where the kernel has no Landlock, or it was switched off at boot.
  package static var version: Int? {
    let version = clinux_landlock_version()
    return version > 0 ? Int(version) : nil
  }

  private let descriptor: OwnedDescriptor
  private let handled: FileRights

  /// Begins with no right at all.
  ///
  /// - Parameter version: That of the kernel, ``version``.
  /// - Throws: `Errno.noSuchSystemCall` or `Errno.notSupported` without Landlock.
  package init(version: Int) throws(Errno) {
    handled = FileRights(since: version)
    let files = handled.rawValue
    // Version 4 brought bind and connect over TCP, 6 abstract sockets and signals to processes outside.
    let network: UInt64 = version >= 4 ? 0b11 : 0
    let scopes: UInt64 = version >= 6 ? 0b11 : 0
    descriptor = OwnedDescriptor(taking: try checked { clinux_landlock_create(files, network, scopes) })
  }

  /// Gives rights back on a file, or on a folder and all below it. A path that does not exist is passed over.
  package func allow(_ rights: FileRights, below path: FilePath) throws(Errno) {
    do throws(Errno) {
      let raw = try unsafe path.withSystemString { path throws(Errno) in
        try checked { unsafe clinux_open_path(path) }
      }
      try allow(rights, below: OwnedDescriptor(taking: raw))
    } catch .noSuchFileOrDirectory {
      return
    }
  }

  private func allow(_ rights: FileRights, below place: borrowing OwnedDescriptor) throws(Errno) {
    let (ruleset, place, isFolder) = (descriptor.raw, place.raw, try place.status().kind == .directory)
    let allowed = rights.intersection(isFolder ? handled : handled.intersection(.ofFiles)).rawValue
    _ = try checked { clinux_landlock_allow(ruleset, allowed, place) }
  }

  /// From now on only that is allowed, for the calling thread and for those that it starts.
  ///
  /// - Throws: `Errno.notPermitted` unless the thread has given up new privileges before.
  package consuming func enforce() throws(Errno) {
    let ruleset = descriptor.raw
    _ = try checked { clinux_landlock_enforce(ruleset) }
  }
}

/// What may be done with a file or folder, `LANDLOCK_ACCESS_FS_*`.
package struct FileRights: OptionSet, Sendable {
  package var rawValue: UInt64

  package init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  package static let execute = FileRights(rawValue: 1 << 0)
  package static let writeFile = FileRights(rawValue: 1 << 1)
  package static let readFile = FileRights(rawValue: 1 << 2)
  package static let readFolder = FileRights(rawValue: 1 << 3)
  package static let removeFolder = FileRights(rawValue: 1 << 4)
  package static let removeFile = FileRights(rawValue: 1 << 5)
  package static let makeFolder = FileRights(rawValue: 1 << 7)
  package static let makeFile = FileRights(rawValue: 1 << 8)
  package static let makeSocket = FileRights(rawValue: 1 << 9)
  /// Moving from one folder to another.
  package static let refer = FileRights(rawValue: 1 << 13)
  package static let truncate = FileRights(rawValue: 1 << 14)

  /// Looking at files and folders.
  package static let read: FileRights = [.readFile, .readFolder]
  /// Whatever a program does with a folder of its own; devices, FIFOs and symbolic links are no part of it.
  package static let own: FileRights = [
    .read, .writeFile, .removeFolder, .removeFile, .makeFolder, .makeFile, .makeSocket, .refer, .truncate,
  ]

  /// Those that the kernel takes for something that is not a folder.
  fileprivate static let ofFiles: FileRights = [.execute, .writeFile, .readFile, .truncate, .deviceControl]
  private static let deviceControl = FileRights(rawValue: 1 << 15)

  /// All that a version of the interface knows: 13 at first, one more each in 2, 3 and 5.
  fileprivate init(since version: Int) {
    let count =
      switch version {
      case ...1: 13
      case 2: 14
      case 3, 4: 15
      default: 16
      }
    self.init(rawValue: (1 << UInt64(count)) - 1)
  }
}
