import DocumentModel
import Foundation
package import SystemPackage

/// The worker's program, and what it may use.
package struct WorkerProgram: Sendable {
  package var executable: FilePath
  package var limits: Configuration.Limits

  package init(executable: FilePath, limits: Configuration.Limits) {
    self.executable = executable
    self.limits = limits
  }

  /// Finds the program beside the one that runs, or in `../libexec/nianbaod` from there.
  ///
  /// - Throws: ``WorkerFailure`` when it is in neither place.
  package init(limits: Configuration.Limits) throws(WorkerFailure) {
    self.limits = limits
    guard let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") else {
      throw .notStarted("/proc/self/exe cannot be read")
    }
    let folder = FilePath(own).removingLastComponent()
    let candidates = [
      folder.appending(Self.name), folder.removingLastComponent().appending("libexec/nianbaod/\(Self.name)"),
    ]
    guard let found = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0.string) }) else {
      let places = candidates.map(\.string).joined(separator: " or ")
      throw .notStarted("there is no \(places); install nianbaod again")
    }
    executable = found
  }

  private static let name = "nianbaod-extract"

  /// The worker limits itself before it reads anything: its address space, and its processor time for a file.
  var arguments: [String] {
    [String(limits.memory), String(max(1, limits.time.components.seconds))]
  }

  /// A document's text is about as long as its file, or as what is packed in it; beside it there are the places of at
  /// most `Document.mostPieces` pieces. Beyond that nobody waits for the rest.
  var longestAnswer: Int { 2 * limits.document.file + (32 << 20) }
}
