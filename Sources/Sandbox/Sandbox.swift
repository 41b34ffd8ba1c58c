package import SystemPackage

/// What a process that reads hostile files gives up for good before it reads the first.
package enum Sandbox {
  package static func enter() throws(Errno) {}
}
