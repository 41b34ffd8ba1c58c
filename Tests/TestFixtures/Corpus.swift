package import Foundation

/// The reports kept for tests, and the figures that must be read from each.
package enum Corpus {
  /// The folder that holds them.
  package static var folder: URL { Bundle.module.bundleURL.appending(path: "corpus") }

  package static func url(_ name: String) -> URL { folder.appending(path: name) }

  package static func bytes(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: url(name)))
  }
}
