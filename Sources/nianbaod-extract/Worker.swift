import DocumentModel
import Extraction
import ExtractionProtocol
import Glibc
import LinuxSystem
import SystemPackage

/// Answers one request after the other.
struct Worker: ~Copyable {
  let socket: MessageSocket
  /// Processor time for one file, in seconds.
  let secondsForFile: Int

  init(socket: consuming MessageSocket, secondsForFile: Int) {
    self.socket = socket
    self.secondsForFile = secondsForFile
  }

  func greet(_ greeting: WorkerGreeting) throws(MessageSocketError) {
    try socket.send(greeting.message, deadline: nil)
  }

  /// Works until the other side hangs up.
  func work(with extractor: borrowing Extractor) throws {
    while var message = try nextMessage() {
      guard let file = message.takeDescriptor() else { return }
      let request = try ExtractRequest(message: message.bytes)
      try ResourceLimits.allowProcessorTime(seconds: secondsForFile)
      // A want of memory at an earlier file, of which that has recovered, explains no crash at this one.
      errno = 0
      try socket.send(answer(request, file, extractor).message, deadline: nil)
    }
  }

  private func nextMessage() throws(MessageSocketError) -> MessageSocket.Message? {
    do {
      return try socket.receive(maximumBytes: ExtractRequest.longestMessage, deadline: nil)
    } catch .closed {
      return nil
    }
  }

  private func answer(
    _ request: ExtractRequest, _ file: borrowing OwnedDescriptor, _ extractor: borrowing Extractor
  ) -> Extract {
    do throws(Errno) {
      return extractor.extract(try file.readAll(upTo: request.limits.file), limits: request.limits)
    } catch .fileTooLarge {
      return .obstacle(.tooLarge(limit: request.limits.file))
    } catch {
      return .obstacle(.unreadable(detail: "\(error)"))
    }
  }
}

struct StartError: Error, CustomStringConvertible {
  var description: String
}
