import LinuxSystem
import SystemPackage

/// Which watch stands for which folder. A folder keeps its watch when it is moved, so that both ways are needed.
struct WatchTable {
  private var folders: [WatchDescriptor: FilePath] = [:]
  private var watches: [FilePath: WatchDescriptor] = [:]

  var count: Int { folders.count }

  /// The folder of a watch, relative to the inbox; `nil` for a watch that was dropped.
  subscript(watch: WatchDescriptor) -> FilePath? { folders[watch] }

  /// Notes a watch. A folder that was known under another path is from now on known under this one.
  mutating func insert(_ watch: WatchDescriptor, for folder: FilePath) {
    remove(watch)
    if let previous = watches.updateValue(watch, forKey: folder) { folders[previous] = nil }
    folders[watch] = folder
  }

  mutating func remove(_ watch: WatchDescriptor) {
    guard let folder = folders.removeValue(forKey: watch), watches[folder] == watch else { return }
    watches[folder] = nil
  }

  /// Takes out a folder and everything below it.
  mutating func removeAll(from folder: FilePath) -> [WatchDescriptor] {
    removeAll { $0.starts(with: folder) }
  }

  mutating func removeAll(where isGone: (FilePath) -> Bool) -> [WatchDescriptor] {
    let gone = folders.filter { isGone($0.value) }.map(\.key)
    for watch in gone { remove(watch) }
    return gone
  }
}
