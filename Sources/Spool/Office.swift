package import SystemPackage

/// Whose file it is, as far as folders tell: the first folder below the inbox. What lies in the inbox itself is of one
/// more office, that of those who have no folder.
package struct Office: Hashable, Sendable {
  package var folder: FilePath.Component?

  package init(folder: FilePath.Component?) {
    self.folder = folder
  }
}

extension InboxPath {
  package var office: Office {
    let components = path.components
    return Office(folder: components.count > 1 ? components.first : nil)
  }
}
