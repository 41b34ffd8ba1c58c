/// The means of OpenDocument to raise, strike and hide text (OpenDocument 1.3, part 3, 16.29 and 20).
package enum OpenLooks {
  package static func means(_ effect: Look.Effect) -> [String] { markup(effect).map(\.name) }

  static func markup(_ effect: Look.Effect) -> [LookMarkup] {
    switch effect {
    case .raised: [styled("text-position", "super"), styled("text-position in percent", "percent")]
    case .struck: [styled("line-through", "struck"), styled("a double line", "struck2"), styled("by a parent", "old")]
    case .unseen:
      [
        styled("display: none", "gone"), styled("hidden by a parent", "goneUpon"), styled("white", "white"),
        styled("white by a parent", "whiteUpon"), styled("its ground's colour", "ground"),
        styled("white and larger", "white2"),
        LookMarkup(
          "a field of hidden text",
          #"<text:hidden-text text:condition="ooow:1" text:is-hidden="true" text:string-value=""#,
          #""/>"#),
        LookMarkup("a comment", "<office:annotation><text:p>", "</text:p></office:annotation>"),
        LookMarkup("a conditional text", Self.conditional, #""/>"#),
        styled("nearly white", "pale"),
      ]
    }
  }

  private static let conditional = """
    <text:conditional-text text:condition="ooow:0" text:current-value="false" text:string-value-if-false="" \
    text:string-value-if-true="
    """

  private static func styled(_ name: String, _ style: String) -> LookMarkup {
    LookMarkup(name, #"<text:span text:style-name="\#(style)">"#, "</text:span>")
  }

  /// Styles that stand among the document's own.
  static let common = [
    style("oldParent", #"style:text-line-through-style="solid" style:text-line-through-type="single""#),
    style("goneParent", #"text:display="none""#), style("whiteParent", ##"fo:color="#ffffff""##),
  ].joined()

  /// Styles of pieces of text.
  static let automatic = [
    style("super", #"style:text-position="super""#), style("percent", #"style:text-position="40% 60%""#),
    style("struck", #"style:text-line-through-style="solid" style:text-line-through-type="single""#),
    style("struck2", #"style:text-line-through-style="solid" style:text-line-through-type="double""#),
    style("old", "", parent: "oldParent"), style("gone", #"text:display="none""#),
    style("goneUpon", "", parent: "goneParent"), style("white", ##"fo:color="#ffffff""##),
    style("whiteUpon", "", parent: "whiteParent"),
    style("ground", ##"fo:color="#ccddee" fo:background-color="#ccddee""##),
    style("white2", ##"fo:color="#ffffff" fo:font-size="14pt""##), style("pale", ##"fo:color="#fefefe""##),
  ].joined()

  private static func style(_ name: String, _ properties: String, parent: String? = nil) -> String {
    """
    <style:style style:name="\(name)" style:family="text"\(parent.map { #" style:parent-style-name="\#($0)""# } ?? "")>\
    <style:text-properties \(properties)/></style:style>
    """
  }
}
