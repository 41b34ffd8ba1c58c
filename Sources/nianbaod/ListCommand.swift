import ArgumentParser
import Daemon
import Foundation
import Ledger

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists submissions from the ledger, the latest first.",
    discussion: """
      As root or as the service's user; the service may run meanwhile. Exit status: 0, 66 there is no ledger.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json, csv
  }

  enum VerdictArgument: String, CaseIterable, ExpressibleByArgument {
    case accepted, rejected, held
  }

  @OptionGroup var service: ServiceOptions

  @Option(help: "Only reports about this year.")
  var year: Int?

  @Option(
    help: ArgumentHelp("Only reports of this office, by its name or its folder; may be repeated.", valueName: "name"))
  var office: [String] = []

  @Option(help: "Only these: \(VerdictArgument.allCases.map(\.rawValue).joined(separator: ", ")).")
  var verdict: VerdictArgument?

  @Option(help: "At most so many; 0 for all.")
  var limit = 100

  @Option(help: "How they are printed: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: Format = .table

  func validate() throws {
    guard limit >= 0 else { throw ValidationError("--limit is not negative") }
  }

  func run() throws {
    let settings = try service.load()
    try ServiceOptions.becomeService(of: settings)
    let filter = SubmissionFilter(
      offices: office.isEmpty ? nil : office, year: year, verdict: verdict.flatMap { .init(rawValue: $0.rawValue) },
      limit: limit == 0 ? .max : limit)
    let rows: [SubmissionSummary]
    do {
      rows = try Ledger(reading: settings.state + "/ledger.sqlite").summaries(filter)
    } catch {
      throw Complaint.end("\(error)", with: .noInput)
    }
    let list = SubmissionList(rows: rows)
    switch format {
    case .table: print(list.table, terminator: "")
    case .json: print(try list.json(), terminator: "")
    case .csv: print(list.csv, terminator: "")
    }
  }
}
