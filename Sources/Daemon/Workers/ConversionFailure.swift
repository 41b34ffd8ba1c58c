package import DocumentModel
package import LinuxSystem

/// Why the office suite gave no document that is read here.
package enum ConversionFailure: ReadingFailure, Equatable {
  /// There is no office suite on this machine.
  case notInstalled(for: DocumentFormat)
  /// It cannot be started, or its program refuses to work.
  case notStarted(String)
  /// It ended without success.
  case ended(TerminationStatus)
  /// It took longer than it may.
  case timedOut(Duration)
  /// It said that all went well, and left no file.
  case noResult(String)
  /// It left a file in which no worker finds a document.
  case noDocument

  package var description: String {
    switch self {
    case .notInstalled(let format):
      "\(format.rawValue) files are read by way of LibreOffice, which is not installed; install the package "
        + "libreoffice-writer (Debian), or libreoffice-writer-nogui, and put the file into the inbox again"
    case .notStarted(let reason): "LibreOffice could not be started: \(reason)"
    case .ended(let how): "LibreOffice \(how) while it converted the file"
    case .timedOut(let limit): "LibreOffice did not finish within \(limit.configured)"
    case .noResult(let reason): "LibreOffice left no converted file: \(reason)"
    case .noDocument: "what LibreOffice converted the file to cannot be read"
    }
  }

  package var clerkReason: String {
    switch self {
    case .notInstalled:
      "服务器上没有安装转换旧格式文件的程序，暂时读不了这种文件。也可以用 WPS 或 Word 另存为 .docx，再放进来。"
    case .notStarted: "转换旧格式文件的程序没能启动，这是服务器的问题。"
    case .timedOut: "转换这个文件花的时间太长，两次都没能完成。也可以用 WPS 或 Word 另存为 .docx，再放进来。"
    case .noDocument: "这个文件转换以后读不出来。也可以用 WPS 或 Word 另存为 .docx，再放进来。"
    case .ended, .noResult: "这个文件转换了两次都没有成功。也可以用 WPS 或 Word 另存为 .docx，再放进来。"
    }
  }

  package var endedProcess: Bool {
    switch self {
    case .notInstalled, .notStarted, .noDocument: false
    case .ended, .timedOut, .noResult: true
    }
  }
}
