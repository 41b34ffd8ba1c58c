import LinuxSystem
import Synchronization
import SystemPackage

extension Spool {
  /// Goes on with a plan, which has to be durable, from wherever it was broken off. Its names are spoken for no longer.
  ///
  /// - Returns: Where everything lies, or that it has to be judged again.
  /// - Throws: `SpoolError` with the code `work` or `filing`.
  func carryOut(
    _ first: FilingPlan, _ submission: borrowing SubmissionFolder
  ) throws(SpoolError) -> FilingResult {
    var plan = first
    defer { release(plan) }
    while true {
      let target = try outcomeFolder(plan.outcome, for: plan.path.folder)
      guard try isReady(plan, submission) else {
        try takeBackDiagnostics(of: plan, submission, from: target)
        try submission.removePlan()
        return .outdated
      }
      switch try move(plan, submission, to: target) {
      case .done(let isCopied):
        return .moved(settled(plan, submission.id, source: isCopied ? .copy : plan.source))
      case .placeGone:
        // With what may have lain in it already. Nothing is known any more of what was to be said of the report.
        try submission.removePlan()
        return .outdated
      case .nameTaken:
        // Somebody else has put a file of that name there since it was chosen.
        try takeBackDiagnostics(of: plan, submission, from: target)
        release(plan)
        plan = try makePlan(plan, submission, target: target)
        try synchronizeStaging()
      }
    }
  }

  /// Whether the report is filed already, or may be.
  private func isReady(_ plan: FilingPlan, _ submission: borrowing SubmissionFolder) throws(SpoolError) -> Bool {
    guard try submission.status(of: plan.source, at: plan.path) != nil else { return true }
    return try isAsJudged(plan.judged, plan.source, plan.path, submission)
  }

  private func settled(_ plan: FilingPlan, _ id: SubmissionID, source: ReportSource) -> Settled {
    let folder = FilePath(root: nil, [plan.outcome.folderName]).pushing(plan.path.folder)
    return Settled(
      id: id, path: plan.path, outcome: plan.outcome, report: folder.appending(plan.report),
      diagnostics: plan.diagnostics.map { folder.appending($0.name) }, source: source)
  }

  private enum Move: Equatable {
    /// It lies in its place; a copy of it, where that is a mount of its own.
    case done(isCopied: Bool)
    case nameTaken
    /// The folder of the outcome was removed while it was moved to.
    case placeGone
  }

  /// Moves what is still in the work folder: first what is to be said about the report, then the report.
  private func move(
    _ plan: FilingPlan, _ submission: borrowing SubmissionFolder, to target: borrowing Directory
  ) throws(SpoolError) -> Move {
    if try submission.has(SubmissionFolder.placedName) { return .done(isCopied: true) }
    let before = try statusOfPlace(target, plan)
    for (index, file) in plan.diagnostics.enumerated() {
      let staged = SubmissionFolder.diagnosticsName(index)
      let move = try tried(submission, file.name) { () throws(Errno) in
        try submission.directory.renameNoReplace(staged, to: file.name, in: target)
      } copy: { () throws(SpoolError) in
        try place(as: file.name, in: target, of: submission) { () throws(Errno) in
          try submission.directory.openForReading(FilePath(root: nil, [staged]))
        }
      } isStillHere: { () throws(SpoolError) in
        try submission.has(staged)
      }
      guard case .done = move else { return move }
      try pass(.diagnosticsMoved)
    }
    let move = try tried(submission, plan.report) { () throws(Errno) in
      try submission.move(plan.source, at: plan.path, to: plan.report, in: target)
    } copy: { () throws(SpoolError) in
      try placeReport(of: plan, submission, in: target)
    } isStillHere: { () throws(SpoolError) in
      try submission.status(of: plan.source, at: plan.path) != nil
    }
    guard case .done = move else { return move }
    try pass(.reportMoved)
    let after = try statusOfPlace(target, plan)
    names.withLock { $0.arrived(plan.names, in: plan.key, before: before, after: after) }
    return move
  }

  private func statusOfPlace(
    _ target: borrowing Directory, _ plan: FilingPlan
  ) throws(SpoolError) -> FileStatus {
    try explaining(.filing, "The folder for \(plan.path) cannot be read") { () throws(Errno) in try target.status() }
  }

  /// One move, or a copy where nothing can be moved to. A file that is not in the work folder any more was moved before a
  /// crash.
  private func tried(
    _ submission: borrowing SubmissionFolder, _ name: FilePath.Component, _ move: () throws(Errno) -> Void,
    copy: () throws(SpoolError) -> Result<Void, Errno>, isStillHere: () throws(SpoolError) -> Bool
  ) throws(SpoolError) -> Move {
    var isCopied = false
    var result = Result { () throws(Errno) in try move() }
    if result == .improperLink {
      isCopied = true
      result = try copy()
    }
    do throws(Errno) {
      try result.get()
      return .done(isCopied: isCopied)
    } catch .fileExists {
      return .nameTaken
    } catch .noSuchFileOrDirectory {
      return try isStillHere() ? .placeGone : .done(isCopied: isCopied)
    } catch .fileTooLarge {
      throw SpoolError(
        .filing,
        "\(FilePath(root: nil, [name]).printable) is too large to be copied into its outcome folder, which is a mount of "
          + "its own. It waits in .work/\(submission.id); unmount the folder, and it is moved.", cause: .fileTooLarge)
    } catch {
      throw SpoolError(
        .filing,
        "\(FilePath(root: nil, [name]).printable) cannot be moved into its outcome folder. The report waits in "
          + ".work/\(submission.id); the service has to be allowed to write to the folder.", cause: error)
    }
  }

  private func takeBackDiagnostics(
    of plan: FilingPlan, _ submission: borrowing SubmissionFolder, from target: borrowing Directory
  ) throws(SpoolError) {
    for (index, file) in plan.diagnostics.enumerated() {
      let staged = SubmissionFolder.diagnosticsName(index)
      guard try !submission.has(staged) else {
        takeBackCopy(of: staged, submission, as: file.name, from: target)
        continue
      }
      do throws(Errno) {
        try target.renameNoReplace(file.name, to: staged, in: submission.directory)
      } catch .noSuchFileOrDirectory {
        // A clerk has thrown it away already; the report is filed without it.
        continue
      } catch {
        throw SpoolError(.filing, "The diagnostics of \(submission.id) cannot be given another name.", cause: error)
      }
    }
  }
}
