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
    let settings = try options.load().with(spool: spool, state: state)
    do {
      // Before the first thread is started: threads inherit what is blocked.
      let signals = try SignalDescriptor(blocking: [SIGTERM, SIGINT, SIGHUP])
      let daemon = NianbaoDaemon(settings) { [path = options.path, spool, state] () throws(ConfigurationError) in
        try Configuration.load(from: path).with(spool: spool, state: state)
      }
      try TaskThreads(count: 2).runBlocking { try await daemon.run(untilAny: signals) }
      // All is filed and said. Libraries' exit handlers would run beneath threads that are still winding down.
      _exit(EXIT_SUCCESS)
    } catch let error as ConfigurationError {
      throw Complaint.end(error.description, with: .badConfiguration)
    } catch let error as FolderInUse {
      throw Complaint.end(error.description, with: .temporaryFailure)
    } catch {
      throw Complaint.end("\(error)", with: .inputOutputError)
    }
  }
}

extension Configuration {
  /// What the command line says goes before what the files say.
  fileprivate func with(spool: String?, state: String?) -> Configuration {
    var configuration = self
    if let spool { configuration.spool = spool }
    if let state { configuration.state = state }
    return configuration
  }
}
