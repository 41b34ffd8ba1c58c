import LinuxSystem
import Logging
import Synchronization

/// A folder that one service alone may work with: two would each take half of the files, and each other's socket.
///
/// It may become another one in the same place, when a disk is taken away and put back.
final class ExclusiveFolder: Sendable {
  private struct State: ~Copyable {
    var lock: FolderLock?
    var status: FileStatus?
  }

  private let key: String
  private let path: String
  private let logger: Logger
  private let state = Mutex(State())

  /// - Parameters:
  ///   - key: What the configuration calls it.
  ///   - path: Where it lies.
  ///   - logger: Told where there can be no lock.
  init(key: String, path: String, logger: Logger) {
    self.key = key
    self.path = path
    self.logger = logger
  }

  /// Locks the folder, unless it is locked by us already. The lock ends with this value, or with the process.
  ///
  /// - Parameter folder: What stands for it, open.
  /// - Throws: ``FolderInUse`` when another service has it.
  func acquire(_ folder: borrowing Directory) throws(FolderInUse) {
    let status = try? folder.status()
    let isOurs = state.withLock { state in
      guard let status, let held = state.status else { return false }
      return held.isSameFile(as: status)
    }
    guard !isOurs else { return }
    do throws(FolderLock.Failure) {
      let lock = try FolderLock(folder, as: "nianbaod")
      keep(lock, status)
    } catch {
      switch error {
      case .held(let process): throw FolderInUse(key: key, path: path, process: process)
      case .notPossible(let cause):
        logger.warning(
          "\(path) cannot be locked (\(cause)), so that nothing keeps a second service out of it; see to it that there is none"
        )
      }
    }
  }

  private func keep(_ lock: consuming FolderLock, _ status: FileStatus?) {
    var lock: FolderLock? = lock
    state.withLock { state in
      state.lock = lock.take()
      state.status = status
    }
  }
}

/// Another service works with a folder that only one may work with.
package struct FolderInUse: Error, Equatable, CustomStringConvertible {
  /// What the configuration calls the folder.
  var key: String
  var path: String
  /// The other service's process; `nil` when the system does not say.
  var process: Int?

  package var description: String {
    let holder =
      process.map { "another nianbaod, process \($0)," } ?? "another process (`lsof +d \(path)` as root shows which)"
    return "\(holder) works with \(path), and only one may. Stop it first, or give each a folder of its own (\(key):)"
  }
}
