import LinuxSystem
import SystemPackage

/// The inbox and every folder below it, each with its watch, and what can be seen in them.
struct WatchedFolders: ~Copyable {
  /// Something worth knowing.
  enum Sight {
    /// Something has happened to a file.
    case touched(InboxPath)
    case vanished(InboxPath)
    /// The inbox itself was moved, deleted or unmounted.
    case inboxMoved
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
  private var overlooked = OverlookedFiles()

  init(inotify: consuming Inotify, ignoring: IgnoredNames) {
    self.inotify = inotify
    self.ignoring = ignoring
  }

  /// How many folders are watched.
  var count: Int { table.count }

  // MARK: Scanning

  /// What is called for each file that a scan comes across, with the folder that it is in.
  typealias Find = (InboxPath, borrowing Directory) -> Void
  /// What is called for everything else.
  typealias Note = (Sight) -> Void

  /// Looks at everything, watches folders that are new and drops those that are gone.
  mutating func scanEverything(in inbox: borrowing Directory, finding find: Find, noting note: Note) {
    let formerStrangers = strangers
    strangers = []
    let visited = scan("", in: inbox, knownStrangers: formerStrangers, finding: find, noting: note)
    for watch in table.removeAll(where: { !visited.contains($0) }) { drop(watch) }
    troubledFolders.formIntersection(visited)
  }

  /// Looks for files of one office.
  mutating func scan(_ office: Office, in inbox: borrowing Directory, finding find: Find, noting note: Note) {
    let start = office.folder.map { FilePath(root: nil, [$0]) } ?? ""
    scan(start, in: inbox, isDeep: office.folder != nil, knownStrangers: strangers, finding: find, noting: note)
  }

  /// Watches a folder and those below it, and looks at what they hold. The watch comes first: what arrives in between is
  /// seen twice rather than never.
  ///
  /// - Returns: The folders that exist.
  @discardableResult
  private mutating func scan(
    _ start: FilePath, in inbox: borrowing Directory, isDeep: Bool = true, knownStrangers: Set<InboxPath>,
    finding find: Find, noting note: Note
  ) -> Set<FilePath> {
    var visited: Set<FilePath> = []
    var pending = [start]
    while let path = pending.popLast() {
      do throws(Errno) {
        let folder = try inbox.directory(at: path)
        visited.insert(path)
        watch(folder, at: path, noting: note)
        var others: [DirectoryEntry] = []
        try folder.forEachEntry { entry in
          ThreadActivity.step()
          guard !ignoring.ignores(entry.name) else {
            overlooked.look(at: entry, in: folder, at: path, ignoring: ignoring, noting: note)
            return
          }
          switch entry.kind {
          case .regular: find(InboxPath(entry.name, in: path), folder)
          case .directory: if isDeep { pending.append(path.appending(entry.name)) }
          default: others.append(entry)
          }
        }
        for entry in others {
          stranger(InboxPath(entry.name, in: path), entry.kind, known: knownStrangers, noting: note)
        }
      } catch .noSuchFileOrDirectory, .notDirectory, .tooManySymbolicLinkLevels {
        // Gone or replaced meanwhile; another event tells.
        continue
      } catch {
        visited.insert(path)
        if troubledFolders.insert(path).inserted { note(.event(.folderUnreadable(folder: path, error))) }
      }
    }
    return visited
  }

  private mutating func watch(_ folder: borrowing Directory, at path: FilePath, noting note: Note) {
    do throws(Errno) {
      table.insert(try inotify.addWatch(folder, Self.mask), for: path)
      troubledFolders.remove(path)
    } catch {
      guard troubledFolders.insert(path).inserted else { return }
      note(.event(error == .noSpace ? .watchLimit(folder: path) : .folderUnreadable(folder: path, error)))
    }
  }

  private mutating func stranger(
    _ path: InboxPath, _ kind: FileKind, known: Set<InboxPath>, noting note: Note
  ) {
    guard strangers.insert(path).inserted, !known.contains(path) else { return }
    note(.event(.notAFile(path, kind)))
  }

  // MARK: Events

  /// What an event means. Those of dropped watches, and of lost events, mean nothing here.
  mutating func handle(_ event: InotifyEvent, in inbox: borrowing Directory, finding find: Find, noting note: Note) {
    guard let folder = table[event.watch] else { return }
    guard let name = event.name else {
      handleOwnEvent(event, of: folder, noting: note)
      return
    }
    guard !ignoring.ignores(name) else { return }
    let path = InboxPath(name, in: folder)
    let isGone = !event.mask.isDisjoint(with: [.movedFrom, .delete])

    if event.mask.contains(.isDirectory) {
      if isGone {
        for watch in table.removeAll(from: path.path) { drop(watch) }
      } else {
        scan(path.path, in: inbox, knownStrangers: strangers, finding: find, noting: note)
      }
    } else if isGone {
      strangers.remove(path)
      note(.vanished(path))
    } else {
      newcomer(path, event, in: inbox, noting: note)
    }
  }

  /// A new name can be anything; what is written to is a file, or a FIFO that was seen when it came.
  private mutating func newcomer(
    _ path: InboxPath, _ event: InotifyEvent, in inbox: borrowing Directory, noting note: Note
  ) {
    guard !event.mask.isDisjoint(with: [.create, .movedTo]) else {
      if !strangers.contains(path) { note(.touched(path)) }
      return
    }
    guard let kind = try? inbox.status(of: path.path).kind, kind != .regular else {
      strangers.remove(path)
      note(.touched(path))
      return
    }
    // A folder of that name has come in the meantime, and with it an event of its own.
    guard kind != .directory else { return }
    stranger(path, kind, known: [], noting: note)
  }

  private mutating func handleOwnEvent(_ event: InotifyEvent, of folder: FilePath, noting note: Note) {
    let isLost = !event.mask.isDisjoint(with: [.deleteSelf, .moveSelf, .unmount])
    if event.mask.contains(.ignored) { table.remove(event.watch) }
    if isLost, folder.isEmpty { note(.inboxMoved) }
  }

  private func drop(_ watch: WatchDescriptor) {
    // It fails when the folder is gone, and with it the watch.
    try? inotify.removeWatch(watch)
  }
}
