import Archive
import DocumentModel
import Extraction
import ExtractionProtocol

/// What a fuzzer starts from: the reports kept for tests, each in the words of the harnesses that it serves.
package enum Seeds {
  /// - Parameters:
  ///   - name: The file's name.
  ///   - bytes: What it holds.
  /// - Returns: Inputs of harnesses.
  /// - Throws: When a packed file is broken.
  package static func seeds(from name: String, _ bytes: [UInt8]) throws -> [(harness: Harness, bytes: [UInt8])] {
    var seeds: [(harness: Harness, bytes: [UInt8])] = []
    switch name.split(separator: ".").last {
    case "txt": seeds.append((.text, bytes))
    case "html", "htm", "mht", "mhtml": seeds.append((.html, bytes))
    case "doc", "wps": seeds.append((.compound, bytes))
    case "docx": seeds.append((.docx, try parts(of: bytes)))
    case "odt": seeds.append((.odt, try parts(of: bytes)))
    case "ofd": seeds.append((.ofd, try parts(of: bytes)))
    case "pdf": break
    default: return []
    }
    let extract = try Extractor().extract(bytes)
    seeds.append((.wire, extract.message))
    if case .document(let document) = extract {
      let script = DocumentScript.bytes(of: document)
      seeds += [(.alignment, script), (.rendering, script), (.layout, PageScript.bytes(of: document))]
    }
    return seeds
  }

  /// Parts that say something of the text. Pictures, fonts and page-long lists of styles only slow a fuzzer down.
  private static func parts(of bytes: [UInt8]) throws -> [UInt8] {
    let archive = try ZipArchive(bytes, limits: ArchiveLimits(unpacked: 64 << 20, entries: 1_000))
    let idle = ["theme", "settings", "fonttable", "docprops/app", "customxml", "styleswitheffects"]
    let names = archive.names.sorted().filter { name in
      (name.hasSuffix(".xml") || name.hasSuffix(".rels")) && !idle.contains { name.contains($0) }
    }
    let parts = try names.map { (name: $0, contents: try archive.contents(of: $0)) }
    return PackedParts.bytes(of: parts.filter { $0.contents.count <= 100_000 })
  }
}
