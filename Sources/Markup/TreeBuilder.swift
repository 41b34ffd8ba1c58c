/// Puts a ``MarkupTree`` together from what a parser reports.
struct TreeBuilder {
  private let depthLimit: Int
  private var nodes: [MarkupTree.Node] = []
  private var attributes: [MarkupTree.Attribute] = []
  private var names: [MarkupTree.Name] = []
  private var numbers: [MarkupTree.Name: Int32] = [:]
  private var bytes: [UInt8] = []
  private var declarations: [MarkupTree.Declaration] = []
  private var declaredNames: [MarkupTree.Name] = []
  private var declaredNumbers: [MarkupTree.Name: Int32] = [:]
  /// The elements that are open, and the last child of each.
  private var open: [(element: Int32, lastChild: Int32)] = []
  private(set) var failure: MarkupError?

  /// A document of the largest size that files may have holds no more, unless it is made to.
  private static let mostNodes = 4 << 20
  private static let mostNames = 10_000

  init(depthLimit: Int) {
    self.depthLimit = depthLimit
  }

  var isEmpty: Bool { nodes.isEmpty }

  /// Makes room for the tree of a document of so many bytes.
  mutating func reserve(forBytes count: Int) {
    bytes.reserveCapacity(min(count, 16 << 20))
    nodes.reserveCapacity(min(count / 16, 1 << 20))
    attributes.reserveCapacity(min(count / 32, 1 << 20))
  }

  mutating func fail(_ error: MarkupError) {
    if failure == nil { failure = error }
  }

  mutating func number(local: String, namespace: String = "") -> Int32 {
    let name = MarkupTree.Name(local: local, namespace: namespace)
    if let number = numbers[name] { return number }
    guard names.count < Self.mostNames else {
      fail(.tooLarge)
      return 0
    }
    let number = Int32(clamping: names.count)
    names.append(name)
    numbers[name] = number
    return number
  }

  mutating func start(_ name: Int32) {
    guard open.count < depthLimit else { return fail(.tooDeep(limit: depthLimit)) }
    let first = Int32(clamping: attributes.count)
    guard let index = append(name: name, range: first..<first) else { return }
    open.append((index, MarkupTree.none))
  }

  /// Adds an attribute to the element that was started last.
  mutating func attribute(_ name: Int32, value: some Sequence<UInt8>) {
    guard failure == nil, let element = open.last?.element, let range = store(value) else { return }
    attributes.append(MarkupTree.Attribute(name: name, value: range))
    nodes[Int(element)].range = nodes[Int(element)].range.lowerBound..<Int32(clamping: attributes.count)
    if attributes.count >= Self.mostNodes { fail(.tooLarge) }
  }

  /// Adds a declaration of a prefix to the element that was started last.
  mutating func declare(prefix: String, namespace: String) {
    guard failure == nil, let element = open.last?.element else { return }
    let name = MarkupTree.Name(local: prefix, namespace: namespace)
    let number = declaredNumbers[name] ?? Int32(clamping: declaredNames.count)
    if declaredNumbers.updateValue(number, forKey: name) == nil { declaredNames.append(name) }
    declarations.append(MarkupTree.Declaration(element: element, name: number))
    if declaredNames.count > Self.mostNames || declarations.count >= Self.mostNodes { fail(.tooLarge) }
  }

  mutating func end() {
    if !open.isEmpty { open.removeLast() }
  }

  mutating func text(_ characters: some Sequence<UInt8>) {
    guard failure == nil, let last = open.last?.lastChild, let range = store(characters) else { return }
    // A parser hands out a long text in pieces.
    if last != MarkupTree.none, nodes[Int(last)].name == MarkupTree.textName,
      nodes[Int(last)].range.upperBound == range.lowerBound
    {
      nodes[Int(last)].range = nodes[Int(last)].range.lowerBound..<range.upperBound
    } else {
      _ = append(name: MarkupTree.textName, range: range)
    }
  }

  consuming func tree() -> MarkupTree {
    MarkupTree(
      nodes: nodes, attributes: attributes, names: names, bytes: bytes, declarations: declarations,
      declaredNames: declaredNames)
  }

  private mutating func store(_ characters: some Sequence<UInt8>) -> Range<Int32>? {
    let start = bytes.count
    bytes.append(contentsOf: characters)
    guard bytes.count < Int(Int32.max) else {
      fail(.tooLarge)
      return nil
    }
    return Int32(start)..<Int32(bytes.count)
  }

  private mutating func append(name: Int32, range: Range<Int32>) -> Int32? {
    guard nodes.count < Self.mostNodes else {
      fail(.tooLarge)
      return nil
    }
    let index = Int32(nodes.count)
    nodes.append(MarkupTree.Node(name: name, parent: open.last?.element ?? MarkupTree.none, range: range))
    if let (element, last) = open.last {
      if last == MarkupTree.none {
        nodes[Int(element)].firstChild = index
      } else {
        nodes[Int(last)].nextSibling = index
      }
      open[open.count - 1].lastChild = index
    }
    return index
  }
}
