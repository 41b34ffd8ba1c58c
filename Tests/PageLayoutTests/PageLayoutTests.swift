import PageLayout
import Testing

@Suite struct PageLayoutTests {
}
