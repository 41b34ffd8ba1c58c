import ArgumentParser
import Daemon

struct RetryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry", abstract: "Puts held reports back into the inbox, to be judged once more.",
    discussion: """
      What was said about them is removed. The service may run meanwhile; if it does not, they are judged when it does. \
      Exit status: 0, 64 usage, 66 when nothing of a name is held, 74 when a report cannot be moved, 78 configuration.
      """)

  @OptionGroup var options: ConfigurationOptions

  @Option(help: ArgumentHelp("The folder that holds inbox, accepted, rejected and held.", valueName: "dir"))
  var spool: String?

  @Flag(help: "Put back all that is held.")
  var all = false

  @Argument(help: ArgumentHelp("A report, or a folder of reports, below held.", valueName: "name"))
  var names: [String] = []

  func validate() throws {
    if all == names.isEmpty { return }
    throw ValidationError(all ? "Give either names or --all." : "Name the reports, or give --all.")
  }

  func run() throws {
    let root = try spool ?? options.load().spool
    var status: ExitCode?
    do {
      try HeldFolder.putBack(all ? nil : names, spool: root) { result in
        switch result {
        case .putBack(let held, let path):
          print(held == path ? "\(held): back in the inbox" : "\(held): back in the inbox as \(path)")
        case .notHeld(let name):
          Complaint.say("\(name) is not held")
          status = status ?? .noInput
        case .failed(let reason):
          Complaint.say(reason)
          status = .inputOutputError
        }
      }
    } catch {
      throw Complaint.end("\(error)", with: .inputOutputError)
    }
    if let status { throw status }
  }
}
