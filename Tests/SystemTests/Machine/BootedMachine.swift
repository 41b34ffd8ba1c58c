import Testing

/// Gives a suite one machine, ``Machine/current``, which is shut down when the last test of the suite is done.
struct BootedMachine: SuiteTrait, TestScoping {
  var image: MachineImage

  @concurrent func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    let machine = try await Machine.boot(image)
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
}
