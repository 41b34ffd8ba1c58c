import LinuxSystem
import SystemPackage
import Testing

struct SHA256DigestTests {
  /// From FIPS 180-4's examples, and the digest of nothing.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `known texts have their known digests`(_ text: String, _ expected: String) {
    #expect(SHA256Digest(of: Array(text.utf8)).hexadecimal == expected)
  }

  @Test(arguments: [0, 1, 256 << 10, (256 << 10) + 1, 1_000_003])
  func `a file has the digest of its bytes`(_ count: Int) throws {
    let temporary = try TemporaryFolder()
    let folder = try temporary.open()
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    try folder.write("file", bytes)
    let file = try folder.openForReading("file")
    #expect(try SHA256Digest(of: file, upTo: count) == SHA256Digest(of: bytes))
    #expect(try SHA256Digest(of: file, upTo: count).bytes.count == 32)
  }

  @Test func `of a file that is too large nothing is read`() throws {
    let temporary = try TemporaryFolder()
    let folder = try temporary.open()
    let file = try folder.createFile("file")
    try file.truncate(to: 2 << 40)
    let reader = try folder.openForReading("file")
    #expect(throws: Errno.fileTooLarge) { _ = try SHA256Digest(of: reader, upTo: 32 << 20) }
    try file.truncate(to: 3)
    #expect(throws: Errno.fileTooLarge) { _ = try SHA256Digest(of: reader, upTo: 2) }
    #expect(try SHA256Digest(of: reader, upTo: 3) == SHA256Digest(of: [0, 0, 0]))
  }
}
