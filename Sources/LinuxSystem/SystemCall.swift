import Glibc
import SystemPackage

/// Makes a system call, again while signals cut it short, and turns its `-1` into the error it stands for.
func checked<Value: FixedWidthInteger & SignedInteger>(_ call: () -> Value) throws(Errno) -> Value {
  while true {
    let value = call()
    guard value == -1 else { return value }
    let failure = Errno.latest
    guard failure == .interrupted else { throw failure }
  }
}

/// Turns the code that `posix_spawn` and the thread functions return into an error.
func checkedCode(_ code: CInt) throws(Errno) {
  guard code == 0 else { throw Errno(rawValue: code) }
}

extension Errno {
  /// The error of the system call that failed last on this thread.
  static var latest: Errno { Errno(rawValue: errno) }
}

extension FilePath {
  /// Lends the path as the system takes it. Unlike `withPlatformString` it keeps the type of the error.
  func withSystemString<Value>(
    _ body: (UnsafePointer<CChar>) throws(Errno) -> Value
  ) throws(Errno) -> Value {
    let result: Result<Value, Errno> = unsafe withPlatformString { pointer in
      Result { () throws(Errno) in try unsafe body(pointer) }
    }
    return try result.get()
  }
}

extension FilePath.Component {
  /// Lends the name as the system takes it.
  func withSystemString<Value>(
    _ body: (UnsafePointer<CChar>) throws(Errno) -> Value
  ) throws(Errno) -> Value {
    let result: Result<Value, Errno> = unsafe withPlatformString { pointer in
      Result { () throws(Errno) in try unsafe body(pointer) }
    }
    return try result.get()
  }
}
