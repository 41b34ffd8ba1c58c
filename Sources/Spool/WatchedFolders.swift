import LinuxSystem
import SystemPackage

/// The inbox and every folder below it, each with its watch, and what can be seen in them.
struct WatchedFolders: ~Copyable {
  /// Something worth knowing.
  enum Sight: Equatable {
    /// Something has happened to a file.
    case touched(InboxPath)
    /// A scan came across a file.
    case found(InboxPath)
    case vanished(InboxPath)
    case event(InboxEvent)
  }

  /// `create` is the only sign of a file that is linked into place. `modify` prolongs the quiet time of a file that was
  /// announced by `create` and is still being written: without it a slow copy would look quiet, and an event for each
  /// write costs little beside the write. Nothing that reading a file causes is asked for, and `IN_ATTRIB` is not:
  /// times and permissions change nothing of what is judged.
  private static let mask: InotifyMask = [
    .closeWrite, .modify, .create, .movedTo, .movedFrom, .delete, .deleteSelf, .moveSelf, .excludeUnlinked,
  ]

  let inotify: Inotify
  private let ignoring: IgnoredNames
  private var table = WatchTable()
  /// What was said once and shall not be said at each rescan.
  private var troubledFolders: Set<FilePath> = []
  private var strangers: Set<InboxPath> = []

  init(inotify: consuming Inotify, ignoring: IgnoredNames) {
    self.inotify = inotify
    self.ignoring = ignoring
  }

  /// How many folders are watched.
  var count: Int { table.count }

  // MARK: Scanning

  /// Looks at everything, watches folders that are new and drops those that are gone.
  mutating func scanEverything(in inbox: borrowing Directory) -> [Sight] {
    var sights: [Sight] = []
    let formerStrangers = strangers
    strangers = []
    let visited = scan("", in: inbox, knownStrangers: formerStrangers, sights: &sights)
    for watch in table.removeAll(where: { !visited.contains($0) }) { drop(watch) }
    troubledFolders.formIntersection(visited)
    return sights
  }

  /// Watches a folder and those below it, and looks at what they hold. The watch comes first: what arrives in between is
  /// seen twice rather than never.
  ///
  /// - Returns: The folders that exist.
  @discardableResult
  private mutating func scan(
    _ start: FilePath, in inbox: borrowing Directory, knownStrangers: Set<InboxPath>, sights: inout [Sight]
  ) -> Set<FilePath> {
    var visited: Set<FilePath> = []
    var pending = [start]
    while let path = pending.popLast() {
      do throws(Errno) {
        let folder = try inbox.directory(at: path)
        visited.insert(path)
        watch(folder, at: path, sights: &sights)
        for entry in try folder.entries() where !ignoring.ignores(entry.name) {
          switch entry.kind {
          case .regular: sights.append(.found(InboxPath(entry.name, in: path)))
          case .directory: pending.append(path.appending(entry.name))
          default: stranger(InboxPath(entry.name, in: path), entry.kind, known: knownStrangers, sights: &sights)
          }
        }
      } catch .noSuchFileOrDirectory, .notDirectory, .tooManySymbolicLinkLevels {
        // Gone or replaced meanwhile; another event tells.
        continue
      } catch {
        visited.insert(path)
        if troubledFolders.insert(path).inserted { sights.append(.event(.folderUnreadable(folder: path, error))) }
      }
    }
    return visited
  }

  private mutating func watch(_ folder: borrowing Directory, at path: FilePath, sights: inout [Sight]) {
    do throws(Errno) {
      table.insert(try inotify.addWatch(folder, Self.mask), for: path)
      troubledFolders.remove(path)
    } catch {
      guard troubledFolders.insert(path).inserted else { return }
      sights.append(.event(error == .noSpace ? .watchLimit(folder: path) : .folderUnreadable(folder: path, error)))
    }
  }

  private mutating func stranger(
    _ path: InboxPath, _ kind: FileKind, known: Set<InboxPath>, sights: inout [Sight]
  ) {
    guard strangers.insert(path).inserted, !known.contains(path) else { return }
    sights.append(.event(.notAFile(path, kind)))
  }

  // MARK: Events

  /// What an event means. Those of dropped watches, and of lost events, mean nothing here.
  mutating func handle(_ event: InotifyEvent, in inbox: borrowing Directory) -> [Sight] {
    guard let folder = table[event.watch] else { return [] }
    guard let name = event.name else { return handleOwnEvent(event, of: folder) }
    guard !ignoring.ignores(name) else { return [] }
    let path = InboxPath(name, in: folder)
    let isGone = !event.mask.isDisjoint(with: [.movedFrom, .delete])

    if event.mask.contains(.isDirectory) {
      if isGone {
        for watch in table.removeAll(from: path.path) { drop(watch) }
        return []
      }
      var sights: [Sight] = []
      scan(path.path, in: inbox, knownStrangers: strangers, sights: &sights)
      return sights
    }
    if isGone {
      strangers.remove(path)
      return [.vanished(path)]
    }
    return newcomer(path, event, in: inbox)
  }

  /// A new name can be anything; what is written to is a file, or a FIFO that was seen when it came.
  private mutating func newcomer(
    _ path: InboxPath, _ event: InotifyEvent, in inbox: borrowing Directory
  ) -> [Sight] {
    guard !event.mask.isDisjoint(with: [.create, .movedTo]) else {
      return strangers.contains(path) ? [] : [.touched(path)]
    }
    let completeness = try? Completeness(of: path, in: inbox)
    guard case .notAFile(let kind)? = completeness else {
      strangers.remove(path)
      return [.touched(path)]
    }
    // A folder of that name has come in the meantime, and with it an event of its own.
    guard kind != .directory else { return [] }
    var sights: [Sight] = []
    stranger(path, kind, known: [], sights: &sights)
    return sights
  }

  private mutating func handleOwnEvent(_ event: InotifyEvent, of folder: FilePath) -> [Sight] {
    let isLost = !event.mask.isDisjoint(with: [.deleteSelf, .moveSelf, .unmount])
    if event.mask.contains(.ignored) { table.remove(event.watch) }
    return isLost && folder.isEmpty ? [.event(.inboxLost)] : []
  }

  private func drop(_ watch: WatchDescriptor) {
    // It fails when the folder is gone, and with it the watch.
    try? inotify.removeWatch(watch)
  }
}
