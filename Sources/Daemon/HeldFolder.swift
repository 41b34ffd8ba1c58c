import Spool
import SystemPackage

/// The reports that nobody could decide on, to be judged once more.
package enum HeldFolder {
  /// What came of one name.
  package enum Result: Equatable, Sendable {
    /// Paths relative to `held` and to the inbox.
    case putBack(String, as: String)
    /// Nothing is held under this name.
    case notHeld(String)
    case failed(String)
  }

  /// Puts reports back into the inbox.
  ///
  /// - Parameters:
  ///   - names: Reports or folders, relative to `held` or with its whole path; `nil` for all that there are.
  ///   - root: The spool.
  ///   - tell: Called with each result as soon as it is there.
  /// - Throws: ``DaemonError`` when the spool cannot be opened.
  package static func putBack(_ names: [String]?, spool root: String, telling tell: (Result) -> Void) throws {
    let root = FilePath(root)
    do throws(SpoolError) {
      let held = try HeldReports(root: root, suffixes: Configuration.DiagnosticsKind.allCases.map(\.suffix))
      for name in names ?? [""] {
        var path = FilePath(name).lexicallyNormalized()
        _ = path.removePrefix(root.appending(Outcome.held.folderName).lexicallyNormalized())
        guard path.isEmpty || InboxPath(path) != nil else {
          tell(.notHeld(name))
          continue
        }
        let reports = try held.reports(at: path)
        if reports.isEmpty, names != nil { tell(.notHeld(name)) }
        for report in reports { tell(putBack(report, in: held)) }
      }
    } catch {
      throw DaemonError(error)
    }
  }

  private static func putBack(_ report: InboxPath, in held: borrowing HeldReports) -> Result {
    do throws(SpoolError) {
      return .putBack(report.printable, as: try held.putBack(report).printable)
    } catch {
      return .failed("\(error)")
    }
  }
}
