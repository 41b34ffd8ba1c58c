import Spool

extension Pipeline {
  private static let firstPause: Duration = .milliseconds(250)
  private static let longestPause: Duration = .seconds(10)
  /// After the deadline for writers.
  private static let overduePause: Duration = .seconds(60)
  private static let faultPause: Duration = .seconds(10)
  private static let longestFailurePause: Duration = .seconds(600)

  /// Goes on with a submission that was postponed, when its time has come.
  ///
  /// - Parameters:
  ///   - submission: The submission.
  ///   - writerDeadline: How long writers have before that is said.
  func goOn(with submission: PostponedSubmission, writerDeadline: Duration) async {
    switch submission.reason {
    case .beingWritten: await waitForWriters(of: submission.id, deadline: writerDeadline)
    case .outdated:
      // With the converter at hand, so that what is copied now is also what is judged.
      await goOn(with: submission.id, in: .conversion, after: History(isOutdated: true))
    case .failed(let times, let isDiskFault):
      let pause = isDiskFault ? Self.faultPause : Self.pause(after: times)
      guard await PauseUntilShutdown.pause(for: pause) else { return }
      await goOn(with: submission.id, in: submission.lane, after: History(failures: times))
    }
  }

  private static func pause(after failures: Int) -> Duration {
    min(faultPause * (1 << min(max(failures - 1, 0), 6)), longestFailurePause)
  }

  /// Nobody can open the file any more, so that nothing but the clock tells when its last writer has closed it.
  private func waitForWriters(of id: SubmissionID, deadline: Duration) async {
    let begun = ContinuousClock.now
    var pause = Self.firstPause
    var isOverdue = false
    while await PauseUntilShutdown.pause(for: pause) {
      guard let path = await pathIfBeingWritten(id) else {
        await goOn(with: id)
        return
      }
      if !isOverdue, ContinuousClock.now - begun >= deadline {
        isOverdue = true
        journal.neverFinished(path, id)
      }
      pause = isOverdue ? Self.overduePause : min(pause * 2, Self.longestPause)
    }
  }

  /// `nil` when nobody writes to it, or that cannot be found out: then going on says why.
  private func pathIfBeingWritten(_ id: SubmissionID) async -> InboxPath? {
    guard case .claimed(let claim)? = try? await claims.resume(id), claim.isBeingWritten else { return nil }
    return claim.path
  }
}
