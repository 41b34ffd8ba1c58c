import Archive
import Testing

@Suite struct ZipArchiveTests {
  private static let limits = ArchiveLimits(unpacked: 1 << 20, entries: 100)

  private func open(_ file: ZipFile, limits: ArchiveLimits = limits) throws -> ZipArchive {
    try ZipArchive(file.bytes, limits: limits)
  }

  @Test func `a part is stored or deflated, with its sizes before or behind it`() throws {
    var described = ZipFile.Part("b", Array("乙".utf8))
    described.flags |= 8
    var deflated = ZipFile.Part("c", repeating: UInt8(ascii: "x"), copies: 8)
    let unpacked = [UInt8](repeating: UInt8(ascii: "x"), count: deflated.size)
    deflated.checksum = ZipFile.checksum(unpacked)
    let archive = try open(ZipFile(ZipFile.Part("a", Array("甲".utf8)), described, deflated, ZipFile.Part("d", [])))
    #expect(try archive.contents(of: "a") == Array("甲".utf8))
    #expect(try archive.contents(of: "b") == Array("乙".utf8))
    #expect(try archive.contents(of: "c") == unpacked)
    #expect(try archive.contents(of: "d") == [])
  }

  @Test func `places and sizes may have 64 bits`() throws {
    var file = ZipFile(ZipFile.Part("a", [1, 2, 3]), ZipFile.Part("b", [4]))
    file.isZip64 = true
    let archive = try open(file)
    #expect(try archive.contents(of: "a") == [1, 2, 3])
    #expect(try archive.contents(of: "b") == [4])
  }

  @Test func `letter case and slashes make no difference between names`() throws {
    let archive = try open(ZipFile(ZipFile.Part("\\Word\\.\\Document.XML", [1]), ZipFile.Part("ÄÖ/一.xml", [2])))
    #expect(try archive.contents(of: "/word//document.xml") == [1])
    #expect(try archive.contents(of: "./äö/一.XML") == [2])
    #expect(!archive.contains("document.xml"))
    #expect(throws: ArchiveError.missing("x")) { try archive.contents(of: "x") }
  }

  @Test func `of parts with one name the first counts`() throws {
    let archive = try open(ZipFile(ZipFile.Part("a", [1]), ZipFile.Part("A", [2]), ZipFile.Part("/a", [3])))
    #expect(try archive.contents(of: "a") == [1])
    #expect(archive.names.count == 1)
  }

  @Test func `names in GBK do no harm`() throws {
    var part = ZipFile.Part("", [1])
    part.name = [0xB1, 0xA8, 0xB8, 0xE6, 0x2E, 0x78, 0x6D, 0x6C]
    part.flags = 0
    let archive = try open(ZipFile(part, ZipFile.Part("a", [2])))
    #expect(archive.names.count == 2)
    #expect(try archive.contents(of: "a") == [2])
  }

  @Test func `names that lead out of the archive are names`() throws {
    let archive = try open(ZipFile(ZipFile.Part("../../etc/passwd", [1])))
    #expect(try archive.contents(of: "../../etc/passwd") == [1])
  }

  @Test func `a part that unpacks to six hundred megabytes is not unpacked`() throws {
    // It says that it is small, too.
    var bomb = ZipFile.Part("a", repeating: UInt8(ascii: " "), copies: 600 << 20 / 258)
    bomb.size = 10
    #expect(bomb.packed.count < 5 << 20)
    #expect(throws: ArchiveError.tooLarge(limit: 1 << 20)) { try open(ZipFile(bomb)).contents(of: "a") }
  }

  @Test func `limits are kept by all parts together, and by a part alone`() throws {
    let part = ZipFile.Part("a", [UInt8](repeating: 7, count: 1000))
    let archive = try open(ZipFile(part), limits: ArchiveLimits(unpacked: 2500, entries: 1))
    #expect(throws: ArchiveError.tooLarge(limit: 999)) { try archive.contents(of: "a", atMost: 999) }
    #expect(try archive.contents(of: "a", atMost: 1000).count == 1000)
    #expect(throws: ArchiveError.tooLarge(limit: 2500)) { try archive.contents(of: "a") }
    #expect(throws: ArchiveError.tooLarge(limit: 2500)) { try archive.contents(of: "a") }
    #expect(throws: ArchiveError.tooManyEntries(limit: 1)) {
      try open(ZipFile(part, part), limits: ArchiveLimits(unpacked: 1, entries: 1))
    }
  }

  @Test func `a part that is protected or broken is told`() throws {
    var locked = ZipFile.Part("a", [1, 2, 3])
    locked.flags |= 1
    #expect(throws: ArchiveError.encrypted) { try open(ZipFile(locked)).contents(of: "a") }
    var damaged = ZipFile.Part("a", [1, 2, 3])
    damaged.checksum ^= 1
    #expect(throws: ArchiveError.malformed("a cannot be unpacked")) { try open(ZipFile(damaged)).contents(of: "a") }
  }

  @Test func `bytes cut or changed anywhere never stop the reader`() throws {
    let whole = ZipFile(ZipFile.Part("a", [1, 2, 3]), ZipFile.Part("b", repeating: 32, copies: 16)).bytes
    for place in whole.indices {
      var changed = whole
      changed[place] = ~changed[place]
      for bytes in [changed, Array(whole.prefix(place))] {
        guard let archive = try? ZipArchive(bytes, limits: Self.limits) else { continue }
        for name in archive.names { _ = try? archive.contents(of: name) }
      }
    }
    for bytes in [[], Array(whole.dropLast(1)), Array(whole.dropLast(22))] {
      #expect(throws: ArchiveError.self) { try ZipArchive(bytes, limits: Self.limits) }
    }
  }
}
