import ArgumentParser
import Daemon

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Validates the configuration and prints what is in force.")

  @OptionGroup var options: ConfigurationOptions

  func run() throws {
    let configuration = try options.load()
    do {
      print(try configuration.effectiveYAML(), terminator: "")
    } catch {
      throw Complaint.end(error.description, with: .badConfiguration)
    }
  }
}
