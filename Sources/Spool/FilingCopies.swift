import LinuxSystem
import SystemPackage

/// Outcome folders that are mounts of their own, into which nothing can be moved.
///
/// What is filed there is copied, and the work folder keeps its own until the submission is over: then the report is removed
/// as one of which a copy was made. A copy that a crash has left in its place is known by its contents.
extension Spool {
  /// Places a copy of the report, and notes that it has been: whoever takes it out of its folder before a crash is
  /// recovered from gets no second one.
  func placeReport(
    of plan: FilingPlan, _ submission: borrowing SubmissionFolder, in target: borrowing Directory
  ) throws(SpoolError) -> Result<Void, Errno> {
    let result = try place(as: plan.report, upTo: copyLimit, in: target, of: submission) { () throws(Errno) in
      try submission.openForFiling(plan.source, at: plan.path)
    }
    if case .success = result {
      try explaining(.work, "That \(submission.id) is filed cannot be noted") { () throws(Errno) in
        try submission.directory.createFileAnew(SubmissionFolder.placedName).close()
      }
    }
    return result
  }

  /// Copies a file into an outcome folder: under a name that nobody looks for until it is whole and on the disk, then under
  /// its own, which is on the disk too when this returns.
  ///
  /// - Returns: `Errno.fileExists` when something else has the name, `Errno.fileTooLarge` beyond the limit for copies.
  func place(
    as name: FilePath.Component, upTo maximumBytes: Int = .max, in target: borrowing Directory,
    of submission: borrowing SubmissionFolder, opening open: () throws(Errno) -> OwnedDescriptor
  ) throws(SpoolError) -> Result<Void, Errno> {
    let draft = submission.id.asideName
    do throws(Errno) {
      let file = try open()
      if (try? target.holds(file, as: name)) == true {
        try target.synchronize()
        return .success(())
      }
      try copy(file, upTo: maximumBytes, as: draft, in: target)
    } catch {
      try? target.unlink(draft)
      return .failure(error)
    }
    try pass(.draftDurable)
    return Result { () throws(Errno) in
      do throws(Errno) {
        try target.renameNoReplace(draft, to: name, in: target)
      } catch {
        try? target.unlink(draft)
        throw error
      }
      try target.synchronize()
    }
  }

  private func copy(
    _ file: borrowing OwnedDescriptor, upTo maximumBytes: Int, as draft: FilePath.Component,
    in target: borrowing Directory
  ) throws(Errno) {
    let status = try file.status()
    let copy = try target.createFileAnew(draft)
    try file.copy(to: copy, upTo: maximumBytes)
    if try copy.status().group != status.group {
      do throws(Errno) { try copy.setGroup(status.group) } catch .notPermitted {}
    }
    do throws(Errno) { try copy.setPermissions(status.permissions) } catch .notPermitted {}
    try copy.synchronize()
    try copy.close()
  }

  /// Removes the copy of a file that is still in the work folder, and a draft that a crash has left.
  func takeBackCopy(
    of staged: FilePath.Component, _ submission: borrowing SubmissionFolder, as name: FilePath.Component,
    from target: borrowing Directory
  ) {
    try? target.unlink(submission.id.asideName)
    guard let file = try? submission.directory.openForReading(FilePath(root: nil, [staged])),
      (try? target.status(of: FilePath(root: nil, [name])).owner) == CurrentProcess.user,
      (try? target.holds(file, as: name)) == true
    else { return }
    try? target.unlink(name)
  }
}

extension Result where Success == Void, Failure == Errno {
  static func == (result: Self, errno: Errno) -> Bool {
    if case .failure(errno) = result { true } else { false }
  }
}

extension Directory {
  /// Whether a name stands for a file of the same bytes.
  ///
  /// - Throws: What the system reports, above all that there is no such file.
  func holds(_ file: borrowing OwnedDescriptor, as name: FilePath.Component) throws(Errno) -> Bool {
    let path = FilePath(root: nil, [name])
    let (there, here) = (try status(of: path), try file.status())
    guard there.kind == .regular, there.size == here.size else { return false }
    let other = try openForReading(path)
    var offset = 0
    while offset < here.size {
      let piece = try file.read(atMost: 1 << 20, at: offset)
      guard !piece.isEmpty, try other.read(atMost: piece.count, at: offset) == piece else { return false }
      offset += piece.count
      ThreadActivity.step()
    }
    return true
  }
}
