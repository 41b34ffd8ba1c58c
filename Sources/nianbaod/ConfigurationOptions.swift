import ArgumentParser
import Daemon

/// The option that every command has.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    name: .customLong("config"),
    help: ArgumentHelp(
      "The configuration file; its drop-ins stand in a folder of the same name with .d behind it.",
      discussion: "Without it: \(Configuration.defaultPath) if it exists, then built-in values.",
      valueName: "file"))
  var path: String?

  /// The configuration in force. When it is wrong, says so and ends with the status for that.
  func load() throws -> Configuration {
    do {
      return try Configuration.load(from: path)
    } catch {
      throw Complaint.end(error.description, with: .badConfiguration)
    }
  }
}
