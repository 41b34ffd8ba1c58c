import DocumentModel
package import LinuxSystem
package import ReportModel
package import Rules
package import SystemPackage

/// Judges open files through the worker pool, those of old formats by way of the converter.
package struct Checker: Sendable {
  package let judge: Judge
  /// Above so many bytes no file is read at all.
  private let sizeLimit: Int
  private let pool: WorkerPool
  private let converter: Converter

  package init(judge: Judge, sizeLimit: Int, pool: WorkerPool, converter: Converter) {
    self.judge = judge
    self.sizeLimit = sizeLimit
    self.pool = pool
    self.converter = converter
  }

  /// Puts together what a configuration asks for.
  ///
  /// - Parameters:
  ///   - configuration: The limits, and how many workers there are.
  ///   - judge: Draws the verdicts.
  ///   - onMissingLandlock: Called when that has to be said: ``missingLandlock``.
  /// - Throws: ``WorkerFailure`` when programs are missing, `Errno` when there can be no more threads.
  package init(
    _ configuration: Configuration, judge: Judge, onMissingLandlock: @escaping @Sendable () -> Void
  ) throws {
    let starter = ProcessStarter(onMissingLandlock: onMissingLandlock)
    let limits = configuration.limits
    self.init(
      judge: judge, sizeLimit: limits.document.file,
      pool: try WorkerPool(program: WorkerProgram(limits: limits), count: configuration.workers, starter: starter),
      converter: try Converter(program: ConversionProgram(limits: limits), starter: starter))
  }

  /// What an administrator should know of a kernel without Landlock.
  package static let missingLandlock =
    "this kernel has no Landlock: what reads reports is kept from the network, from writing and from starting programs, "
    + "but not from reading other files that the service may read. Linux has it from 5.13 on, where it is not switched off"

  /// Judges a file.
  ///
  /// - Parameters:
  ///   - file: The open file, which is read from its beginning.
  ///   - name: The name under which it was handed in.
  ///   - reception: Where and when it was handed in, if it was.
  ///   - recall: Asked what is remembered of earlier submissions; nothing if it is left out.
  ///   - onFailure: Told when a worker or the converter fails at the file.
  /// - Returns: The judged report; held when it could not be read.
  /// - Throws: `Errno` when the file cannot be read.
  package func check(
    _ file: consuming OwnedDescriptor, name: String, received reception: Reception? = nil,
    recalling recall: Recall = .nothing,
    onFailure: @Sendable (any ReadingFailure) -> Void = { _ in }
  ) async throws(Errno) -> JudgedReport {
    switch try await read(try file.duplicate(), name: name, reception, recall, onFailure) {
    case .judged(let judged): judged
    case .needsConversion(let format, let facts):
      await checkConverted(file, from: format, facts: facts, reception, recall, onFailure)
    }
  }

  /// The same, unless the file has to be converted first, which takes a hundred times as long as reading: then `nil`.
  package func checkAtOnce(
    _ file: consuming OwnedDescriptor, name: String, received reception: Reception? = nil,
    recalling recall: Recall = .nothing,
    onFailure: @Sendable (any ReadingFailure) -> Void = { _ in }
  ) async throws(Errno) -> JudgedReport? {
    switch try await read(file, name: name, reception, recall, onFailure) {
    case .judged(let judged): judged
    case .needsConversion: nil
    }
  }

  private enum Reading {
    case judged(JudgedReport)
    case needsConversion(from: DocumentFormat, FileFacts)
  }

  private func read(
    _ file: consuming OwnedDescriptor, name: String, _ reception: Reception?, _ recall: Recall,
    _ onFailure: @Sendable (any ReadingFailure) -> Void
  ) async throws(Errno) -> Reading {
    let facts = try facts(of: file, name: name)
    guard facts.sha256 != nil else {
      let extract = Extract.obstacle(.tooLarge(limit: sizeLimit))
      return .judged(await judge.judge(extract, of: facts, received: reception, recalling: recall))
    }
    do throws(WorkerFailure) {
      let extract = try await pool.extract(file, onFailure: onFailure)
      if case .needsConversion(let format) = extract { return .needsConversion(from: format, facts) }
      return .judged(await judge.judge(extract, of: facts, received: reception, recalling: recall))
    } catch {
      return .judged(judge.hold(facts, because: error.clerkReason))
    }
  }

  /// Whether a file of so many bytes is refused without being read.
  func refusesUnread(size: Int) -> Bool { size > sizeLimit }

  /// What is known of a file before it is read. One that is too large to be read has no SHA-256 either.
  ///
  /// - Parameters:
  ///   - file: The open file.
  ///   - name: The name under which it was handed in.
  /// - Returns: The facts, without a format.
  /// - Throws: `Errno` when the file cannot be read.
  func facts(of file: borrowing OwnedDescriptor, name: String) throws(Errno) -> FileFacts {
    var facts = FileFacts(name: name, format: nil, bytes: try file.status().size, sha256: nil)
    do throws(Errno) {
      facts.sha256 = try SHA256Digest(of: file, upTo: sizeLimit).hexadecimal
    } catch .fileTooLarge {}
    return facts
  }

  /// What the converter gives is read like any other file, and judged as the file that was handed in.
  private func checkConverted(
    _ file: consuming OwnedDescriptor, from format: DocumentFormat, facts: FileFacts, _ reception: Reception?,
    _ recall: Recall, _ onFailure: @Sendable (any ReadingFailure) -> Void
  ) async -> JudgedReport {
    var facts = facts
    facts.format = format.rawValue
    do {
      let converted = try await converter.convert(file, from: format, onFailure: onFailure)
      let extract = try await pool.extract(converted, onFailure: onFailure)
      guard let extract = extract.converted(from: format) else {
        let failure = ConversionFailure.noDocument
        onFailure(failure)
        throw failure
      }
      return await judge.judge(extract, of: facts, received: reception, recalling: recall)
    } catch let failure as any ReadingFailure {
      return judge.hold(facts, because: failure.clerkReason)
    } catch {
      return judge.hold(facts, because: "\(error)")
    }
  }
}

extension Extract {
  /// What came of reading a converted file, as if it had been read itself; `nil` when that says nothing of the file that
  /// was handed in.
  fileprivate func converted(from format: DocumentFormat) -> Extract? {
    switch self {
    case .document(var document):
      document.format = format
      return .document(document)
    case .obstacle(.unreadable), .obstacle(.unsupportedFormat), .needsConversion:
      return nil
    case .obstacle:
      return self
    }
  }
}
