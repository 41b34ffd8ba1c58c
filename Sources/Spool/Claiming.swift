import LinuxSystem
import SystemPackage

extension Spool {
  /// Takes a file out of the inbox into a work folder of its own, where nobody else can reach it by name.
  ///
  /// - Returns: The claim, or why there is nothing to claim. Only a claim leaves anything in the work folder.
  /// - Throws: `SpoolError` with the code `claim` when the file cannot be read or moved, `work` when the work folder
  ///   cannot be written. The file is still in the inbox.
  package func claim(_ path: InboxPath) throws(SpoolError) -> ClaimResult {
    switch try look(at: path) {
    case .report(let folder): try take(path, from: folder)
    case .gone: .gone
    case .refused(let kind): .refused(kind)
    }
  }

  private enum Sight: ~Copyable {
    /// A readable file, in this folder.
    case report(in: Directory)
    case gone
    case refused(FileKind)
  }

  /// Looks before anything is touched: a file that cannot be taken must not travel to and fro.
  private func look(at path: InboxPath) throws(SpoolError) -> Sight {
    let name = FilePath(root: nil, [path.name])
    do throws(Errno) {
      let folder = try layout.inbox.directory(at: path.folder)
      // Opening a device or a FIFO can have effects: the kind comes first.
      let kind = try folder.status(of: name).kind
      guard kind == .regular else { return .refused(kind) }
      _ = try folder.openForReading(name)
      return .report(in: folder)
    } catch .noSuchFileOrDirectory, .notDirectory {
      return .gone
    } catch .tooManySymbolicLinkLevels {
      return .refused(.symbolicLink)
    } catch {
      throw SpoolError(
        .claim, "The file \(path) cannot be read. Let the service's user or the share's group read it.", cause: error)
    }
  }

  private func take(_ path: InboxPath, from folder: borrowing Directory) throws(SpoolError) -> ClaimResult {
    let submission = try SubmissionFolder(new: SubmissionID(), in: layout.work)
    try pass(.workFolderMade)
    try submission.writeOrigin(path)
    try explaining(.work, "The work folder cannot be written") { () throws(Errno) in try layout.work.synchronize() }
    try pass(.originWritten)
    do throws(Errno) {
      try folder.renameNoReplace(path.name, to: SubmissionFolder.reportName, in: submission.directory)
    } catch {
      try submission.remove(from: layout.work)
      guard error != .noSuchFileOrDirectory else { return .gone }
      throw SpoolError(
        .claim,
        "The file \(path) cannot be moved out of the inbox. The service has to be allowed to write to its folder, "
          + "which has to be on the spool's own file system and mount.", cause: error)
    }
    try pass(.reportClaimed)

    let kind = try submission.reportStatus().kind
    guard kind == .regular else {
      try putBack(submission, to: path, in: folder)
      return .refused(kind)
    }
    return .claimed(try claim(submission, path: path))
  }

  /// A claim of what lies in a work folder.
  func claim(_ submission: consuming SubmissionFolder, path: InboxPath) throws(SpoolError) -> Claim {
    let report = try submission.openReport()
    let status = try explaining(.work, "The report in .work/\(submission.id) cannot be read") { () throws(Errno) in
      try report.status()
    }
    let attempts = try submission.attempts()
    return Claim(submission, path: path, report: report, status: status, attempts: attempts, spool: self)
  }

  /// Undoes a move that took something else than was looked at: somebody had put it there in the same instant.
  private func putBack(
    _ submission: borrowing SubmissionFolder, to path: InboxPath, in folder: borrowing Directory
  ) throws(SpoolError) {
    do throws(Errno) {
      try submission.directory.renameNoReplace(SubmissionFolder.reportName, to: path.name, in: folder)
    } catch {
      throw SpoolError(
        .claim,
        "\(path) was replaced by something that is no regular file and now lies in .work/\(submission.id). Look at it "
          + "and remove it.", cause: error)
    }
    try submission.remove(from: layout.work)
  }
}

extension SubmissionFolder {
  func reportStatus() throws(SpoolError) -> FileStatus {
    try explaining(.work, "The report in .work/\(id) cannot be looked at") { () throws(Errno) in
      try directory.status(of: FilePath(root: nil, [Self.reportName]))
    }
  }

  func openReport() throws(SpoolError) -> OwnedDescriptor {
    try explaining(.work, "The report in .work/\(id) cannot be opened") { () throws(Errno) in
      try directory.openForReading(FilePath(root: nil, [Self.reportName]))
    }
  }
}
