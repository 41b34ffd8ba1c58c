import ArgumentParser
import Daemon

@main
struct Nianbaod: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nianbaod",
    abstract: "Judges annual reports on the disclosure of government information as they are dropped into a folder.",
    version: Version.current,
    subcommands: [
      RunCommand.self, CheckCommand.self, StatusCommand.self, ListCommand.self, RetryCommand.self, RulesCommand.self,
      ConfigCommand.self, ReloadCommand.self,
    ])
}
