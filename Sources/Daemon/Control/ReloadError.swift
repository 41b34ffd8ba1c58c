/// Why a changed configuration is not in force.
enum ReloadError: Error, Equatable, CustomStringConvertible {
  /// It is wrong, in the words of who read it.
  case refused(String)
  /// A key that only a start can change.
  case needsRestart(key: String)
  case stopping

  var description: String {
    switch self {
    case .refused(let reason): reason
    case .needsRestart(let key):
      "the key \(key) cannot be changed while the service runs; `systemctl restart nianbaod` puts it in force"
    case .stopping: "the service is stopping"
    }
  }
}
