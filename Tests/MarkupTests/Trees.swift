import Markup

/// A tree as text, to be compared with: `<a x="1">text</a>`, with the namespace of an element in braces.
func written(_ element: MarkupElement) -> String {
  guard !element.name.isEmpty else { return inside(element) }
  let namespace = element.namespace.isEmpty ? "" : "{\(element.namespace)}"
  let attributes = element.attributeNames.map { " \($0)=\"\(element.attribute($0) ?? "?")\"" }.joined()
  return "<\(namespace)\(element.name)\(attributes)>\(inside(element))</\(element.name)>"
}

private func inside(_ element: MarkupElement) -> String {
  element.children.map { child in
    switch child {
    case .element(let element): written(element)
    case .text(let text): text
    }
  }.joined()
}

func written(xml: String) throws -> String {
  try written(MarkupTree.read(xml: Array(xml.utf8)).root)
}

func written(html: String) throws -> String {
  try written(MarkupTree.read(html: Array(html.utf8)).root)
}
