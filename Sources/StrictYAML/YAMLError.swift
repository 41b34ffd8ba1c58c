/// What is wrong in a YAML file, and where, in a sentence for the person who wrote it.
package struct YAMLError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file's name, or how the text is called where there is no file.
  package var source: String
  /// Counted from one; `nil` when the file as a whole is meant.
  package var line: Int?
  package var message: String

  package init(source: String, line: Int?, message: String) {
    self.source = source
    self.line = line
    self.message = message
  }

  package var description: String {
    line.map { "\(source), line \($0): \(message)" } ?? "\(source): \(message)"
  }
}
