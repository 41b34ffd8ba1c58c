import Foundation
import FoundationXML
import Rendering
import ReportModel

/// A rendered page as a tree. The page is written so that it is XML too, and a strict parser can vouch for it.
struct PageTree {
  private let document: XMLDocument

  init(_ judged: JudgedReport) throws {
    document = try XMLDocument(data: Data(DiagnosticsPage.render(judged)))
  }

  /// The text of the nodes that an XPath selects, in document order.
  func texts(_ path: String) throws -> [String] {
    try document.nodes(forXPath: path).map { $0.stringValue ?? "" }
  }

  /// The text of the one node that an XPath selects.
  func text(_ path: String) throws -> String {
    let texts = try texts(path)
    guard let text = texts.first, texts.count == 1 else { throw NotOne(path: path, count: texts.count) }
    return text
  }

  func names(_ path: String) throws -> [String] {
    try document.nodes(forXPath: path).map { $0.name ?? "" }
  }

  func count(_ path: String) throws -> Int {
    try document.nodes(forXPath: path).count
  }

  struct NotOne: Error {
    let path: String
    let count: Int
  }
}
