import Spool
import SystemPackage

/// Where submissions wait, in the work folder, that cannot be gone on with at once. None of them keeps others waiting,
/// unless it is the disk's fault.
struct WaitingRoom: Sendable {
  let gate: IntakeGate
  let journal: OutcomeJournal
  let submissions = SubmissionQueue<PostponedSubmission>()

  func add(_ id: SubmissionID, _ reason: PostponedSubmission.Reason, in lane: Pipeline.Lane = .quick) {
    submissions.add(PostponedSubmission(id: id, reason: reason, lane: lane))
  }

  /// A submission could not be judged or filed. What for is said once.
  ///
  /// - Parameters:
  ///   - id: The submission.
  ///   - error: What went wrong.
  ///   - failures: How many times something did before.
  ///   - lane: Whether the report has to be converted.
  func add(_ id: SubmissionID, after error: any Error, failures: Int, in lane: Pipeline.Lane = .quick) async {
    if let error = error as? SpoolError, error.code == .work, error.cause == .noSuchFileOrDirectory {
      journal.failed("submission \(id.rawValue) is not in .work any more", error)
      await gate.ended([id])
      return
    }
    let isDiskFault = await gate.failed(id, error)
    if !isDiskFault {
      if failures == 0 { journal.failed("cannot file submission \(id.rawValue), which waits in .work", error) }
      await gate.ended([id])
    }
    add(id, .failed(times: failures + 1, isDiskFault: isDiskFault), in: lane)
  }
}
