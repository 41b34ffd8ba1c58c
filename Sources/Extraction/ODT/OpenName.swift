/// The elements of OpenDocument that a reader of text has to know (OpenDocument 1.3 Part 3), called by the prefixes
/// that the standard uses.
enum OpenName: String {
  case body = "office:body"
  case officeText = "office:text"
  case styles = "office:styles"
  case automaticStyles = "office:automatic-styles"
  case masterStyles = "office:master-styles"
  case annotation = "office:annotation"

  case paragraph = "text:p"
  case heading = "text:h"
  case span = "text:span"
  case spaces = "text:s"
  case tab = "text:tab"
  case lineBreak = "text:line-break"
  case softPageBreak = "text:soft-page-break"
  case note = "text:note"
  case noteCitation = "text:note-citation"
  case noteBody = "text:note-body"
  case rubyText = "text:ruby-text"
  case number = "text:number"
  case script = "text:script"
  case hiddenText = "text:hidden-text"
  case hiddenParagraph = "text:hidden-paragraph"

  /// A field of Word that OpenDocument does not have, and what is known of it.
  case fieldMark = "field:fieldmark"
  case fieldParameter = "field:param"

  case list = "text:list"
  case listItem = "text:list-item"
  case listHeader = "text:list-header"
  case numberedParagraph = "text:numbered-paragraph"
  case section = "text:section"
  case indexBody = "text:index-body"
  case indexTitle = "text:index-title"
  case trackedChanges = "text:tracked-changes"
  case tableOfContent = "text:table-of-content"
  case illustrationIndex = "text:illustration-index"
  case tableIndex = "text:table-index"
  case objectIndex = "text:object-index"
  case userIndex = "text:user-index"
  case alphabeticalIndex = "text:alphabetical-index"
  case bibliography = "text:bibliography"

  case table = "table:table"
  case tableRow = "table:table-row"
  case tableRows = "table:table-rows"
  case tableHeaderRows = "table:table-header-rows"
  case tableRowGroup = "table:table-row-group"
  case tableColumn = "table:table-column"
  case tableColumns = "table:table-columns"
  case tableHeaderColumns = "table:table-header-columns"
  case tableColumnGroup = "table:table-column-group"
  case tableCell = "table:table-cell"
  case coveredCell = "table:covered-table-cell"

  case textBox = "draw:text-box"
  case image = "draw:image"
  case object = "draw:object"
  case linkedObject = "draw:object-ole"
  /// Where a field of a form stands, and the forms: fields that hold text, and lists.
  case control = "draw:control"
  case forms = "office:forms"
  case form = "form:form"
  case field = "form:*"
  case listBox = "form:listbox"
  case option = "form:option"
  /// Any other element of drawings: frames, groups, shapes.
  case drawing = "draw:*"

  case style = "style:style"
  case defaultStyle = "style:default-style"
  case textProperties = "style:text-properties"
  case paragraphProperties = "style:paragraph-properties"
  case tableProperties = "style:table-properties"
  case listStyle = "text:list-style"
  case outlineStyle = "text:outline-style"
  case numberLevel = "text:list-level-style-number"
  case outlineLevel = "text:outline-level-style"
  case levelProperties = "style:list-level-properties"
  case labelAlignment = "style:list-level-label-alignment"
  case masterPage = "style:master-page"
  case header = "style:header"
  case headerLeft = "style:header-left"
  case headerFirst = "style:header-first"
  case footer = "style:footer"
  case footerLeft = "style:footer-left"
  case footerFirst = "style:footer-first"

  /// Of other namespaces, and what no text stands in.
  case other

  private static let textFields: Set<String> = [
    "text", "textarea", "formatted-text", "number", "date", "time", "combobox",
  ]

  var isDrawing: Bool { [.drawing, .textBox, .image, .object, .linkedObject].contains(self) }

  init(local: String, namespace: String) {
    switch namespace {
    case "urn:oasis:names:tc:opendocument:xmlns:text:1.0": self = OpenName(rawValue: "text:" + local) ?? .other
    case "urn:oasis:names:tc:opendocument:xmlns:table:1.0": self = OpenName(rawValue: "table:" + local) ?? .other
    case "urn:oasis:names:tc:opendocument:xmlns:office:1.0": self = OpenName(rawValue: "office:" + local) ?? .other
    case "urn:oasis:names:tc:opendocument:xmlns:style:1.0": self = OpenName(rawValue: "style:" + local) ?? .other
    case "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": self = OpenName(rawValue: "draw:" + local) ?? .drawing
    case "urn:oasis:names:tc:opendocument:xmlns:form:1.0":
      self = Self.textFields.contains(local) ? .field : OpenName(rawValue: "form:" + local) ?? .other
    case "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0":
      self = OpenName(rawValue: "field:" + local) ?? .other
    // LibreOffice puts what the standard does not have yet into a namespace of its own.
    case "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0":
      self = OpenName(rawValue: "style:" + local) ?? .other
    default: self = .other
    }
  }
}
