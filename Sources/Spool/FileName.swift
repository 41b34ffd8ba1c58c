import LinuxSystem
import SystemPackage

/// A file's name, taken apart so that it can be made longer without its becoming too long.
struct FileName {
  /// What Linux file systems take, in bytes: 85 Chinese characters.
  static let maximumBytes = 255

  private let name: FilePath.Component
  private let stem: [UInt8]
  /// With its dot; empty when there is none.
  private let fileExtension: [UInt8]

  init(_ name: FilePath.Component) {
    self.name = name
    let bytes = name.bytes
    // A dot further to the front, or at the very front, does not begin an extension.
    let dot = bytes.suffix(16).lastIndex(of: UInt8(ascii: ".")).flatMap { $0 > 0 ? $0 : nil } ?? bytes.endIndex
    stem = Array(bytes[..<dot])
    fileExtension = Array(bytes[dot...])
  }

  /// The name with something between stem and extension.
  func adding(_ text: String) -> FilePath.Component {
    fitted(ending: Array(text.utf8) + fileExtension)
  }

  /// The name with something behind its extension.
  func adding(extension text: String) -> FilePath.Component {
    fitted(ending: fileExtension + Array(text.utf8))
  }

  /// Stem and ending. A stem that leaves too little room is cut, and a short hash of the whole name tells it from others
  /// that begin alike.
  private func fitted(ending: [UInt8]) -> FilePath.Component {
    var bytes = stem + ending
    if bytes.count > Self.maximumBytes {
      let mark = Array("~\(SHA256Digest(of: name.bytes).hexadecimal.prefix(8))".utf8)
      bytes = cut(stem, to: Self.maximumBytes - mark.count - ending.count) + mark + ending
    }
    guard let result = FilePath.Component(bytes: bytes) else { preconditionFailure("made of parts of names") }
    return result
  }
}

/// The longest beginning of at most so many bytes that ends between two characters.
private func cut(_ bytes: [UInt8], to room: Int) -> [UInt8] {
  guard bytes.count > room else { return bytes }
  if var text = String(validating: bytes, as: UTF8.self) {
    while text.utf8.count > room { text.removeLast() }
    return Array(text.utf8)
  }
  // No text in UTF-8: between two bytes that are at least not visibly of one character.
  var end = max(room, 0)
  while end > 0, bytes[end] & 0b1100_0000 == 0b1000_0000 { end -= 1 }
  return Array(bytes[..<end])
}
