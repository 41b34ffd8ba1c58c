import LinuxSystem
import SystemPackage

extension Spool {
  /// The folder of an outcome in which the reports of an inbox folder are filed. What is missing is made with the
  /// permissions and the group of its counterpart in the inbox, so that an office sees its results and nobody else does.
  func outcomeFolder(_ outcome: Outcome, for path: FilePath) throws(SpoolError) -> Directory {
    let printable = FilePath(root: nil, [outcome.folderName]).pushing(path).printable
    return try explaining(.filing, "The folder \(printable) cannot be opened or made") { () throws(Errno) in
      if let folder = try layout.folder(of: outcome, at: path) { return folder }
      var folder = try layout.openFolder(of: outcome)
      var counterpart: FilePath = ""
      for name in path.components {
        counterpart.append(name)
        let parent = try folder.status()
        let model = try layout.inbox.statusIfPresent(of: counterpart) ?? parent
        folder = try folder.existingOrNewDirectory(
          name, permissions: model.permissions.union(.ownerReadWriteExecute), group: model.group)
      }
      return folder
    }
  }
}

extension SpoolLayout {
  /// A folder that is there already; `nil` when it has to be made.
  fileprivate func folder(of outcome: Outcome, at path: FilePath) throws(Errno) -> Directory? {
    do throws(Errno) {
      switch outcome {
      case .accepted: return try accepted.directory(at: path)
      case .rejected: return try rejected.directory(at: path)
      case .held: return try held.directory(at: path)
      }
    } catch .noSuchFileOrDirectory {
      return nil
    }
  }

  /// A descriptor of its own on the folder of an outcome.
  fileprivate func openFolder(of outcome: Outcome) throws(Errno) -> Directory {
    switch outcome {
    case .accepted: try accepted.directory(at: "")
    case .rejected: try rejected.directory(at: "")
    case .held: try held.directory(at: "")
    }
  }
}

extension Directory {
  fileprivate func statusIfPresent(of path: FilePath) throws(Errno) -> FileStatus? {
    do throws(Errno) {
      return try status(of: path)
    } catch .noSuchFileOrDirectory, .notDirectory, .tooManySymbolicLinkLevels {
      return nil
    }
  }
}
