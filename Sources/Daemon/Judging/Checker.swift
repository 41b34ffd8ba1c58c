package import LinuxSystem
package import ReportModel
package import SystemPackage

/// Judges open files through the worker pool.
package struct Checker: Sendable {
  package let judge: Judge
  private let pool: WorkerPool

  package init(judge: Judge, pool: WorkerPool) {
    self.judge = judge
    self.pool = pool
  }

  /// Judges a file.
  ///
  /// - Parameters:
  ///   - file: The open file, which is read from its beginning.
  ///   - name: The name under which it was handed in.
  ///   - onFailure: Told when a worker fails at the file.
  /// - Returns: The judged report; held when the workers failed.
  /// - Throws: `Errno` when the file cannot be read.
  package func check(
    _ file: consuming OwnedDescriptor,
    name: String,
    onFailure: @Sendable (WorkerFailure) -> Void = { _ in }
  ) async throws(Errno) -> JudgedReport {
    let facts = FileFacts(
      name: name, format: nil, bytes: try file.status().size, sha256: try SHA256Digest(of: file).hexadecimal)
    do {
      return judge.judge(try await pool.extract(file, onFailure: onFailure), of: facts)
    } catch {
      return judge.hold(facts, because: error.clerkReason)
    }
  }
}
