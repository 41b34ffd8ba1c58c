import Foundation
import LinuxSystem
import SystemPackage

/// A private folder for one conversion. It goes with this value, whatever was put into it.
struct ConversionFolder: ~Copyable {
  let path: FilePath

  init() throws(ConversionFailure) {
    let name = "nianbaod-\(UUID().uuidString)"
    path = FilePath(FileManager.default.temporaryDirectory.path).appending(name)
    do {
      try FileManager.default.createDirectory(
        atPath: path.string, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .notStarted("the folder \(path) cannot be made: \(error)")
    }
  }

  deinit {
    // Symbolic links in it are removed, not followed.
    try? FileManager.default.removeItem(atPath: path.string)
  }

  /// A file that a process without trust has left in the folder, if that is what it is.
  func open(_ name: FilePath) throws(ConversionFailure) -> OwnedDescriptor {
    do throws(Errno) {
      let file = try Directory(at: path).openForReading(name)
      guard try file.status().kind == .regular else { throw Errno.notSupported }
      return file
    } catch .noSuchFileOrDirectory {
      throw .noResult("there is no file")
    } catch {
      throw .noResult("\(error)")
    }
  }
}
