import CLinux
import Glibc
package import SystemPackage

/// Whether anybody has a file open for writing.
///
/// The system says so to who asks for a read lease: it refuses for as long as there is a writer, be it one that has been
/// standing still for an hour, and Samba's among them. A size that does not change proves nothing: a copy from Windows sets
/// it before the first byte.
package enum WriterCheck: Equatable, Sendable {
  case nobody
  case somebody
  /// The system does not let us know: the file is another user's and we lack CAP_LEASE, or its file system has no leases.
  case unknown(Errno)
}

extension OwnedDescriptor {
  /// Asks whether the file, which has to be open for reading only, is being written.
  package func checkForWriters() -> WriterCheck {
    let raw = raw
    do throws(Errno) {
      _ = try checked { clinux_probe_for_writers(raw) }
      return .nobody
    } catch .resourceTemporarilyUnavailable {
      return .somebody
    } catch {
      return .unknown(error)
    }
  }
}

extension CurrentProcess {
  /// Whether it may ask for leases on the files of others (CAP_LEASE).
  package static var mayLeaseFilesOfOthers: Bool { clinux_may_lease_files_of_others() == 1 }
}
