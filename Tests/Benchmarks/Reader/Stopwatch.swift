import DocumentModel
import Extraction
import Findings
import Foundation
import ReportModel
import Rules

/// Times stages. What a worker and the daemon open once is opened once.
final class Stopwatch {
  private let reader: ReportReader
  private let rules = RuleBook()
  private let extractor: Extractor
  /// Keeps the optimiser from leaving work out whose result nobody wants.
  private var findings = 0

  init() throws {
    reader = ReportReader(library: try FormLibrary.builtIn())
    extractor = try Extractor()
  }

  /// What is found in a file: only what is read may be timed.
  func look(at path: String) -> String {
    guard let extract = try? extract(path) else { return "no such file" }
    switch extract {
    case .document: return "\(Subject(extract: extract, reader: reader).report?.figures.count ?? 0) figures"
    case .obstacle(.noTextLayer): return "no text layer"
    case .obstacle: return "an obstacle"
    case .needsConversion: return "needs conversion"
    }
  }

  /// Takes the files round and round.
  func time(_ stage: Stage, _ paths: [String], atLeast seconds: Double) throws -> Answer.Timing {
    let work = try work(of: stage, on: paths)
    let clock = ContinuousClock()
    let start = clock.now
    var files = 0
    repeat {
      for file in work { findings += try file() }
      files += work.count
    } while (clock.now - start).seconds < seconds && files > 0
    return Answer.Timing(files: files, seconds: (clock.now - start).seconds)
  }

  /// What is to be done with each file, with all that comes before the stage done already.
  private func work(of stage: Stage, on paths: [String]) throws -> [() throws -> Int] {
    try paths.map { path in
      switch stage {
      case .read:
        return { try self.document(path)?.blocks.count ?? 0 }
      case .judge:
        return { self.rules.findings(on: Subject(extract: try self.extract(path), reader: self.reader)).count }
      case .report:
        let document = try document(path)
        return { document.flatMap(self.reader.read)?.sections.count ?? 0 }
      case .rules:
        let extract = try extract(path)
        let report = try document(path).flatMap(reader.read)
        return { self.rules.findings(on: Subject(extract: extract, report: report)).count }
      }
    }
  }

  private func document(_ path: String) throws -> Document? {
    if case .document(let document) = try extract(path) { document } else { nil }
  }

  private func extract(_ path: String) throws -> Extract {
    extractor.extract([UInt8](try Data(contentsOf: URL(filePath: path))))
  }
}

extension Duration {
  fileprivate var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
