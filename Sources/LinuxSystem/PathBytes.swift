import Glibc
package import SystemPackage

// Names on Linux are bytes, any but `/` and NUL. These are the ways in and out that lose none of them.

extension FilePath.Component {
  /// A single name; `nil` when the bytes are none: empty, or with a slash or a NUL inside.
  package init?(bytes: some Sequence<UInt8>) {
    let characters = bytes.map { CChar(bitPattern: $0) }
    guard !characters.contains(0) else { return nil }
    self.init(platformString: characters + [0])
  }

  package var bytes: [UInt8] {
    unsafe withPlatformString { unsafe [UInt8](systemString: $0) }
  }
}

extension FilePath {
  /// A path; `nil` when there is a NUL inside. Doubled slashes and one at the end are dropped.
  package init?(bytes: some Sequence<UInt8>) {
    let characters = bytes.map { CChar(bitPattern: $0) }
    guard !characters.contains(0) else { return nil }
    self.init(platformString: characters + [0])
  }

  package var bytes: [UInt8] {
    unsafe withPlatformString { unsafe [UInt8](systemString: $0) }
  }
}

extension [UInt8] {
  fileprivate init(systemString: UnsafePointer<CChar>) {
    let characters = unsafe UnsafeBufferPointer(start: systemString, count: strlen(systemString))
    self = unsafe characters.map { UInt8(bitPattern: $0) }
  }
}
