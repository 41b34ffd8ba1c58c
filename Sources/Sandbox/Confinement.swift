import LinuxSystem
import SystemPackage

/// What holds of a process once it is shut in.
package struct Confinement: Equatable, Sendable {
  /// The version of Landlock that guards the file system; `nil` where the kernel has none, and the system call filter
  /// stands alone.
  package var landlock: Int?

  /// Gives up all rights on files and network but those that `allow` gives back, where the kernel can do that.
  static func restrictFiles(
    _ allow: (borrowing LandlockRuleset) throws(Errno) -> Void
  ) throws(SandboxError) -> Confinement {
    try SandboxError.explaining("new privileges cannot be given up") { () throws(Errno) in
      try ProcessRestrictions.forbidNewPrivileges()
    }
    // A thread that is there already would go on without it.
    let threads = try SandboxError.explaining("the threads cannot be counted") { () throws(Errno) in
      try ProcessRestrictions.threadCount()
    }
    guard threads == 1 else { throw SandboxError(step: "there are \(threads) threads already", cause: .notPermitted) }
    guard let version = LandlockRuleset.version else { return Confinement(landlock: nil) }
    try SandboxError.explaining("Landlock cannot be set up") { () throws(Errno) in
      let ruleset = try LandlockRuleset(version: version)
      try allow(ruleset)
      try ruleset.enforce()
    }
    return Confinement(landlock: version)
  }
}
