import ArgumentParser
import Daemon
import Foundation
import Ledger
import Rendering

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Says how the running service fares: what waits, what is held, what came last.",
    discussion: """
      As root or as the service's user. Exit status: 0, 66 there is no state folder, 69 no service answers; then what \
      the folders and the ledger tell is shown all the same.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @OptionGroup var service: ServiceOptions

  @Option(help: "How it is printed: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: Format = .text

  func run() throws {
    let settings = try service.load()
    try ServiceOptions.becomeService(of: settings)
    let facts: ServiceFacts?
    let silence: ControlClient.Failure?
    do {
      (facts, silence) = (try ControlClient.status(state: settings.state), nil)
    } catch {
      (facts, silence) = (nil, error)
    }
    let report = StatusReport(
      spool: settings.spool, service: facts,
      folders: FolderCounts(spool: settings.spool, ignoring: settings.ignore),
      last: (try? Ledger(reading: settings.state + "/ledger.sqlite").summaries(SubmissionFilter(limit: 5))) ?? [])
    switch format {
    case .text: print(report.text, terminator: "")
    case .json: print(try report.json())
    }
    if let silence { throw Complaint.end(silence.description, with: .unavailable) }
  }
}

/// All that can be told of a service and its folders.
struct StatusReport {
  var spool: String
  /// `nil` when it does not answer.
  var service: ServiceFacts?
  var folders: FolderCounts
  /// The latest outcomes.
  var last: [SubmissionSummary]

  var text: String {
    var lines: [(String, String)] = []
    if let service {
      lines += [
        ("nianbaod", "\(service.version), \(service.phase.rawValue), since \(LocalTime.text(service.since))"),
        ("inbox", inbox(service)),
        ("takes in", takesIn(service)),
        (
          "writers",
          service.checksWriters
            ? "the kernel says who still writes to a file (CAP_LEASE)"
            : "quiet time only: without CAP_LEASE nobody says who still writes to a file"
        ),
        ("rescans", "\(service.rescans) since the start, \(service.overflows) times for events that were lost"),
        ("today", ["accepted", "rejected", "held"].map { "\(service.today[$0] ?? 0) \($0)" }.joined(separator: ", ")),
      ]
    } else {
      lines.append(("nianbaod", "does not answer"))
    }
    lines += [
      ("waiting", "\(folders.waiting) in \(spool)/inbox"),
      ("in hand", "\(folders.inHand)"),
      (
        "held",
        folders.held == 0 ? "0" : "\(folders.held); `nianbaod retry` puts them back, when what kept them is mended"
      ),
    ]
    var text = lines.map { $0.0.padding(toLength: 10, withPad: " ", startingAt: 0) + $0.1 + "\n" }.joined()
    if !last.isEmpty { text += "\nThe last outcomes:\n" + SubmissionList(rows: last).table }
    return text
  }

  private func inbox(_ service: ServiceFacts) -> String {
    guard service.watching else { return "\(spool)/inbox is LOST: it was moved or unmounted; the service waits for it" }
    let count = "\(service.folders) \(service.folders == 1 ? "folder" : "folders")"
    return
      "\(spool)/inbox, \(count) \(service.polls ? "looked at by the clock: its file system tells nothing" : "watched")"
  }

  private func takesIn(_ service: ServiceFacts) -> String {
    if let obstacle = service.obstacle { return "NOTHING: \(obstacle)" }
    return service.watching ? "yes" : "NOTHING: the inbox is lost"
  }

  private struct Object: Encodable {
    struct Folders: Encodable {
      var waiting: Int
      var inHand: Int
      var held: Int
    }

    var spool: String
    var service: ServiceFacts?
    var folders: Folders
    var last: [SubmissionList.Object]
  }

  func json() throws -> String {
    try SubmissionList.encoded(
      Object(
        spool: spool, service: service,
        folders: Object.Folders(waiting: folders.waiting, inHand: folders.inHand, held: folders.held),
        last: last.map(SubmissionList.Object.init)))
  }
}
