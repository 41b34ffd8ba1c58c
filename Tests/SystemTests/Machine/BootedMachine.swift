import Testing

/// Gives a suite one machine, ``Machine/current``, which is shut down when the last test of the suite is done.
struct BootedMachine: SuiteTrait, TestScoping {
  var image: MachineImage
  var isInstalled = true

  @concurrent func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    let machine = try await Machine.boot(image, isInstalled: isInstalled)
    do {
      try await Machine.$current.withValue(machine) { try await function() }
    } catch {
      await machine.shutdown()
      throw error
    }
    await machine.shutdown()
  }
}

extension Trait where Self == BootedMachine {
  static var machine: Self { machine(.base) }

  static func machine(_ image: MachineImage) -> Self { BootedMachine(image: image) }

  /// A machine on which the programs are not installed yet.
  static func bareMachine(with packages: String...) -> Self {
    BootedMachine(
      image: MachineImage(packages: (["dbus", "systemd", "systemd-sysv"] + packages).sorted()), isInstalled: false)
  }
}
