package import SystemPackage

/// Why the spool could not do what it was asked. What is on the disk stays as it is and is found by `Spool.recover()`.
package struct SpoolError: Error, Equatable, Sendable {
  package enum Code: Equatable, Sendable {
    /// A folder of the spool is missing, is no folder, or cannot be opened or made.
    case folder
    /// A file of the inbox could not be taken over. It is still there.
    case claim
    /// A submission's notes in the work folder cannot be written or read.
    case work
    /// A judged report could not be filed. It waits in the work folder.
    case filing
    /// A watch of the inbox cannot be kept up.
    case watch
  }

  package var code: Code
  /// A sentence, for administrators: what went wrong and what to do.
  package var message: String
  /// What the system says.
  package var cause: Errno?

  package init(_ code: Code, _ message: String, cause: Errno? = nil) {
    self.code = code
    self.message = message
    self.cause = cause
  }
}

extension SpoolError: CustomStringConvertible {
  package var description: String {
    cause.map { "\(message) (\($0))" } ?? message
  }
}

/// Runs calls of the system and says, when one fails, what that means here.
func explaining<Value: ~Copyable>(
  _ code: SpoolError.Code, _ message: @autoclosure () -> String, _ body: () throws(Errno) -> Value
) throws(SpoolError) -> Value {
  do throws(Errno) {
    return try body()
  } catch {
    let remedy = error.remedy.map { " " + $0 } ?? ""
    throw SpoolError(code, message() + "." + remedy, cause: error)
  }
}

extension Errno {
  /// What an administrator can do about it, where that does not depend on what was being done.
  fileprivate var remedy: String? {
    switch self {
    case .permissionDenied, .notPermitted:
      "Give the service's user the rights to it, or make the user a member of the share's group."
    case .noSpace, .diskQuotaExceeded:
      "Free some space on the file system or raise its quota."
    case .readOnlyFileSystem:
      "The file system is mounted read-only; mount it writable and look into the kernel's log for the reason."
    case .improperLink:
      "Keep the whole spool on one file system, without a mount on any of its folders."
    case .tooManySymbolicLinkLevels:
      "Replace the symbolic link there with a real folder."
    case .tooManyOpenFiles, .tooManyOpenFilesInSystem:
      "Raise LimitNOFILE= of the service."
    default:
      nil
    }
  }
}
