import Glibc
package import LinuxSystem
package import SystemPackage

/// Where an office suite converts a hostile file: it may read what is installed, write into one folder, and start nothing
/// but itself.
///
/// What such a suite calls is more than anybody can list, and changes with its version. So, other than in
/// ``ReaderSandbox``, the filter names what is refused.
package enum OfficeSandbox {
  /// Shuts the process in for good. To be called while it has one thread, before it becomes the suite.
  ///
  /// - Parameters:
  ///   - folder: The one that it may write in.
  ///   - suite: The folder of the suite's programs and data.
  ///   - program: The one program that may be started.
  ///   - limits: What it may use up; descriptors are limited in any case.
  /// - Returns: What holds from now on.
  /// - Throws: ``SandboxError`` when the process cannot be shut in.
  package static func enter(
    folder: FilePath, suite: FilePath, program: FilePath, limits: ResourceLimits
  ) throws(SandboxError) -> Confinement {
    try SandboxError.explaining("the limits cannot be set") { () throws(Errno) in
      var limits = limits
      limits.openFiles = 256
      try limits.apply()
    }
    let confinement = try Confinement.restrictFiles { ruleset throws(Errno) in
      for place in installed + [suite] { try ruleset.allow(.read, below: place) }
      for file in [program] + loaders { try ruleset.allow([.readFile, .execute], below: file) }
      for device in ["/dev/null", "/dev/urandom"] as [FilePath] {
        try ruleset.allow([.readFile, .writeFile], below: device)
      }
      try ruleset.allow(.own, below: folder)
    }
    try filter().load()
    return confinement
  }

  /// Libraries, fonts, settings, and what a process may know of itself. Nothing of it is about reports. Where it does not
  /// find its user, the suite takes /tmp for its home.
  private static let installed: [FilePath] = [
    "/usr", "/lib", "/lib64", "/etc/fonts", "/etc/ld.so.cache", "/etc/libreoffice", "/etc/localtime",
    "/etc/nsswitch.conf", "/etc/passwd", "/proc/self",
    "/sys/devices/system/cpu", "/var/cache/fontconfig", "/var/lib/libreoffice", "/var/spool/libreoffice",
  ]

  /// The system starts them on behalf of a program that has shared libraries.
  private static let loaders: [FilePath] = ["/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1"]

  private static func filter() throws(SandboxError) -> SystemCallFilter {
    let filter = try SystemCallFilter(otherwise: .allowed)
    // Threads, but no processes. The flags of clone3 lie in memory, where no filter sees them: without it, the C library
    // uses clone.
    try filter.refuse("fork", "vfork", "execveat")
    try filter.refuse("clone", when: .argument(0, lacks: threadFlag))
    try filter.refuse("clone3", with: .noFunction)
    // Memory that is written is never code: it is here as the unit's MemoryDenyWriteExecute= has it.
    let both = PROT_WRITE | PROT_EXEC
    try filter.refuse("mmap", when: .argument(2, masked: both, equals: both))
    for call in ["mprotect", "pkey_mprotect"] {
      try filter.refuse(call, when: .argument(2, masked: PROT_EXEC, equals: PROT_EXEC))
    }
    // The suite listens at a socket of its own and calls itself there, which it can do without. Nobody else is to be
    // reached: a socket's name is beyond Landlock.
    try filter.refuse("socket", when: .argument(0, isNot: Int(AF_UNIX)))
    for kind in [SOCK_DGRAM, SOCK_SEQPACKET, SOCK_RAW, SOCK_RDM] {
      try filter.refuse("socket", when: .argument(1, masked: 0xf, equals: Int32(kind.rawValue)))
    }
    try filter.refuse("connect", with: .permissionDenied)
    // It puts that socket into /tmp if it may write there, as it asks the system in these words, and otherwise where it
    // is told.
    try filter.refuse("access", with: .permissionDenied, when: .argument(1, equals: Int(W_OK)))
    try filter.refuse("faccessat", "faccessat2", with: .permissionDenied, when: .argument(2, equals: Int(W_OK)))
    // Other processes.
    for call in ["kill", "tgkill"] {
      try filter.refuse(call, when: .argument(0, isNot: CurrentProcess.identifier))
    }
    try filter.refuse(
      "kcmp", "pidfd_getfd", "pidfd_open", "pidfd_send_signal", "process_madvise", "process_vm_readv",
      "process_vm_writev", "ptrace", "rt_sigqueueinfo", "rt_tgsigqueueinfo", "setpgid", "setsid", "tkill")
    try filter.refuse("prlimit64", when: .argument(0, isNot: 0))
    try filter.refuse("mq_open", "msgget", "semget", "shmget")
    // What belongs to files outside of its folder: Landlock guards their contents only.
    try filter.refuse(
      "chmod", "chown", "fchmodat", "fchmodat2", "fchownat", "lchown", "lremovexattr", "lsetxattr", "removexattr",
      "setxattr", "utime", "utimes")
    // The machine. Most of it takes privileges that nobody has here; the rest has a record of holes.
    try filter.refuse(
      "add_key", "bpf", "chroot", "fanotify_init", "fsopen", "init_module", "io_uring_setup", "kexec_load", "keyctl",
      "memfd_create", "mount", "move_mount", "name_to_handle_at", "open_by_handle_at", "open_tree",
      "perf_event_open", "personality", "pivot_root", "quotactl", "reboot", "request_key", "setns", "swapon", "syslog",
      "umount2", "unshare", "userfaultfd")
    return filter
  }

  /// `CLONE_THREAD`, which the C library's header keeps to itself.
  private static let threadFlag: Int32 = 0x0001_0000
}
