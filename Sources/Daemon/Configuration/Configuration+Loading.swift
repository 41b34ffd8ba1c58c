package import ReportModel
package import Rules
import StrictYAML

extension Configuration {
  /// Where the configuration is looked for when no file is named.
  package static let defaultPath = "/etc/nianbaod/nianbaod.yaml"

  /// The configuration in force: the built-in values, the file, and its drop-ins in the order of their names.
  ///
  /// - Parameter path: The file to read. When `nil`, the one at ``defaultPath`` if there is one.
  /// - Returns: The configuration.
  /// - Throws: ``ConfigurationError`` that names file, line and key.
  package static func load(from path: String?) throws(ConfigurationError) -> Configuration {
    var configuration = Configuration()
    let main = path ?? defaultPath
    if let text = try TextFile.read(main) {
      try configuration.apply(text, source: main)
    } else if path != nil {
      throw .unreadable(path: main, reason: "there is no such file")
    }
    for dropIn in try TextFile.yamlFiles(in: main + ".d") {
      if let text = try TextFile.read(dropIn) { try configuration.apply(text, source: dropIn) }
    }
    return configuration
  }

  /// The forms in force: the built-in ones and those of the forms folder.
  ///
  /// - Returns: The forms.
  /// - Throws: ``ConfigurationError`` when the folder is missing or a form in it is wrong.
  package func formLibrary() throws(ConfigurationError) -> FormLibrary {
    var files: [(name: String, text: String)] = []
    if let forms {
      let paths = try TextFile.yamlFiles(in: forms)
      guard !paths.isEmpty else { throw .unreadable(path: forms, reason: "the folder holds no .yaml file") }
      for path in paths {
        if let text = try TextFile.read(path) { files.append((path, text)) }
      }
    }
    do {
      return try FormLibrary(adding: files)
    } catch {
      throw .invalid(error)
    }
  }

  /// The roster of offices.
  ///
  /// - Returns: `nil` when none is named.
  /// - Throws: ``ConfigurationError`` when the file is missing or wrong.
  package func roster() throws(ConfigurationError) -> Roster? {
    guard let offices else { return nil }
    guard let text = try TextFile.read(offices) else {
      throw .unreadable(
        path: offices, reason: "there is no such file; list the offices in it, or take the key offices out")
    }
    do {
      return try RosterFile.read(text, source: offices)
    } catch {
      throw .invalid(error)
    }
  }

  /// What is in force, as a file that would set it, once all files that it names have been read too.
  ///
  /// - Returns: YAML.
  /// - Throws: ``ConfigurationError`` when the forms or the roster cannot be read.
  package func effectiveYAML() throws(ConfigurationError) -> String {
    _ = try formLibrary()
    let roster = try roster()
    return yaml + (roster.map { "# units in the roster: \($0.offices.count)\n" } ?? "")
  }

  private mutating func apply(_ text: String, source: String) throws(ConfigurationError) {
    do {
      try ConfigurationFile.apply(text, source: source, to: &self)
    } catch {
      throw .invalid(error)
    }
  }
}
