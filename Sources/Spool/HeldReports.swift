import LinuxSystem
package import SystemPackage

/// What lies in `held`, for an administrator who has seen to the cause and wants it judged again. The service may run
/// meanwhile: to it these are reports that are handed in.
package struct HeldReports: ~Copyable {
  private let held: Directory
  private let inbox: Directory
  /// Whose the diagnostics are.
  private let service: UInt32
  private let suffixes: [String]

  /// - Parameters:
  ///   - root: The spool. Nothing of it is made.
  ///   - suffixes: What the names of diagnostics have behind the report's.
  /// - Throws: `SpoolError` with the code `folder`.
  package init(root: FilePath, suffixes: [String]) throws(SpoolError) {
    let held = try Self.open(Outcome.held.folderName, of: root)
    let inbox = try Self.open(SpoolLayout.inboxName, of: root)
    service = try explaining(.folder, "The folder \(root.printable)/.work cannot be looked at") { () throws(Errno) in
      try Directory(at: root).status(of: FilePath(root: nil, [SpoolLayout.workName])).owner
    }
    self.held = held
    self.inbox = inbox
    self.suffixes = suffixes
  }

  private static func open(_ name: FilePath.Component, of root: FilePath) throws(SpoolError) -> Directory {
    try explaining(.folder, "The folder \(root.appending(name).printable) cannot be opened") { () throws(Errno) in
      try Directory(at: root).directory(at: FilePath(root: nil, [name]))
    }
  }

  /// The reports below a folder of `held`, or the one of this name.
  ///
  /// - Parameter path: Relative to `held`; empty for all.
  /// - Returns: In order; none when there is nothing of the name.
  /// - Throws: `SpoolError` with the code `folder`.
  package func reports(at path: FilePath) throws(SpoolError) -> [InboxPath] {
    try explaining(.folder, "\(path.isEmpty ? "held" : path.printable) cannot be read") { () throws(Errno) in
      do throws(Errno) {
        guard try held.status(of: path).kind == .regular else { return try reports(below: path) }
        return InboxPath(path).map { [$0] } ?? []
      } catch .noSuchFileOrDirectory, .notDirectory, .tooManySymbolicLinkLevels {
        return []
      }
    }
  }

  private func reports(below start: FilePath) throws(Errno) -> [InboxPath] {
    var found: [InboxPath] = []
    var pending = [start]
    while let path = pending.popLast() {
      try held.directory(at: path).forEachEntry { entry in
        switch entry.kind {
        case .directory: pending.append(path.appending(entry.name))
        case .regular where !isDiagnostics(entry.name): found.append(InboxPath(entry.name, in: path))
        default: break
        }
      }
    }
    return found.sorted()
  }

  private func isDiagnostics(_ name: FilePath.Component) -> Bool {
    suffixes.contains { suffix in name.bytes.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) }
  }

  /// Puts a report back to where it was handed in, under another name when that is taken, and removes what the service
  /// has said about it.
  ///
  /// - Parameter path: Relative to `held`.
  /// - Returns: Where it lies now, relative to the inbox.
  /// - Throws: `SpoolError` with the code `filing`; the report is where it was.
  package func putBack(_ path: InboxPath) throws(SpoolError) -> InboxPath {
    let name = try explaining(.filing, "\(path) cannot be put back into the inbox") { () throws(Errno) in
      let source = try held.directory(at: path.folder)
      let name = try move(path.name, from: source, to: inboxFolder(for: path.folder))
      for suffix in suffixes {
        try removeDiagnostics(FileName(path.name).adding(extension: suffix), from: source)
      }
      return name
    }
    return InboxPath(name, in: path.folder)
  }

  private func move(
    _ name: FilePath.Component, from source: borrowing Directory, to target: borrowing Directory
  ) throws(Errno) -> FilePath.Component {
    guard try source.status(of: FilePath(root: nil, [name])).kind == .regular else { throw .noSuchFileOrDirectory }
    while true {
      var taken: Set<CaseFoldedName> = []
      try target.forEachEntry { taken.insert(CaseFoldedName($0.name)) }
      let newName = FilingNames(for: name, suffixes: []) { taken.contains($0) }.report
      do throws(Errno) {
        try source.renameNoReplace(name, to: newName, in: target)
        return newName
      } catch .fileExists {
        continue
      }
    }
  }

  /// Somebody may have removed the folder of the office meanwhile.
  private func inboxFolder(for path: FilePath) throws(Errno) -> Directory {
    var folder = try inbox.directory(at: "")
    var counterpart: FilePath = ""
    for name in path.components {
      counterpart.append(name)
      let model = try held.status(of: counterpart)
      folder = try folder.existingOrNewDirectory(name, permissions: model.permissions, group: model.group)
    }
    return folder
  }

  /// Only what is certainly the service's.
  private func removeDiagnostics(_ name: FilePath.Component, from folder: borrowing Directory) throws(Errno) {
    do throws(Errno) {
      let status = try folder.status(of: FilePath(root: nil, [name]))
      guard status.kind == .regular, status.owner == service else { return }
      try folder.unlink(name)
    } catch .noSuchFileOrDirectory {}
  }
}
