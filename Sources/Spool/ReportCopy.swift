import LinuxSystem
import SystemPackage

/// Which file is moved to the outcome.
enum ReportSource: String, Sendable {
  /// The one that was handed in.
  case original
  /// Ours, made of it. The one that was handed in is removed when the outcome is durable.
  case copy
}

extension SubmissionFolder {
  /// Copies the report. The copy is ours; group, permissions and time of modification are those of the file.
  ///
  /// - Returns: `false` when the report has grown beyond the limit meanwhile.
  func makeCopy(
    of report: borrowing OwnedDescriptor, like status: FileStatus, upTo limit: Int
  ) throws(SpoolError) -> Bool {
    try explaining(.work, "The report in .work/\(id) cannot be copied") { () throws(Errno) in
      let copy = try directory.createFileAnew(Self.copyName)
      do throws(Errno) { try report.copy(to: copy, upTo: limit) } catch .fileTooLarge { return false }
      if try copy.status().group != status.group {
        do throws(Errno) { try copy.setGroup(status.group) } catch .notPermitted {}
      }
      try copy.setPermissions(
        status.permissions.subtracting([.setUserID, .setGroupID, .saveText]).union([.ownerReadWrite]))
      try copy.close()
      return true
    }
  }

  func openCopy() throws(SpoolError) -> OwnedDescriptor {
    try explaining(.work, "The copy in .work/\(id) cannot be opened") { () throws(Errno) in
      try directory.openForReading(FilePath(root: nil, [Self.copyName]))
    }
  }

  /// What lies there to be moved; `nil` when it was moved already.
  func status(of source: ReportSource, at path: InboxPath) throws(SpoolError) -> FileStatus? {
    try explaining(.work, "The report in .work/\(id) cannot be looked at") { () throws(Errno) in
      do throws(Errno) {
        switch source {
        case .original: return try reportFolder().status(of: path.path)
        case .copy: return try directory.status(of: FilePath(root: nil, [Self.copyName]))
        }
      } catch .noSuchFileOrDirectory {
        return nil
      }
    }
  }

  /// What is to be filed, to be read.
  func openForFiling(_ source: ReportSource, at path: InboxPath) throws(Errno) -> OwnedDescriptor {
    switch source {
    case .original: try reportFolder().openForReading(path.path)
    case .copy: try directory.openForReading(FilePath(root: nil, [Self.copyName]))
    }
  }

  /// Moves what is to be filed to its outcome.
  func move(
    _ source: ReportSource, at path: InboxPath, to name: FilePath.Component, in target: borrowing Directory
  ) throws(Errno) {
    switch source {
    case .original:
      try reportFolder().directory(at: path.folder).renameNoReplace(path.name, to: name, in: target)
    case .copy:
      try directory.renameNoReplace(Self.copyName, to: name, in: target)
    }
  }
}
