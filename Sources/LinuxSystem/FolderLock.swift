import CLinux
import Glibc
package import SystemPackage

/// A folder that this process alone may use, among all that ask. The lock leaves no trace and dies with the process,
/// however that ends: flock(2) on the folder itself.
package struct FolderLock: ~Copyable, Sendable {
  private let descriptor: OwnedDescriptor

  /// Why a folder cannot be locked.
  package enum Failure: Error, Equatable {
    /// Another process has it; `nil` when the system does not say which.
    case held(by: Int?)
    /// Its file system has no such locks, as some network file systems have none on folders.
    case notPossible(Errno)
  }

  /// Locks a folder.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - program: What the processes are called that lock it so, to name the one that has it.
  ///   - patience: How long a holder has to end. A child that was just being started when its parent was killed keeps a
  ///     lock for a moment.
  /// - Throws: ``Failure``.
  package init(
    _ folder: borrowing Directory, as program: String, patience: Duration = .seconds(1)
  ) throws(Failure) {
    descriptor = try Self.lock(folder, program, until: SuspendingClock.now + patience)
  }

  private static func lock(
    _ folder: borrowing Directory, _ program: String, until deadline: SuspendingClock.Instant
  ) throws(Failure) -> OwnedDescriptor {
    do throws(Errno) {
      // A descriptor of its own: the lock goes with it.
      let descriptor = try folder.openBeneath("", O_RDONLY | O_DIRECTORY)
      let raw = descriptor.raw
      while true {
        do throws(Errno) {
          _ = try checked { flock(raw, LOCK_EX | LOCK_NB) }
          return descriptor
        } catch .wouldBlock where SuspendingClock.now < deadline {
          _ = usleep(20_000)
        }
      }
    } catch .wouldBlock {
      throw .held(by: holder(of: try? folder.status(), program))
    } catch {
      throw .notPossible(error)
    }
  }

  /// The process that has locked a folder, as /proc tells; the lock itself does not know it. Of another user's processes
  /// it tells nothing.
  private static func holder(of folder: FileStatus?, _ program: String) -> Int? {
    guard let folder, let processes = try? Directory(at: "/proc"), let entries = try? processes.entries() else {
      return nil
    }
    return entries.lazy.compactMap { Int($0.name.string) }.first { process in
      guard (try? text("\(process)/comm", in: processes)) == program + "\n",
        let descriptors = try? processes.directory(at: FilePath("\(process)/fdinfo")),
        let entries = try? descriptors.entries()
      else { return false }
      return entries.contains { entry in
        let facts = (try? text(entry.name.string, in: descriptors)) ?? ""
        // "lock:	1: FLOCK  ADVISORY  WRITE 1234 08:01:5678 0 EOF"
        return facts.split(separator: "\n").contains { line in
          line.hasPrefix("lock:") && line.contains(" FLOCK ") && line.contains(":\(folder.inode) ")
        }
      }
    }
  }

  private static func text(_ path: String, in folder: borrowing Directory) throws(Errno) -> String {
    String(decoding: try folder.openForReading(FilePath(path)).readAll(upTo: 64 << 10), as: UTF8.self)
  }
}
