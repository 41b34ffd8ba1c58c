package import Logging

/// What the service tells the journal about, each with the fixed id by which the message catalog and scripts know it.
///
/// An id never changes and is never used for another event. The raw value is the `MESSAGE_ID`: 32 hexadecimal digits.
package enum JournalEvent: String, CaseIterable, Sendable {
  /// A file passed and lies in accepted.
  case outcomeAccepted = "51270bd0f2cd4e319ab7cd9d3522b54a"
  /// A file has errors and lies in rejected.
  case outcomeRejected = "d0ac01d0fce449c19c9f36a0a80fb0e2"
  /// A file could not be decided and lies in held.
  case outcomeHeld = "6639460460ce4936b9bb4b35781ed640"
  /// The service is up and takes files.
  case started = "437c952c990a460db9c7b16714467803"
  /// The service was told to stop.
  case stopping = "5b7461eb763f4cbfad99322465346d4e"
  /// A changed configuration is in force.
  case reloaded = "b55c554bb7c44c5f9e6899fae21bf2f8"
  /// A changed configuration is wrong; the old one stays in force.
  case reloadRefused = "a6f0b6d5c2c24d1c8b5d6b8e0c4f7a13"
  /// A thread has been at the same job for too long; the watchdog of systemd starts the service anew.
  case stalled = "0f3d8c52b7e64a5c9d1e2a6b4c8f7e90"
  /// The inbox is gone, or another folder stands in its place.
  case inboxLost = "ddaf1be1205240839061bdb659111c5b"
  /// The inbox is there again.
  case inboxBack = "815844eb70884247bede8783d918caa4"
  /// The kernel dropped folder events; everything is scanned again.
  case overflowed = "7f54e35b8b4e4d6c93afa61d3693b367"
  /// The folder's file system tells of no changes made elsewhere; it is scanned by the clock.
  case polling = "9d3aabebaccd4d34a994cc6c501f6531"
  /// Too little space is left; files stay in the inbox.
  case diskLow = "3aea7b8d4d354745beb9e733cfe3c92e"
  /// There is space again; files are taken in.
  case diskBack = "3c1cfab2d8814ecfadbc3028a167601f"
  /// The ledger was damaged, gone, emptied or covered by another file; what it has lost was put back as far as it is kept.
  case ledgerRebuilt = "46634129c6104422836543c4f4591d40"
  /// A file stayed open for writing beyond the deadline.
  case writerNeverFinished = "c4f9bbd56a8b4585840765339c040d86"
  /// A worker broke a limit or crashed over a file.
  case workerKilled = "92e6bd62630141b0b985de42b4c7c009"
  /// Files that an earlier run had claimed were taken up again.
  case recovered = "d9298d2d774f4671b6c45e2532fc8f1a"
  /// Something in the inbox is not a regular file and was left alone.
  case claimRefused = "8532b89cedf34b0eb306fa472c5cd0d4"

  /// The metadata key that becomes `MESSAGE_ID`.
  package static let metadataKey = "message.id"

  /// What a log call adds to its metadata to be this event.
  package var metadata: Logger.Metadata { [Self.metadataKey: "\(rawValue)"] }
}
