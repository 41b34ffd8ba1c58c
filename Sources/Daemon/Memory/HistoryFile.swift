import LinuxSystem
import SystemPackage

/// One file of outcomes, only ever added to: for each a line that says how long the outcome is, what its digest begins with
/// and whose it is, and the outcome itself, a line of JSON.
///
///     nianbaod-outcome 1 2381 9f86d081884c7d65 20270112T083000123-9f86d081884c7d65
///     {"id":"20270112T083000123-9f86d081884c7d65",…}
///
/// It is not brought to the disk at once. What a power cut leaves of the last outcome is no whole one, and is passed over.
struct HistoryFile {
  /// Where an outcome stands.
  struct Place: Equatable {
    var id: String
    /// Of its JSON, in bytes.
    var offset: Int
    var count: Int
    /// The first digits of its SHA-256.
    var digest: String
  }

  private static let mark = "nianbaod-outcome 1 "
  /// A mark, two numbers and an id.
  private static let longestHead = 256

  /// An outcome as it stands in the file.
  static func frame(_ json: [UInt8], id: String) -> [UInt8] {
    Array("\(mark)\(json.count) \(digest(of: json)) \(id)\n".utf8) + json + [newline]
  }

  /// What stands in a file.
  ///
  /// - Returns: The outcomes, and whether the file ends with one that is whole.
  static func places(in file: borrowing OwnedDescriptor) throws(Errno) -> (places: [Place], isWhole: Bool) {
    let size = try file.status().size
    var places: [Place] = []
    var offset = 0
    while offset < size {
      ThreadActivity.step()
      let head = try file.read(atMost: longestHead, at: offset)
      guard let place = place(head, at: offset), place.count < size - place.offset else { return (places, false) }
      places.append(place)
      offset = place.offset + place.count + 1
    }
    return (places, true)
  }

  private static func place(_ head: [UInt8], at offset: Int) -> Place? {
    guard let end = head.firstIndex(of: newline) else { return nil }
    let fields = String(decoding: head[..<end], as: UTF8.self).split(separator: " ", omittingEmptySubsequences: false)
    guard fields.count == 5, fields[0] + " " + fields[1] + " " == mark, let count = Int(fields[2]), count > 0 else {
      return nil
    }
    return Place(id: String(fields[4]), offset: offset + end + 1, count: count, digest: String(fields[3]))
  }

  /// - Returns: `nil` for one that is not as it was written.
  static func json(at place: Place, in file: borrowing OwnedDescriptor) throws(Errno) -> [UInt8]? {
    var json: [UInt8] = []
    while json.count < place.count {
      let piece = try file.read(atMost: place.count - json.count, at: place.offset + json.count)
      guard !piece.isEmpty else { return nil }
      json += piece
    }
    return digest(of: json) == place.digest ? json : nil
  }

  private static func digest(of json: [UInt8]) -> String { String(SHA256Digest(of: json).hexadecimal.prefix(16)) }

  private static let newline = UInt8(ascii: "\n")
}
