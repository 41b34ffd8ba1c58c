import Glibc

/// Strings as `execve(2)` takes them, with a null pointer behind the last.
@safe struct CStringList: ~Copyable {
  let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private let count: Int

  init(_ strings: [String]) {
    count = strings.count
    unsafe pointers = .allocate(capacity: count + 1)
    for (index, string) in strings.enumerated() {
      unsafe (pointers + index).initialize(to: strdup(string))
    }
    unsafe (pointers + count).initialize(to: nil)
  }

  /// Variables of an environment, in the order of their names.
  init(environment: [String: String]) {
    self.init(environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
  }

  deinit {
    for index in 0..<count {
      unsafe free(pointers[index])
    }
    unsafe pointers.deallocate()
  }
}
