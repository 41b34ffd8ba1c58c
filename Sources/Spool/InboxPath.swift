import LinuxSystem
package import SystemPackage

/// Where a file lies below the inbox. Names are bytes, which may be no text at all.
package struct InboxPath: Hashable, Sendable {
  /// Relative to the inbox, with at least one component, none of them `.` or `..`.
  package let path: FilePath
  /// The last component.
  package let name: FilePath.Component

  /// - Returns: `nil` for a path that is absolute, empty or does not stay below the inbox.
  package init?(_ path: FilePath) {
    guard path.isRelative, let name = path.lastComponent, path.components.allSatisfy({ $0.kind == .regular }) else {
      return nil
    }
    self.path = path
    self.name = name
  }

  package init?(bytes: [UInt8]) {
    guard let path = FilePath(bytes: bytes) else { return nil }
    self.init(path)
  }

  init(_ name: FilePath.Component, in folder: FilePath) {
    path = folder.appending(name)
    self.name = name
  }

  /// The folder it is in, relative to the inbox; empty for the inbox itself.
  package var folder: FilePath { path.removingLastComponent() }

  package var bytes: [UInt8] { path.bytes }

  /// For people: broken characters are replaced, control characters escaped. Not to be used as a path.
  package var printable: String { path.printable }
}

extension InboxPath: Comparable {
  package static func < (left: InboxPath, right: InboxPath) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}

extension InboxPath: CustomStringConvertible {
  package var description: String { printable }
}

extension FilePath {
  /// The path in one line that cannot be taken for another: no line breaks, no escape sequences of terminals, no
  /// characters that turn the direction of writing.
  package var printable: String {
    var text = ""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        text += "\\u{\(String(scalar.value, radix: 16))}"
      default:
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
