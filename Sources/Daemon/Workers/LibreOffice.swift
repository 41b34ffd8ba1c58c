import Foundation
package import SystemPackage

/// LibreOffice as it is installed, or not.
package struct LibreOffice: Equatable, Sendable {
  /// The folder that holds `program` and `share`.
  package var folder: FilePath

  package init(folder: FilePath) {
    self.folder = folder
  }

  /// Where distributions put it.
  package static let usualFolders: [FilePath] = ["/usr/lib/libreoffice", "/usr/lib64/libreoffice"]

  /// Whether it is there with the part that reads text documents, which is a package of its own.
  package var isComplete: Bool {
    let program = folder.appending("program")
    return ["soffice.bin", "libswlo.so"]
      .allSatisfy { FileManager.default.isReadableFile(atPath: program.appending($0).string) }
  }
}
