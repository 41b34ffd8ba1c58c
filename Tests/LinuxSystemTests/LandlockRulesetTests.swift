import Foundation
import Glibc
import LinuxSystem
import SystemPackage
import Testing

/// Each runs in a process of its own, since nothing of it can be undone.
@Suite(.enabled(if: hasLandlock, "this kernel has no Landlock"))
struct LandlockRulesetTests {
  @Test func `without a right given back nothing is opened`() async {
    await #expect(processExitsWith: .success) {
      let before = try open("/etc/passwd")
      try enforce { _ throws(Errno) in }
      #expect(throws: Errno.permissionDenied) { try open("/etc/passwd").status() }
      #expect(throws: Errno.permissionDenied) { try Directory(at: "/etc").status() }
      // What is open stays so.
      #expect(try before.read(atMost: 1, at: 0).count == 1)
    }
  }

  @Test func `what is given back below a folder, or on a file, is there and no more`() async {
    await #expect(processExitsWith: .success) {
      try enforce { ruleset throws(Errno) in
        try ruleset.allow(.read, below: "/usr")
        try ruleset.allow(.own, below: "/etc/hostname")
        // It is passed over.
        try ruleset.allow(.read, below: "/nonexistent")
      }
      #expect(try Directory(at: "/usr/lib").status().kind == .directory)
      #expect(try open("/etc/hostname").status().kind == .regular)
      #expect(throws: Errno.permissionDenied) { try open("/usr/bin/env", .readWrite).status() }
      #expect(throws: Errno.permissionDenied) { try open("/etc/passwd").status() }
    }
  }
}

/// Where it is false, standard error is told so, once.
private let hasLandlock: Bool = {
  guard LandlockRuleset.version == nil else { return true }
  FileHandle.standardError.write(Data("This kernel has no Landlock: it is NOT tested.\n".utf8))
  return false
}()

private func open(_ path: FilePath, _ mode: FileDescriptor.AccessMode = .readOnly) throws -> OwnedDescriptor {
  OwnedDescriptor(taking: try FileDescriptor.open(path, mode).rawValue)
}

private func enforce(_ allow: (borrowing LandlockRuleset) throws(Errno) -> Void) throws {
  try ProcessRestrictions.forbidNewPrivileges()
  let ruleset = try LandlockRuleset(version: try #require(LandlockRuleset.version))
  try allow(ruleset)
  try ruleset.enforce()
}
