import ArgumentParser
import Daemon
import Glibc
import LinuxSystem

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Watches the inbox and judges what is dropped, in the foreground.")

  @OptionGroup var options: ConfigurationOptions

  @Option(help: ArgumentHelp("The folder that holds inbox, accepted, rejected and held.", valueName: "dir"))
  var spool: String?

  @Option(help: ArgumentHelp("The folder of the ledger.", valueName: "dir"))
  var state: String?

  func run() throws {
    var configuration = try options.load()
    if let spool { configuration.spool = spool }
    if let state { configuration.state = state }
    do {
      // Before the first thread is started: threads inherit what is blocked.
      let signals = try SignalDescriptor(blocking: [SIGTERM, SIGINT])
      let settings = configuration
      try TaskThreads(count: 2).runBlocking { try await NianbaoDaemon.run(settings, untilAny: signals) }
      // All is filed and said. Libraries' exit handlers would run beneath threads that are still winding down.
      _exit(EXIT_SUCCESS)
    } catch let error as ConfigurationError {
      throw Complaint.end(error.description, with: .badConfiguration)
    } catch {
      throw Complaint.end("\(error)", with: .inputOutputError)
    }
  }
}
