import Foundation
import FuzzHarnesses

/// What libFuzzer is given beside the program: for each harness a folder of seeds, a dictionary and its arguments.
struct Preparation {
  private let corpus: URL
  private let sources: URL
  private let folder: URL

  /// - Parameters:
  ///   - corpus: A folder of reports.
  ///   - sources: The folder that holds `Words`.
  ///   - folder: Where `seeds` and `dictionaries` are made.
  init(corpus: String, sources: String, folder: String) {
    self.corpus = URL(filePath: corpus)
    self.sources = URL(filePath: sources)
    self.folder = URL(filePath: folder)
  }

  func write() throws {
    for harness in Harness.allCases {
      try FileManager.default.createDirectory(at: seeds(of: harness), withIntermediateDirectories: true)
    }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "dictionaries"), withIntermediateDirectories: true)
    for name in try FileManager.default.contentsOfDirectory(atPath: corpus.path).sorted() {
      let file = corpus.appending(path: name)
      guard (try? file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true else { continue }
      for seed in try Seeds.seeds(from: name, [UInt8](Data(contentsOf: file))) {
        try Data(seed.bytes).write(to: seeds(of: seed.harness).appending(path: name))
      }
    }
    for harness in Harness.allCases {
      let dictionary = try harness.words.map { try entries(of: $0) }.joined()
      let file = folder.appending(path: "dictionaries/\(harness.rawValue).dict")
      try Data(dictionary.utf8).write(to: file)
    }
  }

  private func seeds(of harness: Harness) -> URL {
    folder.appending(path: "seeds").appending(path: harness.rawValue)
  }

  /// A list of words as libFuzzer takes it, which knows ASCII only.
  private func entries(of list: String) throws -> String {
    let words = try String(contentsOf: sources.appending(path: "Words/\(list).txt"), encoding: .utf8)
    return words.split(separator: "\n").map { word in
      let escaped = word.utf8.map { byte in
        let hexadecimal = String(byte, radix: 16)
        return hexadecimal.count == 1 ? "\\x0\(hexadecimal)" : "\\x\(hexadecimal)"
      }
      return "\"\(escaped.joined())\"\n"
    }.joined()
  }
}
