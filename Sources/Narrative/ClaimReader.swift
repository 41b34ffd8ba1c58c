package import DocumentModel

/// Turns prose into claims.
///
/// What is not certain is no claim: a sentence that is not understood is left alone.
package struct ClaimReader: Sendable {
  /// The year that the report covers.
  private let year: Int?

  package init(year: Int?) {
    self.year = year
  }

  /// - Parameters:
  ///   - paragraphs: the prose.
  ///   - isOnRequests: its heading says that it is about 政府信息公开申请, or what came of them.
  /// - Returns: the claims in the order of the prose.
  package func claims(in paragraphs: [Paragraph], isOnRequests: Bool = false) -> [Claim] {
    let prose = Prose(paragraphs)
    var context = Context(topic: isOnRequests ? .requests : .none)
    return prose.sentences.flatMap { sentence -> [Claim] in
      let tellsDecisions = DecisionWords.areMeant(in: prose.folded[sentence])
      let clauses = prose.clauses(of: sentence).map {
        Clause(
          prose.folded, in: $0.range, isBracketed: $0.isBracketed, reportYear: year,
          speaksOfRequests: context.topic == .requests, speaksOfDecisions: tellsDecisions)
      }
      var reader = SentenceReader(clauses: clauses, year: year, context: context)
      reader.read()
      context = reader.context
      let claims = reader.certainClaims
      let printed = claims.isEmpty ? "" : String(prose.printed[sentence])
      return claims.map { claim in
        Claim(
          subjects: claim.subjects, alternatives: claim.alternatives, statement: claim.statement, sentence: printed,
          marked: (claim.range.lowerBound - sentence.lowerBound)..<(claim.range.upperBound - sentence.lowerBound),
          coversArea: reader.coversArea, place: prose.place(at: claim.range.lowerBound))
      }
    }
  }
}

/// What the sentences before speak of.
struct Context {
  enum Topic {
    case none, requests, documents, foreign
  }

  var topic = Topic.none
  var proceedings: [Proceeding] = []
  /// What the last number counted.
  var last: Counted?
  /// How many it was.
  var lastNumeral: Numeral?
}

extension String {
  init(_ scalars: ArraySlice<Unicode.Scalar>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(3 * scalars.count)
    for scalar in scalars { bytes.append(contentsOf: scalar.utf8) }
    self.init(decoding: bytes, as: UTF8.self)
  }
}
