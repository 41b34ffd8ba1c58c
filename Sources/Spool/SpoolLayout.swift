package import LinuxSystem
package import SystemPackage

/// What becomes of a submission.
package enum Outcome: String, CaseIterable, Sendable {
  case accepted, rejected, held
}

/// The folders of a spool, held open.
package struct SpoolLayout: ~Copyable, Sendable {
  package let root: FilePath
  package let inbox: Directory
  package let accepted: Directory
  package let rejected: Directory
  package let held: Directory
  /// Private to the service. What is claimed lies here until it is filed.
  package let work: Directory

  package static let inboxName: FilePath.Component = "inbox"
  package static let workName: FilePath.Component = ".work"

  /// Opens the folders and makes those that are missing.
  ///
  /// A folder that is made gets the permissions of the spool itself, so that whoever shares the spool shares them; with
  /// its setgid bit the group too. `.work` is for the service alone. Folders that exist keep what they have.
  ///
  /// - Parameter root: Has to exist: an administrator decides where the share lies and who may use it, and a spool made
  ///   in the place of one that is not mounted would swallow reports.
  /// - Throws: `SpoolError` with the code `folder`, which names the folder and the remedy.
  package init(root: FilePath) throws(SpoolError) {
    let directory: Directory
    do throws(Errno) {
      directory = try Directory(at: root)
    } catch .noSuchFileOrDirectory {
      throw SpoolError(
        .folder,
        "The spool \(root.printable) does not exist. Mount it, or create it: install -d -m 2770 -g GROUP "
          + "\(root.printable)",
        cause: .noSuchFileOrDirectory)
    } catch {
      throw SpoolError(
        .folder, "The spool \(root.printable) cannot be opened. It has to be a folder that the service may enter.",
        cause: error)
    }
    let inbox = try Self.folder(Self.inboxName, of: directory, at: root)
    let accepted = try Self.folder(Outcome.accepted.folderName, of: directory, at: root)
    let rejected = try Self.folder(Outcome.rejected.folderName, of: directory, at: root)
    let held = try Self.folder(Outcome.held.folderName, of: directory, at: root)
    let work = try Self.folder(Self.workName, of: directory, at: root, permissions: .ownerReadWriteExecute)

    self.root = root
    self.inbox = inbox
    self.accepted = accepted
    self.rejected = rejected
    self.held = held
    self.work = work
  }

  /// Opens the folders again after they were lost. Nothing is made: in the place of a spool that is not mounted there is
  /// often an empty folder.
  ///
  /// - Throws: `SpoolError` with the code `folder` while any of them is missing.
  package init(reopening root: FilePath) throws(SpoolError) {
    let names = [Self.inboxName, Self.workName] + Outcome.allCases.map(\.folderName)
    try explaining(.folder, "The spool \(root.printable) is not there") { () throws(Errno) in
      let directory = try Directory(at: root)
      for name in names { _ = try directory.directory(at: FilePath(root: nil, [name])) }
    }
    try self.init(root: root)
  }

  /// Whether the paths still lead to the folders that are held open: not if one was moved away, unmounted or mounted over.
  package var isInPlace: Bool {
    guard let directory = try? Directory(at: root) else { return false }
    func leads(_ name: FilePath.Component, to folder: borrowing Directory) -> Bool {
      guard let there = try? directory.status(of: FilePath(root: nil, [name])), let here = try? folder.status() else {
        return false
      }
      return there.isSameFile(as: here)
    }
    return leads(Self.inboxName, to: inbox) && leads(Self.workName, to: work)
      && leads(Outcome.accepted.folderName, to: accepted) && leads(Outcome.rejected.folderName, to: rejected)
      && leads(Outcome.held.folderName, to: held)
  }

  private static func folder(
    _ name: FilePath.Component, of root: borrowing Directory, at path: FilePath, permissions: FilePermissions? = nil
  ) throws(SpoolError) -> Directory {
    let printable = path.appending(name).printable
    let status = try explaining(.folder, "The spool \(path.printable) cannot be read") { () throws(Errno) in
      try root.status()
    }
    let folder = try explaining(.folder, "The folder \(printable) cannot be opened or made") { () throws(Errno) in
      try root.existingOrNewDirectory(
        name, permissions: permissions ?? status.permissions.union(.ownerReadWriteExecute))
    }
    let folderStatus = try explaining(.folder, "The folder \(printable) cannot be read") { () throws(Errno) in
      try folder.status()
    }
    guard folderStatus.device == status.device else {
      // A move from one to another would not be a single step.
      throw SpoolError(
        .folder, "The folder \(printable) is on another file system than the spool. Mount the spool as a whole.")
    }
    return folder
  }
}

extension Outcome {
  package var folderName: FilePath.Component {
    switch self {
    case .accepted: "accepted"
    case .rejected: "rejected"
    case .held: "held"
    }
  }
}

extension Directory {
  /// Opens a folder, and makes it first if there is none. A new one has these permissions, whatever the umask, and keeps
  /// the setgid bit that the system gave it; an existing one is left as it is.
  ///
  /// - Parameters:
  ///   - name: What it is called in this one.
  ///   - permissions: Of a new one.
  ///   - group: Whom a new one is handed to, if the system lets us; `nil` for the group that the system gives it.
  /// - Returns: The folder.
  /// - Throws: `Errno.notDirectory` or `Errno.tooManySymbolicLinkLevels` when something else has the name.
  func existingOrNewDirectory(
    _ name: FilePath.Component, permissions: FilePermissions, group: UInt32? = nil
  ) throws(Errno) -> Directory {
    do throws(Errno) {
      try makeDirectory(name, permissions: permissions.subtracting([.setUserID, .setGroupID]))
    } catch .fileExists {
      return try directory(at: FilePath(root: nil, [name]))
    }
    let folder = try directory(at: FilePath(root: nil, [name]))
    if let group {
      do throws(Errno) { try folder.descriptor.setGroup(group) } catch .notPermitted {}
    }
    let made = try folder.status().permissions
    let wanted = permissions.union(made.intersection(.setGroupID))
    if made != wanted {
      // A service that may not set the set-group-ID bit keeps what its umask has left, with the bit it has inherited.
      do throws(Errno) { try folder.descriptor.setPermissions(wanted) } catch .notPermitted {}
    }
    return folder
  }
}
