import ArgumentParser
import Daemon

struct ReloadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reload",
    abstract: "Has the running service read its configuration anew, and waits until it is in force.",
    discussion: """
      What is in hand is finished under the old configuration. A wrong one changes nothing. Exit status: 0, 69 no \
      service answers, 78 the new configuration is wrong.
      """)

  @OptionGroup var service: ServiceOptions

  func run() throws {
    // A wrong configuration may still name the service that is to refuse it, and say so in its journal.
    var settings = (try? Configuration.load(from: service.options.path)) ?? Configuration()
    if let state = service.state { settings.state = state }
    try ServiceOptions.becomeService(of: settings)
    do {
      print("the configuration was read anew: \(try ControlClient.reload(state: settings.state))")
    } catch .refused(let reason) {
      throw Complaint.end("\(reason); the old configuration stays in force", with: .badConfiguration)
    } catch {
      throw Complaint.end(error.description, with: .unavailable)
    }
  }
}
