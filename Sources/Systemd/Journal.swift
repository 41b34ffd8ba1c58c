import CSystemd
import Glibc
package import SystemPackage

/// The system's journal.
package enum Journal {
  /// Writes one record. Where no journald runs, nothing is written and nothing is thrown.
  ///
  /// - Parameter fields: In any order; a name may stand more than once.
  /// - Throws: What the socket of journald answered.
  package static func send(_ fields: [JournalField]) throws(Errno) {
    var bytes: [UInt8] = []
    var ends: [Int] = []
    for field in fields {
      bytes += field.payload
      ends.append(bytes.count)
    }
    let status = unsafe bytes.withUnsafeMutableBytes { buffer in
      var vectors = unsafe [iovec]()
      var start = 0
      for end in ends {
        let payload = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[start..<end])
        unsafe vectors.append(iovec(iov_base: payload.baseAddress, iov_len: payload.count))
        start = end
      }
      return unsafe sd_journal_sendv(vectors, CInt(vectors.count))
    }
    guard status >= 0 else { throw Errno(rawValue: -status) }
  }

  /// Whether standard error leads to the journal, which tells a start by systemd from one in a terminal.
  ///
  /// systemd names the stream in `JOURNAL_STREAM`, systemd.exec(5). The variable alone proves nothing: it is inherited
  /// by whatever a service starts, with its streams turned elsewhere.
  package static var isAvailable: Bool {
    guard let stream = unsafe getenv("JOURNAL_STREAM") else { return false }
    return unsafe isStream(String(cString: stream), openAt: .standardError)
  }

  /// Whether a descriptor is open on the stream `device:inode`.
  static func isStream(_ stream: String, openAt descriptor: FileDescriptor) -> Bool {
    var status = stat()
    guard unsafe fstat(descriptor.rawValue, &status) == 0 else { return false }
    return stream == "\(status.st_dev):\(status.st_ino)"
  }
}
