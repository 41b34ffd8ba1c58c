/// Something that whoever opens the document sees, and that could not be read.
package struct UnreadPart: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// Another file inside the document, which office programs show as a part of its text.
    case embeddedFile
    /// Another page inside a page.
    case frame
    /// A field of a form whose contents are not known.
    case field
    /// A picture in a cell without text.
    case picture
    /// What another program made, such as a sheet or a chart, in a cell or a paragraph without text.
    case object
  }

  package var kind: Kind
  /// What the file calls it, such as its name or its format; empty when it has no name.
  package var name: String
  package var place: Place

  package init(kind: Kind, name: String, place: Place = .unknown) {
    self.kind = kind
    self.name = name
    self.place = place
  }
}
