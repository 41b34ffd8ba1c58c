import LinuxSystem
import SystemPackage

extension Spool {
  /// Takes a file out of the inbox into a work folder of its own, where nobody else can reach it by name.
  ///
  /// - Returns: The claim, or why there is nothing to claim.
  /// - Throws: `SpoolError` with the code `claim` when the file cannot be read or moved, `work` when the work folder
  ///   cannot be written. The file is still in the inbox.
  package func claim(_ path: InboxPath) throws(SpoolError) -> ClaimResult {
    switch try look(at: path) {
    case .report(let folder, let size): try take(path, size: size, from: folder)
    case .gone: .gone
    case .refused(let kind): .refused(kind)
    }
  }

  private enum Sight: ~Copyable {
    /// A readable file, in this folder.
    case report(in: Directory, size: Int)
    case gone
    case refused(FileKind)
  }

  /// Looks before anything is touched: a file that cannot be taken must not travel to and fro.
  private func look(at path: InboxPath) throws(SpoolError) -> Sight {
    let name = FilePath(root: nil, [path.name])
    do throws(Errno) {
      let folder = try layout.inbox.directory(at: path.folder)
      // Opening a device or a FIFO can have effects: the kind comes first.
      let status = try folder.status(of: name)
      guard status.kind == .regular else { return .refused(status.kind) }
      _ = try folder.openForReading(name)
      return .report(in: folder, size: status.size)
    } catch .noSuchFileOrDirectory, .notDirectory {
      return .gone
    } catch .tooManySymbolicLinkLevels {
      return .refused(.symbolicLink)
    } catch {
      throw SpoolError(
        .claim, "The file \(path) cannot be read. Let the service's user or the share's group read it.", cause: error)
    }
  }

  private func take(
    _ path: InboxPath, size: Int, from folder: borrowing Directory
  ) throws(SpoolError) -> ClaimResult {
    let submission = try SubmissionFolder(new: SubmissionID(), in: layout.work, spares: spares)
    try pass(.workFolderMade)
    let place = try submission.makePlace(for: path)
    do throws(Errno) {
      try folder.renameNoReplace(path.name, to: path.name, in: place)
    } catch .improperLink where size <= copyLimit {
      return try setAside(path, in: folder, submission)
    } catch {
      try submission.remove(from: layout.work, spares: spares)
      return try explain(error, of: path)
    }
    try pass(.reportClaimed)
    takeBackNote(beside: path)

    let kind = try submission.status(of: .original, at: path)?.kind ?? .unknown
    guard kind == .regular else {
      try putBack(submission, to: path, from: place, in: folder)
      return .refused(kind)
    }
    return taken(submission, .work(path))
  }

  /// A folder that is a file system of its own cannot be moved out of: the file gets a name there that nobody looks for.
  private func setAside(
    _ path: InboxPath, in folder: borrowing Directory, _ submission: consuming SubmissionFolder
  ) throws(SpoolError) -> ClaimResult {
    try submission.noteAside(path)
    try pass(.asideNoted)
    do throws(Errno) {
      try folder.renameNoReplace(path.name, to: submission.id.asideName, in: folder)
    } catch {
      try submission.remove(from: layout.work, spares: spares)
      return try explain(error, of: path)
    }
    try pass(.reportClaimed)
    return taken(submission, .aside(path))
  }

  private func taken(_ submission: consuming SubmissionFolder, _ original: Original) -> ClaimResult {
    let id = submission.id
    do throws(SpoolError) {
      return .claimed(try claim(submission, original))
    } catch {
      return .stranded(id, error)
    }
  }

  private func explain(_ error: Errno, of path: InboxPath) throws(SpoolError) -> ClaimResult {
    guard error != .noSuchFileOrDirectory else { return .gone }
    guard error != .improperLink else {
      throw SpoolError(
        .claim, "The file \(path) is too large to be copied from the file system that its folder is.", cause: error)
    }
    throw SpoolError(
      .claim,
      "The file \(path) cannot be moved out of the inbox. The service has to be allowed to write to its folder.",
      cause: error)
  }

  /// A claim of what lies in a work folder.
  func claim(_ submission: consuming SubmissionFolder, _ original: Original) throws(SpoolError) -> Claim {
    let report = try submission.open(original, inbox: layout.inbox)
    let status = try explaining(.work, "The report in .work/\(submission.id) cannot be read") { () throws(Errno) in
      try report.status()
    }
    guard status.kind == .regular else {
      throw SpoolError(.work, "The report in .work/\(submission.id) was replaced by something that is no file.")
    }
    return try Claim(submission, original: original, report: report, status: status, spool: self)
  }

  /// Undoes a move that took something else than was looked at: somebody had put it there in the same instant.
  private func putBack(
    _ submission: borrowing SubmissionFolder, to path: InboxPath, from place: borrowing Directory,
    in folder: borrowing Directory
  ) throws(SpoolError) {
    do throws(Errno) {
      try place.renameNoReplace(path.name, to: path.name, in: folder)
    } catch {
      throw SpoolError(
        .claim,
        "\(path) was replaced by something that is no regular file and now lies in .work/\(submission.id). Look at it "
          + "and remove it.", cause: error)
    }
    try submission.remove(from: layout.work, spares: spares)
  }
}
