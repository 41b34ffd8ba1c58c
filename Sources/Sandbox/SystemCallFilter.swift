import CSeccomp
import SystemPackage

/// Which system calls a process may still make (`seccomp(2)`), put together by libseccomp.
///
/// Calls of another architecture than the process's own, such as those of 32-bit programs, kill it.
@safe
struct SystemCallFilter: ~Copyable {
  /// What is answered to a call.
  enum Answer: Equatable {
    case allowed
    case refused(Errno)

    /// The macros of libseccomp that take arguments are not seen from Swift.
    fileprivate var action: UInt32 {
      switch self {
      case .allowed: 0x7fff_0000
      case .refused(let error): 0x0005_0000 | UInt32(error.rawValue) & 0xffff
      }
    }
  }

  /// What an argument must be for a rule to apply. Pointers cannot be followed.
  struct Condition {
    fileprivate var comparison: scmp_arg_cmp

    static func argument(_ index: UInt32, equals value: Int) -> Condition {
      Condition(comparison: scmp_arg_cmp(arg: index, op: SCMP_CMP_EQ, datum_a: UInt64(value), datum_b: 0))
    }

    static func argument(_ index: UInt32, isNot value: Int) -> Condition {
      Condition(comparison: scmp_arg_cmp(arg: index, op: SCMP_CMP_NE, datum_a: UInt64(value), datum_b: 0))
    }

    /// The argument has none of these bits.
    static func argument(_ index: UInt32, lacks bits: Int32) -> Condition {
      argument(index, masked: bits, equals: 0)
    }

    static func argument(_ index: UInt32, masked bits: Int32, equals value: Int32) -> Condition {
      Condition(
        comparison: scmp_arg_cmp(
          arg: index, op: SCMP_CMP_MASKED_EQ, datum_a: UInt64(UInt32(bitPattern: bits)),
          datum_b: UInt64(UInt32(bitPattern: value))))
    }
  }

  private let context: scmp_filter_ctx

  /// - Parameter answer: What is answered to calls that no rule names.
  /// - Throws: ``SandboxError`` for want of memory.
  init(otherwise answer: Answer) throws(SandboxError) {
    guard let context = unsafe seccomp_init(answer.action) else {
      throw SandboxError(step: "libseccomp cannot begin a filter", cause: .noMemory)
    }
    unsafe self.context = context
  }

  deinit {
    unsafe seccomp_release(context)
  }

  /// Adds a rule. A call that this machine does not have is passed over.
  ///
  /// - Parameters:
  ///   - names: Of calls, as in the manual.
  ///   - answer: What is answered to them.
  ///   - conditions: All of which must hold; other rules for the same call apply beside this one.
  /// - Throws: ``SandboxError`` for a rule that libseccomp cannot express.
  func answer(_ names: [String], _ answer: Answer, when conditions: [Condition] = []) throws(SandboxError) {
    for name in names {
      let number = unsafe seccomp_syscall_resolve_name(name)
      guard number >= 0 else { continue }
      let comparisons = conditions.map(\.comparison)
      try Self.check(
        unsafe seccomp_rule_add_array(context, answer.action, number, UInt32(comparisons.count), comparisons),
        "the system call \(name) cannot be ruled on")
    }
  }

  func allow(_ names: String..., when conditions: Condition...) throws(SandboxError) {
    try answer(names, .allowed, when: conditions)
  }

  func refuse(
    _ names: String..., with error: Errno = .notPermitted, when conditions: Condition...
  ) throws(SandboxError) {
    try answer(names, .refused(error), when: conditions)
  }

  /// From now on, and for good, it holds for all threads of the process and whatever they start.
  consuming func load() throws(SandboxError) {
    let step = "the kernel takes no filter of system calls"
    try Self.check(unsafe seccomp_attr_set(context, SCMP_FLTATR_CTL_TSYNC, 1), step)
    try Self.check(unsafe seccomp_load(context), step)
  }

  private static func check(_ code: Int32, _ step: String) throws(SandboxError) {
    guard code >= 0 else { throw SandboxError(step: step, cause: Errno(rawValue: -code)) }
  }
}
