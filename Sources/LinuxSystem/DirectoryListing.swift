import Glibc
package import SystemPackage

/// One name in a folder.
package struct DirectoryEntry: Hashable, Sendable {
  package var name: FilePath.Component
  package var kind: FileKind
}

extension Directory {
  /// What is in the folder, without `.` and `..`, in no particular order.
  ///
  /// A name that appears or goes while the folder is read may be in the list or not.
  package func entries() throws(Errno) -> [DirectoryEntry] {
    var entries: [DirectoryEntry] = []
    try forEachEntry { entries.append($0) }
    return entries
  }

  /// Calls a closure for each entry, without ever holding more than a few of them: a folder may have any number.
  package func forEachEntry(_ body: (DirectoryEntry) -> Void) throws(Errno) {
    // A descriptor of its own, since reading moves the offset.
    let descriptor = try openBeneath("", O_RDONLY | O_DIRECTORY)
    guard let stream = unsafe fdopendir(descriptor.raw) else { throw .latest }
    _ = descriptor.release()
    defer { unsafe closedir(stream) }

    while true {
      // The end and a failure look the same but for this.
      errno = 0
      guard let record = unsafe readdir(stream) else {
        guard errno == 0 else { throw .latest }
        return
      }
      guard let name = unsafe name(in: record), name.kind == .regular else { continue }
      body(DirectoryEntry(name: name, kind: try kind(of: name, listed: unsafe record.pointee.d_type)))
    }
  }

  /// The record may be shorter than the struct: the name is read in place, up to its end.
  private func name(in record: UnsafeMutablePointer<dirent>) -> FilePath.Component? {
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return nil }
    let start = unsafe UnsafeRawPointer(record).advanced(by: offset).assumingMemoryBound(to: CChar.self)
    return unsafe FilePath.Component(platformString: start)
  }

  /// Some file systems leave the kind out of their listings.
  private func kind(of name: FilePath.Component, listed: UInt8) throws(Errno) -> FileKind {
    let kind = FileKind(listingType: listed)
    guard kind == .unknown else { return kind }
    do throws(Errno) {
      return try status(of: FilePath(root: nil, [name])).kind
    } catch .noSuchFileOrDirectory {
      return .unknown
    }
  }
}
