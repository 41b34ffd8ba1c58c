/// The moments between which a power cut can fall.
///
/// A spool can be given a closure that is called at each; what it throws stops the work right there, as a power cut
/// would, with nothing tidied up. That is how recovery is tried out.
package enum Checkpoint: CaseIterable, Hashable, Sendable {
  case workFolderMade
  /// Comes only for a file that is set aside on a file system of its own.
  case asideNoted
  case reportClaimed
  /// Comes only for a file that others could change.
  case copyMade
  case attemptCounted
  case diagnosticsStaged
  case planWritten
  /// Comes once for a batch: all that is going to be moved is on the disk.
  case stagingDurable
  /// Comes once for each file.
  case diagnosticsMoved
  /// Comes for each file of an outcome folder that is a mount of its own: a copy is there, not yet under its name.
  case draftDurable
  case reportMoved
  /// Comes once for a batch.
  case outcomeDurable
  /// Comes only for a file of which a copy was filed.
  case originalRemoved
  /// The plan is gone, other notes may still be there.
  case planRemoved
}
