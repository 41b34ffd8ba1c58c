package import StrictYAML

/// The forms that are known, chosen by a report's year.
package struct FormLibrary: Equatable, Sendable {
  /// Sorted by their years.
  package let forms: [Form]

  /// The forms that ship with the program.
  ///
  /// - Throws: `YAMLError` when a shipped file is damaged.
  package static func builtIn() throws(YAMLError) -> FormLibrary {
    try FormLibrary(adding: [])
  }

  /// The shipped forms and others. A form with the id of a shipped one takes its place.
  ///
  /// - Parameter files: names and texts of YAML files.
  /// - Throws: `YAMLError` that names file, line and what belongs there.
  package init(adding files: [(name: String, text: String)]) throws(YAMLError) {
    let shipped = [
      ("form-2019.yaml", PackageResources.form_2019_yaml),
      ("form-2021.yaml", PackageResources.form_2021_yaml),
    ]
    var forms: [Form] = []
    for (name, bytes) in shipped {
      forms.append(try FormFile.read(String(decoding: bytes, as: UTF8.self), source: name))
    }
    for (name, text) in files {
      let form = try FormFile.read(text, source: name)
      forms.removeAll { $0.id == form.id }
      forms.append(form)
    }
    self.forms = forms.sorted { $0.years.lowerBound < $1.years.lowerBound }
  }

  /// The form for a report year. Without a year it is the newest; before the oldest it is the oldest.
  package func form(forYear year: Int?) -> Form? {
    guard let year else { return forms.last }
    return forms.last { $0.years.contains(year) } ?? forms.last { $0.years.lowerBound <= year } ?? forms.first
  }
}
