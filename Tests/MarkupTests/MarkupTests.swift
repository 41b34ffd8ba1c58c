import Markup
import Testing

@Suite struct MarkupTests {
}
