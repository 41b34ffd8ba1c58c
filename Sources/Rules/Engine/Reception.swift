/// Where and when a report was handed in.
package struct Reception: Equatable, Sendable {
  /// The folder it lay in, from the inbox down; empty for the inbox itself.
  package var folder: [String]
  package var date: CivilDate

  package init(folder: [String], date: CivilDate) {
    self.folder = folder
    self.date = date
  }
}
