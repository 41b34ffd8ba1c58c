import ArgumentParser
import Daemon
import LinuxSystem
import SystemPackage

/// Where a service is found.
struct ServiceOptions: ParsableArguments {
  @OptionGroup var options: ConfigurationOptions

  @Option(help: ArgumentHelp("The folder that holds inbox, accepted, rejected and held.", valueName: "dir"))
  var spool: String?

  @Option(help: ArgumentHelp("The folder of the ledger.", valueName: "dir"))
  var state: String?

  /// The configuration in force, as far as it can be told from outside.
  func load() throws -> Configuration {
    var configuration = try options.load()
    if let spool { configuration.spool = spool }
    if let state { configuration.state = state }
    return configuration
  }

  /// Goes on with the rights of who runs the service: what SQLite may have to make beside the ledger stays the service's.
  static func becomeService(of configuration: Configuration) throws {
    do throws(Errno) {
      try CurrentProcess.become(ownerOf: try Directory(at: FilePath(configuration.state)).status())
    } catch .noSuchFileOrDirectory {
      throw Complaint.end("there is no folder \(configuration.state); has the service ever run?", with: .noInput)
    } catch {
      throw Complaint.end("the folder \(configuration.state) cannot be read: \(error)", with: .noInput)
    }
  }
}
