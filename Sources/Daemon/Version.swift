/// The version of the programs, in its one place.
package enum Version {
  package static let current = "0.1.0"
}
