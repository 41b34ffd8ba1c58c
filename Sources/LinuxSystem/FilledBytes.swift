import SystemPackage

extension [UInt8] {
  /// Bytes that a system call fills in.
  ///
  /// - Parameters:
  ///   - capacity: How much room there is.
  ///   - fill: Gets the room and says how much of it it has filled, from the start.
  /// - Throws: What `fill` throws.
  init(
    capacity: Int, filledBy fill: (UnsafeMutableRawBufferPointer) throws(Errno) -> Int
  ) throws(Errno) {
    var failure: Errno?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      do throws(Errno) {
        count = try unsafe fill(UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    self = bytes
  }
}
