import Testing

@testable import ReportModel

@Suite struct ScalarNumbersTests {
  @Test func `characters are numbered in their order, and others have no number`() {
    // Far more of them than places that are free at first, and neighbours as they stand in scripts.
    let alphabet = (0x4E00...0x5200 as ClosedRange<UInt32>).reversed().compactMap(Unicode.Scalar.init)
    let numbers = ScalarNumbers(alphabet + alphabet)
    #expect(numbers.count == alphabet.count)
    #expect(alphabet.compactMap { numbers[$0] }.map(Int.init) == Array(alphabet.indices))
    let others = ([0...0x4DFF, 0x5201...0x10FFFF] as [ClosedRange<UInt32>]).joined().lazy
      .compactMap(Unicode.Scalar.init)
    #expect(others.allSatisfy { numbers[$0] == nil })
  }

  @Test func `an empty alphabet numbers nothing`() {
    #expect(ScalarNumbers([])["a"] == nil)
  }
}
