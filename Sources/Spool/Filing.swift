import LinuxSystem
import Synchronization
import SystemPackage

/// A name that is as good as taken.
struct ReservedName: Hashable, Sendable {
  var outcome: Outcome
  var folder: FilePath
  var name: CaseFoldedName
}

extension Spool {
  /// Decides on names, notes them, and moves the staged diagnostics and then the report.
  func file(
    _ submission: borrowing SubmissionFolder, path: InboxPath, as outcome: Outcome, suffixes: [String]
  ) throws(SpoolError) -> Settled {
    let target = try outcomeFolder(outcome, for: path.folder)
    let plan = try makePlan(submission, path: path, outcome: outcome, suffixes: suffixes, target: target)
    return try carryOut(plan, submission, path: path, target: target)
  }

  /// Goes on with a plan from wherever it was broken off.
  func carryOut(
    _ plan: FilingPlan, _ submission: borrowing SubmissionFolder, path: InboxPath
  ) throws(SpoolError) -> Settled {
    let target = try outcomeFolder(plan.outcome, for: plan.folder)
    return try carryOut(plan, submission, path: path, target: target)
  }

  private func carryOut(
    _ first: FilingPlan, _ submission: borrowing SubmissionFolder, path: InboxPath, target: borrowing Directory
  ) throws(SpoolError) -> Settled {
    var plan = first
    defer { release(plan) }
    while try !move(plan, submission, to: target) {
      // Somebody else has put a file of that name there since it was chosen.
      try takeBackDiagnostics(of: plan, submission, from: target)
      release(plan)
      plan = try makePlan(
        submission, path: path, outcome: plan.outcome, suffixes: plan.diagnostics.map(\.suffix), target: target)
    }
    try explaining(.filing, "The outcome of \(path) cannot be made durable") { () throws(Errno) in
      try target.synchronize()
      try submission.directory.synchronize()
    }
    try pass(.outcomeDurable)
    let folder = FilePath(root: nil, [plan.outcome.folderName]).pushing(plan.folder)
    return Settled(
      id: submission.id, path: path, outcome: plan.outcome, report: folder.appending(plan.report),
      diagnostics: plan.diagnostics.map { folder.appending($0.name) })
  }

  // MARK: Names

  private func makePlan(
    _ submission: borrowing SubmissionFolder, path: InboxPath, outcome: Outcome, suffixes: [String],
    target: borrowing Directory
  ) throws(SpoolError) -> FilingPlan {
    let entries = try explaining(.filing, "The folder for \(path) cannot be read") { () throws(Errno) in
      try target.entries()
    }
    let present = Set(entries.map { CaseFoldedName($0.name) })
    let plan = reservations.withLock { reserved in
      let names = FilingNames(for: path.name, suffixes: suffixes) { name in
        present.contains(name)
          || reserved.contains(ReservedName(outcome: outcome, folder: path.folder, name: name))
      }
      let plan = FilingPlan(
        outcome: outcome, folder: path.folder, report: names.report,
        diagnostics: zip(suffixes, names.diagnostics).map { FilingPlan.Diagnostics(suffix: $0, name: $1) })
      reserved.formUnion(plan.reservedNames)
      return plan
    }
    do throws(SpoolError) {
      try submission.writePlan(plan)
      try pass(.planWritten)
    } catch {
      release(plan)
      throw error
    }
    return plan
  }

  private func release(_ plan: FilingPlan) {
    reservations.withLock { $0.subtract(plan.reservedNames) }
  }

  // MARK: Moves

  /// Moves what is still in the work folder: first what is to be said about the report, then the report.
  ///
  /// - Returns: `false` when a name turned out to be taken.
  private func move(
    _ plan: FilingPlan, _ submission: borrowing SubmissionFolder, to target: borrowing Directory
  ) throws(SpoolError) -> Bool {
    for (index, file) in plan.diagnostics.enumerated() {
      let staged = SubmissionFolder.diagnosticsName(index)
      try giveToGroup(of: target, staged, submission)
      guard try move(staged, of: submission, to: file.name, in: target) else { return false }
      try pass(.diagnosticsMoved)
    }
    guard try move(SubmissionFolder.reportName, of: submission, to: plan.report, in: target) else { return false }
    try pass(.reportMoved)
    return true
  }

  /// A file that is not in the work folder any more was moved before a power cut.
  private func move(
    _ name: FilePath.Component, of submission: borrowing SubmissionFolder, to newName: FilePath.Component,
    in target: borrowing Directory
  ) throws(SpoolError) -> Bool {
    guard try submission.has(name) else { return true }
    do throws(Errno) {
      try submission.directory.renameNoReplace(name, to: newName, in: target)
      return true
    } catch .fileExists {
      return false
    } catch {
      throw SpoolError(
        .filing,
        "\(FilePath(root: nil, [newName]).printable) cannot be moved into its outcome folder. The report waits in "
          + ".work/\(submission.id); the service has to be allowed to write to the folder.", cause: error)
    }
  }

  private func takeBackDiagnostics(
    of plan: FilingPlan, _ submission: borrowing SubmissionFolder, from target: borrowing Directory
  ) throws(SpoolError) {
    for (index, file) in plan.diagnostics.enumerated() {
      let staged = SubmissionFolder.diagnosticsName(index)
      guard try !submission.has(staged) else { continue }
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

  /// The work folder is not the share's; what leaves it becomes so. Without the right to do that it stays readable for
  /// all whom the folder lets in.
  private func giveToGroup(
    of target: borrowing Directory, _ staged: FilePath.Component, _ submission: borrowing SubmissionFolder
  ) throws(SpoolError) {
    guard try submission.has(staged) else { return }
    try explaining(.filing, "The diagnostics of \(submission.id) cannot be handed to the share's group") {
      () throws(Errno) in
      let group = try target.status().group
      let file = try submission.directory.openForReading(FilePath(root: nil, [staged]))
      guard try file.status().group != group else { return }
      do throws(Errno) { try file.setGroup(group) } catch .notPermitted {}
    }
  }
}

extension FilingPlan {
  fileprivate var reservedNames: [ReservedName] {
    ([report] + diagnostics.map(\.name)).map {
      ReservedName(outcome: outcome, folder: folder, name: CaseFoldedName($0))
    }
  }
}
