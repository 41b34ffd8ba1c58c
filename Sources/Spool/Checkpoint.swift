/// The moments between which a power cut can fall.
///
/// A spool can be given a closure that is called at each; what it throws stops the work right there, as a power cut
/// would, with nothing tidied up. That is how recovery is tried out.
package enum Checkpoint: CaseIterable, Hashable, Sendable {
  case workFolderMade
  case originWritten
  case reportClaimed
  case attemptCounted
  case diagnosticsStaged
  case planWritten
  /// Comes once for each file.
  case diagnosticsMoved
  case reportMoved
  case outcomeDurable
  /// The plan is gone, other notes may still be there.
  case planRemoved
}
