import LinuxSystem
import SystemPackage

/// Files that an administrator has written: small, and UTF-8.
enum TextFile {
  private static let longest = 4 << 20

  /// - Returns: `nil` when there is no such file.
  static func read(_ path: String) throws(ConfigurationError) -> String? {
    do {
      let file = try FileDescriptor.open(FilePath(path), .readOnly, options: [.closeOnExec])
      let bytes = try OwnedDescriptor(taking: file.rawValue).readAll(upTo: longest)
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw ConfigurationError.unreadable(path: path, reason: "it is not UTF-8")
      }
      return text
    } catch let error as ConfigurationError {
      throw error
    } catch Errno.noSuchFileOrDirectory, Errno.notDirectory {
      return nil
    } catch {
      throw .unreadable(path: path, reason: "\(error)")
    }
  }

  /// The paths of the files in a folder whose names end in `.yaml`, by name; none when there is no such folder.
  static func yamlFiles(in folder: String) throws(ConfigurationError) -> [String] {
    do throws(Errno) {
      let names = try Directory(at: FilePath(folder)).entries().map(\.name.string)
      return names.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.sorted().map { "\(folder)/\($0)" }
    } catch Errno.noSuchFileOrDirectory {
      return []
    } catch {
      throw .unreadable(path: folder, reason: "\(error)")
    }
  }
}
