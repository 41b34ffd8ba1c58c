import ArgumentParser

/// The exit statuses that scripts rely on; those from 64 on are those of sysexits(3), which systemd knows by name.
extension ExitCode {
  static let someRejected = ExitCode(1)
  static let someUndecided = ExitCode(3)
  static let noInput = ExitCode(66)
  static let unavailable = ExitCode(69)
  static let inputOutputError = ExitCode(74)
  static let temporaryFailure = ExitCode(75)
  static let badConfiguration = ExitCode(78)
}
