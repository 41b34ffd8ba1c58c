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
    // To libzip nothing is an archive of nothing.
    if bytes.isEmpty { throw .malformed("there are no bytes") }
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    // libzip owns the copy and frees it with the source.
    guard let copy = unsafe malloc(bytes.count) else { throw .malformed("there is no memory for it") }
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
      // Names in other encodings than UTF-8 come out as if they were code page 437: no part of a document has one.
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

  /// Unpacks a part. What it unpacks to counts for the limit of all parts together, however often it is asked for.
  ///
  /// - Parameters:
  ///   - name: The part, as ``contains(_:)`` compares names.
  ///   - most: A limit for this part alone, in bytes.
  /// - Returns: The part's bytes, whose checksum was found right.
  /// - Throws: ``ArchiveError``; ``ArchiveError/tooLarge(limit:)`` with the limit that was reached.
  package func contents(of name: String, atMost most: Int = .max) throws(ArchiveError) -> [UInt8] {
    guard let number = numbers[Self.key(name)] else { throw .missing(name) }
    var status = unsafe zip_stat_t()
    guard unsafe zip_stat_index(archive, number, 0, &status) == 0 else { throw .malformed(lastError) }
    guard unsafe status.encryption_method == ZIP_EM_NONE else { throw .encrypted }
    guard let file = unsafe zip_fopen_index(archive, number, 0) else { throw .malformed(lastError) }
    defer { unsafe zip_fclose(file) }

    let limit = min(left, most)
    // What the archive says of a part's size is only a hint: what counts is what comes out. One byte more than that
    // is asked for, so that the end is met in the same piece.
    var piece = unsafe min(Int(clamping: status.size), limit, Self.largestFirstPiece) + 1
    var contents: [UInt8] = []
    while let next = unsafe read(piece, from: file) {
      left -= next.count
      guard next.count <= limit - contents.count else {
        throw .tooLarge(limit: limit == most ? most : limits.unpacked)
      }
      if contents.isEmpty { contents = next } else { contents.append(contentsOf: next) }
      if next.count < piece { return contents }
      piece = Self.furtherPiece
    }
    throw .malformed("\(name) cannot be unpacked")
  }

  private static let largestFirstPiece = 16 << 20
  private static let furtherPiece = 1 << 20

  /// The next bytes of a part; fewer than asked for only at its end, and `nil` when the part is broken.
  private func read(_ most: Int, from file: OpaquePointer) -> [UInt8]? {
    var isBroken = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
      while count < most, let start = buffer.baseAddress {
        let got = unsafe Int(zip_fread(file, start + count, UInt64(most - count)))
        isBroken = got < 0
        if got <= 0 { return }
        count += got
      }
    }
    return isBroken ? nil : bytes
  }

  private var lastError: String { unsafe Self.words(zip_get_error(archive)) }

  private static func words(_ error: UnsafeMutablePointer<zip_error_t>?) -> String {
    unsafe String(cString: zip_error_strerror(error))
  }

  /// What names are compared by.
  private static func key(_ name: String) -> String {
    var key: [UInt8] = []
    key.reserveCapacity(name.utf8.count)
    var isFolded = true
    for part in name.utf8.split(whereSeparator: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }) {
      if part.elementsEqual(CollectionOfOne(UInt8(ascii: "."))) { continue }
      if !key.isEmpty { key.append(UInt8(ascii: "/")) }
      for byte in part {
        let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        key.append(isCapital ? byte | 0x20 : byte)
        if byte >= 0x80 { isFolded = false }
      }
    }
    let text = String(decoding: key, as: UTF8.self)
    return isFolded ? text : text.lowercased()
  }
}
