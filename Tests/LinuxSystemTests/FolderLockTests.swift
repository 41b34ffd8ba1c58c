import Glibc
import LinuxSystem
import SystemPackage
import Testing

struct FolderLockTests {
  private let temporary: TemporaryFolder

  init() throws {
    temporary = try TemporaryFolder()
  }

  private func failure(of folder: borrowing Directory) -> FolderLock.Failure? {
    do throws(FolderLock.Failure) {
      _ = try FolderLock(folder, as: "no such program", patience: .zero)
      return nil
    } catch {
      return error
    }
  }

  @Test func `a folder has one holder at a time, and leaves no trace of it`() throws {
    let folder = try temporary.open()
    let lock = try FolderLock(folder, as: "no such program")
    #expect(try failure(of: temporary.open()) == .held(by: nil))
    _ = consume lock
    #expect(failure(of: folder) == nil)
    #expect(try folder.entries().isEmpty)
  }

  private func isInUse(_ path: FilePath) -> Bool {
    do throws(Errno) {
      _ = try LocalListener(at: path)
      return false
    } catch {
      return error == .addressInUse
    }
  }

  @Test func `a socket at which somebody listens is not taken, and one that is left is`() throws {
    let folder = try temporary.open()
    let path = FilePath("/proc/self/fd/\(folder.descriptor.raw)/control")
    let first = try LocalListener(at: path)
    #expect(isInUse(path))
    _ = try MessageSocket(connectingTo: path)

    // Another's takes its place: when the first ends, that stays.
    try folder.renameNoReplace("control", to: "old", in: folder)
    let second = try LocalListener(at: path)
    _ = consume first
    _ = try MessageSocket(connectingTo: path)
    _ = consume second
    #expect(try !folder.contains("control"))

    // As a process that was killed leaves it.
    try folder.renameNoReplace("old", to: "control", in: folder)
    _ = try LocalListener(at: path)
  }
}
