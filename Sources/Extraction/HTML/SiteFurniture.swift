import Markup

/// Tells what a web site puts round a text: ways through the site, and who runs it.
///
/// Nothing is furniture that holds figures in cells, a heading that is no link, or a numbered heading; whole sentences
/// stand in the imprint of a site only. What is left is furniture
/// - when most of it is links, two at least;
/// - when it begins as the path to a page does (当前位置) and holds a link;
/// - when its element, role, class or id says so, and that is not the class of a text as well;
/// - when it says what only a site's foot says (ICP备, 版权所有), and little more.
struct SiteFurniture {
  let page: PageTree
  let facts: PageFacts

  /// - Parameter position: A block outside of tables of figures.
  /// - Returns: Whether the block is furniture, with all that is in it.
  func contains(_ position: Int) -> Bool {
    let amounts = facts.amounts[position]
    guard amounts.text > 0, amounts.figures == 0, amounts.headings == 0, amounts.ordinals == 0 else { return false }
    if case .heading = page.role(at: position) { return false }
    let mark = mark(of: position)
    guard amounts.sentences == 0 else { return mark == .foot && holds(Self.imprintWords, position) }
    if amounts.links >= 2, Int(amounts.linked) * 5 >= Int(amounts.text) * 3 { return true }
    switch mark {
    case .way: return true
    case .head where amounts.links > 0 && Int(amounts.linked) * 3 >= Int(amounts.text): return true
    case .foot where amounts.links > 0 || holds(Self.footWords, position): return true
    case .head, .foot, nil: break
    }
    if amounts.links > 0, begins(with: Self.pathWords, position) { return true }
    return amounts.text <= Self.longestImprint && holds(Self.imprintWords, position)
  }

  /// In bytes.
  private static let longestImprint = 900

  // MARK: Marks

  private enum Mark {
    /// A way through the site.
    case way
    case head, foot
  }

  private func mark(of position: Int) -> Mark? {
    switch page.role(at: position) {
    case .navigation: return .way
    case .siteHeader: return .head
    case .siteFooter: return .foot
    default: break
    }
    guard page.tree.hasAttributes(at: position) else { return nil }
    switch page.value(of: .role, at: position) {
    case "navigation", "search": return .way
    case "banner": return .head
    case "contentinfo": return .foot
    default: break
    }
    let tokens = tokens(of: .class, at: position) + tokens(of: .id, at: position)
    if tokens.isEmpty || tokens.contains(where: Self.textNames.contains) { return nil }
    if tokens.contains(where: { Self.wayNames.contains($0) || Self.ends($0, Self.wayRoots) }) { return .way }
    if tokens.contains(where: { Self.footNames.contains($0) || Self.ends($0, Self.footRoots) }) { return .foot }
    if tokens.contains(where: Self.headNames.contains) { return .head }
    return nil
  }

  private static let textNames: Set<String> = [
    "article", "body", "con", "conn", "cont", "content", "contents", "detail", "main", "news", "text", "title", "zoom",
  ]
  private static let wayNames: Set<String> = [
    "bread", "crumb", "crumbs", "fenxiang", "menus", "navi", "pager", "pagination", "toolbar", "weizhi", "yqlj",
  ]
  private static let wayRoots = [
    "breadcrumb", "breadcrumbs", "friendlink", "menu", "nav", "navbar", "share", "sidebar",
  ]
  private static let footNames: Set<String> = ["banquan", "beian", "bottom", "foot"]
  private static let footRoots = ["copyright", "footer"]
  private static let headNames: Set<String> = ["banner", "head", "header", "top"]

  private static func ends(_ token: String, _ roots: [String]) -> Bool {
    roots.contains { token.hasPrefix($0) || token.hasSuffix($0) }
  }

  /// The words of a class or id: `main-footer`, `leftNav2` and `foot_nav` are two each.
  private func tokens(of attribute: PageAttribute, at position: Int) -> [String] {
    guard let value = page.bytes(of: attribute, at: position) else { return [] }
    var tokens: [String] = []
    var token: [UInt8] = []
    var wasSmall = false
    for byte in value.prefix(200) {
      let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      let isLarge = isLetter && byte & 0x20 == 0
      if !isLetter || (isLarge && wasSmall), !token.isEmpty {
        tokens.append(String(decoding: token, as: UTF8.self))
        token.removeAll()
      }
      if isLetter { token.append(byte | 0x20) }
      wasSmall = isLetter && !isLarge
    }
    if !token.isEmpty { tokens.append(String(decoding: token, as: UTF8.self)) }
    return tokens
  }

  // MARK: Words

  private static let pathWords = ["当前位置", "当前的位置", "您的位置", "您的当前位置", "您现在的位置", "您所在的位置", "所在位置", "现在位置", "位置："]
  /// Only a site's foot says these.
  private static let imprintWords = ["ICP备", "公网安备", "网站标识码", "版权所有", "Copyright", "copyright", "COPYRIGHT"]
  /// These it says as well.
  private static let footWords = imprintWords + ["备案", "主办", "承办", "技术支持", "联系电话", "邮编", "浏览器"]

  private func begins(with words: [String], _ position: Int) -> Bool {
    let start = text(of: position, atMost: 60)
    return words.contains { start.starts(with: $0.utf8) }
  }

  private func holds(_ words: [String], _ position: Int) -> Bool {
    let text = text(of: position, atMost: 4_000)
    guard let first = text.indices.first else { return false }
    let firstBytes = Set(words.compactMap(\.utf8.first))
    return (first..<text.endIndex).contains { index in
      firstBytes.contains(text[index]) && words.contains { text[index...].starts(with: $0.utf8) }
    }
  }

  /// The beginning of what is shown, without white space.
  private func text(of position: Int, atMost length: Int) -> [UInt8] {
    var text: [UInt8] = []
    let end = min(page.tree.end(of: position), position + 2_000)
    for next in position..<end {
      if text.count >= length { break }
      guard page.role(at: next) == nil, !facts.isHidden(next) else { continue }
      text.append(contentsOf: page.tree.text(at: next).prefix(length).filter { $0 > 0x20 })
    }
    return text
  }
}
