import Foundation

/// The installed service as its users see it: folders, and the journal.
struct InstalledService {
  let machine: Machine

  /// Makes the user and the folders, starts the service, and returns when it says that it is ready.
  func start() async throws {
    try await machine.require(["systemd-sysusers"])
    try await machine.require(["systemd-tmpfiles", "--create", "nianbaod.conf"])
    try await machine.require(["systemctl", "start", "nianbaod"])
  }

  /// Puts a file into the inbox from outside, as another computer's share would.
  func drop(_ bytes: [UInt8], at path: String) throws {
    try Data(bytes).write(to: machine.root.appending(path: "/srv/nianbao/inbox/\(path)"))
  }

  /// Waits until a file has its outcome, and returns what the journal has said of it by then.
  func outcome(of file: String) async throws -> (folder: String, journal: String) {
    let find = "find /srv/nianbao/accepted /srv/nianbao/rejected /srv/nianbao/held -name \"$1\" -printf %h"
    let isBusy = "ls -A /srv/nianbao/.work | grep -q ."
    let folder = try await machine.require([
      "timeout", "120", "sh", "-c", "until \(find) | grep .; do sleep 0.1; done; while \(isBusy); do sleep 0.1; done",
      "sh", file,
    ])
    try await machine.require(["journalctl", "--sync"])
    return (
      folder.trimmingCharacters(in: .newlines).components(separatedBy: "/").last ?? "",
      try await machine.require(["journalctl", "-u", "nianbaod", "-o", "cat", "--no-pager"])
    )
  }
}
