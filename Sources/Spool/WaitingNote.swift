import LinuxSystem
package import SystemPackage

/// A word for a clerk whose file is not judged because it never became whole: a note beside it, in the inbox.
extension Spool {
  private static let noteSuffix = ".审核结果.txt"

  /// Puts a note beside a file of the inbox, unless something has the note's name.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - text: What is said, for the clerk.
  /// - Throws: What the system reports. Nobody has to be told of it: the note is a courtesy.
  package func leaveNote(beside path: InboxPath, _ text: String) throws(Errno) {
    let folder = try layout.inbox.directory(at: path.folder)
    let status = try folder.status()
    let note = try folder.createFile(Self.noteName(for: path))
    // To be read by whom the folder lets in, and to be removed by them.
    do throws(Errno) { try note.setGroup(status.group) } catch .notPermitted {}
    try note.setPermissions([.ownerReadWrite, .groupReadWrite])
    try note.writeAll(Array(text.utf8))
  }

  /// Removes the note beside a file that has been taken after all. What is not the service's own stays.
  package func takeBackNote(beside path: InboxPath) {
    let name = Self.noteName(for: path)
    guard let folder = try? layout.inbox.directory(at: path.folder),
      let status = try? folder.status(of: FilePath(root: nil, [name])), status.kind == .regular,
      status.owner == CurrentProcess.user
    else { return }
    try? folder.unlink(name)
  }

  private static func noteName(for path: InboxPath) -> FilePath.Component {
    FileName(path.name).adding(extension: noteSuffix)
  }
}
