import DocumentModel
package import Findings
import ReportModel

package struct PersonalInformationRule: Rule {
  package static let description = RuleDescription(
    id: "personal-information", severity: .error,
    source: "《中华人民共和国个人信息保护法》; 《中华人民共和国政府信息公开条例》第十五条: personal privacy is not published.",
    clerk: "报告要向社会公布，不能写个人的身份证号、手机号、银行卡号。单位的座机、邮箱、地址可以写。",
    administrator:
      "An identity number with a right check digit, a mobile number or a bank card number stands in the report. Findings show it masked.",
    example: RuleExample(wrong: "申请人张某，手机138****5678（报告中写出了全部号码）", right: "申请人张某"))

  package init() {}

  private static let most = 5

  package func check(_ subject: Subject) -> [Finding] {
    guard let report = subject.report, let document = subject.document else { return [] }
    var findings: [Finding] = []
    var named: Set<String> = []
    for piece in Piece.all(in: document, report) {
      let numbers = PersonalNumber.all(in: Array(piece.text.unicodeScalars), isColumned: piece.isColumned)
      for number in numbers {
        // What a margin says on every page is said once.
        guard named.insert(number.masked).inserted else { continue }
        findings.append(
          finding(
            .message(number.kind), advice: .advice(number.kind), at: piece.place, found: number.masked,
            expected: "不出现", evidence: [piece.quote(of: number, hiding: numbers)]))
        if findings.count == Self.most { return findings }
      }
    }
    return findings
  }
}

/// A text of the document in which a number may stand: a paragraph, a cell, a margin, or what stands on both sides of a
/// line's end.
private struct Piece {
  var text: String
  var section: Int?
  var source: Place
  /// Whether figures may stand side by side in it.
  var isColumned: Bool

  var place: FindingPlace { FindingPlace(section: section, source: source) }

  static func all(in document: Document, _ report: AnnualReport) -> [Piece] {
    var pieces: [Piece] = []
    var last: Piece?
    func add(_ piece: Piece) {
      if PersonalNumber.mayStand(in: piece.text) { pieces.append(piece) }
      last = piece
    }
    var sections: [Place: Int] = [:]
    sections.reserveCapacity(report.sections.reduce(0) { $0 + 1 + $1.paragraphs.count })
    for section in report.sections {
      sections[section.place] = section.number
      for paragraph in section.paragraphs { sections[paragraph.place] = section.number }
    }
    let tables = Set(report.form.sections.filter { $0.kind != .prose }.map(\.number))
    var section: Int?
    for block in document.blocks {
      switch block {
      case .paragraph(let paragraph):
        section = sections[paragraph.place] ?? section
        let isColumned = section.map(tables.contains) ?? false
        if let last, last.isLine, paragraph.place.line != nil, !isColumned {
          bridge(last, paragraph.text).map { add($0) }
        }
        add(Piece(text: paragraph.text, section: section, source: paragraph.place, isColumned: isColumned))
      case .table(let table):
        for cell in table.cells {
          add(Piece(text: cell.text, section: sections[cell.place] ?? section, source: cell.place, isColumned: false))
        }
      }
    }
    for margin in document.margins {
      add(Piece(text: margin.text, section: nil, source: margin.place, isColumned: false))
    }
    return pieces
  }

  /// The words round a number, with all numbers masked.
  func quote(of number: PersonalNumber, hiding numbers: [PersonalNumber]) -> Evidence {
    let text = Array(self.text.unicodeScalars)
    var hidden: [Unicode.Scalar] = []
    var mark = 0..<0
    var end = 0
    for each in numbers where each.range.lowerBound >= end {
      hidden += text[end..<each.range.lowerBound]
      let start = hidden.count
      hidden += each.masked.unicodeScalars
      if each.range == number.range { mark = start..<hidden.count }
      end = each.range.upperBound
    }
    hidden += text[end...].prefix(Self.mostBehind)
    return .quote(Quote(around: [mark], in: hidden, source: Quote.source(section: section)))
  }

  /// More than is ever quoted behind a number.
  private static let mostBehind = 400

  private var isLine: Bool { source.line != nil && !isColumned }

  /// A number that is broken by the end of a line, which knows no better place.
  private static func bridge(_ line: Piece, _ next: String) -> Piece? {
    // Most lines do not end with a digit.
    guard line.text.unicodeScalars.last(where: { !$0.isWhiteSpace })?.isDigit == true else { return nil }
    let tail = line.text.unicodeScalars.suffix(60).reversed().drop { $0.isWhiteSpace }
    let head = next.unicodeScalars.prefix(60).drop { $0.isWhiteSpace }
    guard tail.first?.isDigit == true, head.first?.narrowed.isDigit == true || head.first?.narrowed == "X" else {
      return nil
    }
    return Piece(
      text: String(tail.reversed() + head), section: line.section, source: line.source, isColumned: true)
  }
}

extension String {
  fileprivate static func message(_ kind: PersonalNumber.Kind) -> String {
    "这里有\(name(of: kind))，属于个人信息，不能公布。"
  }

  fileprivate static func advice(_ kind: PersonalNumber.Kind) -> String {
    switch kind {
    case .mobile: "请删去手机号；需要留联系方式的，改留单位的座机。"
    case .identity, .bankCard: "请删去这个号码，整篇再查一遍有没有别的个人信息。"
    }
  }

  private static func name(of kind: PersonalNumber.Kind) -> String {
    switch kind {
    case .identity: "身份证号"
    case .mobile: "手机号"
    case .bankCard: "银行卡号"
    }
  }
}
