import CLibZip
import Glibc

/// A zip file in memory, whose parts are unpacked one by one and as far as limits allow.
///
/// Nothing is ever unpacked to a disk: names such as `../../etc/passwd` are names, not paths.
@safe
package final class ZipArchive {
  private let archive: OpaquePointer
  private var numbers: [String: UInt64] = [:]
  private var left: Int
  private let limits: ArchiveLimits

  /// - Throws: ``ArchiveError/malformed(_:)`` or ``ArchiveError/tooManyEntries(limit:)``.
  package init(_ bytes: [UInt8], limits: ArchiveLimits) throws(ArchiveError) {
    self.limits = limits
    left = limits.unpacked
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    // libzip owns the copy and frees it with the source.
    guard let copy = unsafe malloc(max(1, bytes.count)) else { throw .malformed("there is no memory for it") }
    unsafe bytes.withUnsafeBytes {
      unsafe copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count)
    }
    guard let source = unsafe zip_source_buffer_create(copy, UInt64(bytes.count), 1, &error) else {
      unsafe free(copy)
      throw .malformed(unsafe Self.words(&error))
    }
    guard let archive = unsafe zip_open_from_source(source, ZIP_RDONLY, &error) else {
      unsafe zip_source_free(source)
      throw .malformed(unsafe Self.words(&error))
    }
    unsafe self.archive = archive
    let count = unsafe zip_get_num_entries(archive, 0)
    guard count <= limits.entries else { throw .tooManyEntries(limit: limits.entries) }
    for number in 0..<UInt64(max(0, count)) {
      guard let name = unsafe zip_get_name(archive, number, 0) else { continue }
      // The first of a name counts, as in most programs.
      let key = Self.key(unsafe String(cString: name))
      if numbers[key] == nil { numbers[key] = number }
    }
  }

  deinit {
    unsafe zip_discard(archive)
  }

  /// The names of all parts as they are compared: see ``contains(_:)``.
  package var names: some Collection<String> { numbers.keys }

  /// Whether there is a part of a name. Letter case, backslashes for slashes and a leading `/` or `./` make no
  /// difference: producers bend them.
  package func contains(_ name: String) -> Bool { numbers[Self.key(name)] != nil }

  /// Unpacks a part.
  ///
  /// - Throws: ``ArchiveError``; a limit that is reached counts for all parts together.
  package func contents(of name: String) throws(ArchiveError) -> [UInt8] {
    guard let number = numbers[Self.key(name)] else { throw .missing(name) }
    var status = unsafe zip_stat_t()
    guard unsafe zip_stat_index(archive, number, 0, &status) == 0 else { throw .malformed(lastError) }
    guard unsafe status.encryption_method == ZIP_EM_NONE else { throw .encrypted }
    guard let file = unsafe zip_fopen_index(archive, number, 0) else { throw .malformed(lastError) }
    defer { unsafe zip_fclose(file) }
    // What the archive says of a part's size is only a hint: what counts is what comes out.
    var contents: [UInt8] = []
    let announced = unsafe Int(clamping: status.size)
    contents.reserveCapacity(min(announced, left, 16 << 20))
    let piece = 64 << 10
    while true {
      let before = contents.count
      var failed = false
      contents.append(
        contentsOf: unsafe [UInt8](unsafeUninitializedCapacity: piece) { buffer, count in
          let read = unsafe zip_fread(file, buffer.baseAddress, UInt64(buffer.count))
          failed = read < 0
          count = max(0, Int(read))
        })
      if failed { throw .malformed("\(name) cannot be unpacked") }
      let got = contents.count - before
      if got == 0 { return contents }
      left -= got
      guard left >= 0 else { throw .tooLarge(limit: limits.unpacked) }
    }
  }

  private var lastError: String { unsafe Self.words(zip_get_error(archive)) }

  private static func words(_ error: UnsafeMutablePointer<zip_error_t>?) -> String {
    unsafe String(cString: zip_error_strerror(error))
  }

  private static func key(_ name: String) -> String {
    var parts = name.replacing("\\", with: "/").split(separator: "/", omittingEmptySubsequences: true)
    parts.removeAll { $0 == "." }
    return parts.joined(separator: "/").lowercased()
  }
}
