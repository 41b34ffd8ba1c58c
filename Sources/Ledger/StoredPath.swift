import Foundation
import GRDB

/// A path in a column: text where its bytes are UTF-8, the bytes themselves where they are not.
struct StoredPath: DatabaseValueConvertible {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var databaseValue: DatabaseValue {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return Data(bytes).databaseValue
    }
    return text.databaseValue
  }

  static func fromDatabaseValue(_ value: DatabaseValue) -> StoredPath? {
    switch value.storage {
    case .string(let text): StoredPath(Array(text.utf8))
    case .blob(let data): StoredPath(Array(data))
    case .null, .int64, .double: nil
    }
  }
}
