import CLibFuzzer
import FuzzHarnesses
import Glibc

/// SwiftPM makes this the program's `main`, whose name libFuzzer's library has taken.
///
/// - `nianbaod-fuzz list` prints the harnesses, each with the longest input worth trying.
/// - `nianbaod-fuzz prepare CORPUS SOURCES FOLDER` writes seeds and dictionaries.
/// - Anything else is for libFuzzer. The harness is then named by `NIANBAO_HARNESS` in the environment, since libFuzzer
///   starts this program anew after a crash, with arguments of its own.
@_cdecl("nianbaod_fuzz_main")
func run(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  let words = CommandLine.arguments
  if words.dropFirst() == ["list"] {
    for harness in Harness.allCases { print(harness.rawValue, harness.longestInput) }
    return EXIT_SUCCESS
  }
  if words.count == 5, words[1] == "prepare" {
    do {
      try Preparation(corpus: words[2], sources: words[3], folder: words[4]).write()
      return EXIT_SUCCESS
    } catch {
      print("nianbaod-fuzz: \(error)")
      return EXIT_FAILURE
    }
  }
  guard unsafe target != nil else {
    print("NIANBAO_HARNESS is none of: \(Harness.allCases.map(\.rawValue).joined(separator: " "))")
    return EX_USAGE
  }
  var count = count
  var arguments = unsafe arguments
  return unsafe LLVMFuzzerRunDriver(&count, &arguments) { bytes, count in
    unsafe target?.take([UInt8](UnsafeBufferPointer(start: bytes, count: count)))
    return 0
  }
}

/// libFuzzer's callback can carry nothing, and comes on one thread only.
private nonisolated(unsafe) let target = FuzzTarget()

private final class FuzzTarget {
  private let harness: Harness
  private let runner: HarnessRunner

  init?() {
    guard let name = unsafe getenv("NIANBAO_HARNESS"), let harness = Harness(rawValue: unsafe String(cString: name)),
      let runner = try? HarnessRunner()
    else { return nil }
    self.harness = harness
    self.runner = runner
  }

  func take(_ bytes: [UInt8]) {
    runner.run(harness, on: bytes)
  }
}
