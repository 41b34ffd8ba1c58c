import LinuxSystem
import SystemPackage

/// Where the file that was handed in lies while its outcome is worked out.
enum Original: Equatable {
  /// In the work folder, below folders of the names that it had in the inbox.
  case work(InboxPath)
  /// In its folder of the inbox, under a name that is passed over: the folder is a file system of its own.
  case aside(InboxPath)

  /// Where it was handed in.
  var path: InboxPath {
    switch self {
    case .work(let path), .aside(let path): path
    }
  }
}

extension SubmissionID {
  /// What a file is called that waits in its folder of the inbox.
  var asideName: FilePath.Component {
    guard let name = FilePath.Component(".nianbaod-\(rawValue)") else { preconditionFailure("an id is no slash") }
    return name
  }
}

extension SubmissionFolder {
  /// Makes the folders that the report comes into.
  func makePlace(for path: InboxPath) throws(SpoolError) -> Directory {
    try explaining(.work, "The place for \(path) in .work/\(id) cannot be made") { () throws(Errno) in
      do throws(Errno) {
        try directory.makeDirectory(Self.reportFolderName, permissions: .ownerReadWriteExecute)
      } catch .fileExists {}
      var place = try reportFolder()
      for name in path.folder.components {
        try place.makeDirectory(name, permissions: .ownerReadWriteExecute)
        place = try place.directory(at: FilePath(root: nil, [name]))
      }
      return place
    }
  }

  /// The folder that stands for the inbox.
  func reportFolder() throws(Errno) -> Directory {
    try directory.directory(at: FilePath(root: nil, [Self.reportFolderName]))
  }

  /// The report in the work folder; where it lies there says where it was handed in.
  ///
  /// - Returns: `nil` when there is none.
  func originalInWork() throws(SpoolError) -> InboxPath? {
    try explaining(.work, "The report in .work/\(id) cannot be looked for") { () throws(Errno) in
      do throws(Errno) {
        let root = try reportFolder()
        var path: FilePath = ""
        while let entry = try root.directory(at: path).entries().first {
          guard entry.kind == .directory else { return InboxPath(entry.name, in: path) }
          path.append(entry.name)
        }
        return nil
      } catch .noSuchFileOrDirectory {
        return nil
      }
    }
  }

  /// Where the report lies.
  ///
  /// - Returns: `nil` when it was never taken, or is filed already.
  func original(in inbox: borrowing Directory) throws(SpoolError) -> Original? {
    if let path = try originalInWork() { return .work(path) }
    guard let path = try notedAside() else { return nil }
    return try explaining(.work, "The folder of \(path) cannot be looked at") { () throws(Errno) in
      do throws(Errno) {
        return try inbox.directory(at: path.folder).contains(id.asideName) ? .aside(path) : nil
      } catch .noSuchFileOrDirectory {
        return nil
      }
    }
  }

  func open(_ original: Original, inbox: borrowing Directory) throws(SpoolError) -> OwnedDescriptor {
    try explaining(.work, "The report \(original.path) of .work/\(id) cannot be opened") { () throws(Errno) in
      switch original {
      case .work(let path):
        return try reportFolder().openForReading(path.path)
      case .aside(let path):
        return try inbox.directory(at: path.folder).openForReading(FilePath(root: nil, [id.asideName]))
      }
    }
  }

  /// Removes the file that was handed in, once its copy is filed.
  func removeOriginal(inbox: borrowing Directory) throws(SpoolError) {
    guard let original = try original(in: inbox) else { return }
    try explaining(.work, "The file \(original.path), a copy of which is filed, cannot be removed") {
      () throws(Errno) in
      switch original {
      case .work(let path):
        try reportFolder().directory(at: path.folder).unlink(path.name)
      case .aside(let path):
        let folder = try inbox.directory(at: path.folder)
        try folder.unlink(id.asideName)
        // Another file system keeps an order of its own.
        try folder.synchronize()
      }
    }
  }

  // MARK: Files that stay on their own file system

  /// Notes where a file lies, on the disk before it is set aside there.
  func noteAside(_ path: InboxPath) throws(SpoolError) {
    try explaining(.work, "The origin of \(path) cannot be noted in .work/\(id)") { () throws(Errno) in
      let file = try directory.createFile(Self.asideName)
      try file.writeAll(path.bytes)
      try file.synchronizeFileSystem()
    }
  }

  private func notedAside() throws(SpoolError) -> InboxPath? {
    let bytes = try explaining(.work, "The origin of \(id) cannot be read") { () throws(Errno) in
      try directory.readFileIfPresent(Self.asideName, upTo: 64 << 10)
    }
    return bytes.flatMap { InboxPath(bytes: $0) }
  }
}
