import LinuxSystem
import Spool
import SystemPackage

/// How many files the folders of a spool hold, counted where they lie.
package struct FolderCounts: Equatable, Sendable {
  package enum Part: CaseIterable, Sendable {
    case waiting, inHand, held
  }

  /// In the inbox, without those that are passed over for their names.
  package private(set) var waiting = 0
  /// Claimed, without an outcome yet.
  package private(set) var inHand = 0
  package private(set) var held = 0

  /// Folders that are missing or cannot be read count as empty.
  ///
  /// - Parameters:
  ///   - spool: The spool.
  ///   - ignoring: Names that are passed over in the inbox, besides the built-in ones.
  ///   - parts: What to count.
  package init(spool: String, ignoring: [String] = [], counting parts: [Part] = Part.allCases) {
    guard let root = try? Directory(at: FilePath(spool)) else { return }
    let ignored = IgnoredNames(adding: ignoring)
    let suffixes = Configuration.DiagnosticsKind.allCases.map(\.suffix)
    for part in parts {
      switch part {
      case .waiting: waiting = Self.files(below: "inbox", of: root) { !ignored.ignores($0) }
      case .held:
        held = Self.files(below: FilePath(Outcome.held.rawValue), of: root) { name in
          !suffixes.contains { name.string.hasSuffix($0) }
        }
      case .inHand:
        let names = try? root.directory(at: ".work").entries().map(\.name.string)
        inHand = names?.count { SubmissionID(rawValue: $0) != nil } ?? 0
      }
    }
  }

  /// Whether any file lies below the folder of an outcome.
  static func hasFiles(below outcome: Outcome, of spool: FilePath) -> Bool {
    guard let root = try? Directory(at: spool) else { return false }
    return files(below: FilePath(outcome.rawValue), of: root) { _ in true } > 0
  }

  private static func files(
    below start: FilePath, of root: borrowing Directory, where counts: (FilePath.Component) -> Bool
  ) -> Int {
    var count = 0
    var pending = [start]
    while let path = pending.popLast() {
      guard let folder = try? root.directory(at: path) else { continue }
      try? folder.forEachEntry { entry in
        guard counts(entry.name) else { return }
        switch entry.kind {
        case .directory: pending.append(path.appending(entry.name))
        case .regular: count += 1
        default: break
        }
      }
    }
    return count
  }
}
