import Foundation
import SystemPackage

/// A program that was installed together with the one that runs.
enum InstalledProgram {
  /// Finds the program beside the one that runs, or in `../libexec/nianbaod` from there.
  ///
  /// - Throws: ``WorkerFailure`` when it is in neither place.
  static func find(_ name: String) throws(WorkerFailure) -> FilePath {
    guard let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") else {
      throw .notStarted("/proc/self/exe cannot be read")
    }
    let folder = FilePath(own).removingLastComponent()
    let candidates = [
      folder.appending(name), folder.removingLastComponent().appending("libexec/nianbaod/\(name)"),
    ]
    guard let found = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0.string) }) else {
      let places = candidates.map(\.string).joined(separator: " or ")
      throw .notStarted("there is no \(places); install nianbaod again")
    }
    return found
  }
}
