/// The encodings that carry any bytes through a message of ASCII lines (RFC 2045, 6.7 and 6.8). What breaks their rules
/// is taken as it stands or passed over, as mail programs do.
enum TransferEncoding {
  static func quotedPrintable(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(body.count)
    /// White space at the end of a line was added on the way.
    var solidEnd = 0
    var index = body.startIndex
    while index < body.endIndex {
      let byte = body[index]
      index += 1
      switch byte {
      case UInt8(ascii: "="):
        if index + 1 < body.endIndex, let high = digit(body[index]), let low = digit(body[index + 1]) {
          decoded.append(high << 4 | low)
          index += 2
        } else if let next = behindLineEnd(body, from: index) {
          index = next
        } else {
          decoded.append(byte)
        }
        solidEnd = decoded.count
      case 0x0A, 0x0D:
        decoded.removeLast(decoded.count - solidEnd)
        decoded.append(byte)
        solidEnd = decoded.count
      case 0x20, 0x09:
        decoded.append(byte)
      default:
        decoded.append(byte)
        solidEnd = decoded.count
      }
    }
    return decoded
  }

  /// Where the next line begins, if nothing but white space stands before it.
  private static func behindLineEnd(_ body: ArraySlice<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < body.endIndex, body[index] == 0x20 || body[index] == 0x09 { index += 1 }
    guard index < body.endIndex else { return index }
    if body[index] == 0x0D {
      index += 1
      return index < body.endIndex && body[index] == 0x0A ? index + 1 : index
    }
    return body[index] == 0x0A ? index + 1 : nil
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  static func base64(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(body.count / 4 * 3)
    var bits: UInt32 = 0
    var count = 0
    for byte in body {
      if byte == UInt8(ascii: "=") { break }
      guard let value = sixBits(byte) else { continue }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        decoded.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return decoded
  }

  private static func sixBits(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
