/// Who a file's author property says has written it.
struct AuthorName {
  enum Meaning: Equatable {
    /// Holds a mobile number or a mail address.
    case contact(masked: String)
    case person(masked: String)
    case company(String)
    case office(String)

    /// What may be shown of it.
    var shown: String {
      switch self {
      case .contact(let masked), .person(let masked): masked
      case .company(let name), .office(let name): Quotation.of(name)
      }
    }
  }

  private let scalars: [Unicode.Scalar]

  init(_ property: String) {
    scalars = property.unicodeScalars.prefix(200).filter { !$0.properties.isWhitespace }
  }

  /// - Parameter office: The unit whose report it is.
  /// - Returns: `nil` for the unit itself, and where the name means nothing: 微软用户, Administrator, WPS.
  func meaning(besides office: String?) -> Meaning? {
    if let mobile { return .contact(masked: masked(mobile)) }
    if let at = scalars.firstIndex(of: "@"), scalars[(at + 1)...].contains(".") {
      return .contact(masked: masked(0..<at))
    }
    guard !scalars.isEmpty, scalars.allSatisfy(\.properties.isIdeographic) else {
      return isCompany ? .company(String(scalars)) : nil
    }
    if isCompany { return .company(String(scalars)) }
    if isPerson { return .person(masked: masked(1..<scalars.count)) }
    return isOther(than: office) ? .office(String(scalars)) : nil
  }

  /// Eleven digits by themselves that begin as mobile numbers do.
  private var mobile: Range<Int>? {
    scalars.indices.split { !("0"..."9").contains(scalars[$0]) }.map { $0.startIndex..<$0.endIndex }.first { digits in
      digits.count == 11 && scalars[digits.lowerBound] == "1" && ("3"..."9").contains(scalars[digits.lowerBound + 1])
        // WPS names its users by numbers of its own.
        && !isAccount
    }
  }

  private var isAccount: Bool {
    String(scalars.prefix(4)).lowercased() == "wps_"
  }

  private var isCompany: Bool {
    scalars.holds(anyOf: ["公司", "文库", "工作室", "模板", "下载", "稻壳", "道客", "豆丁", "图文", "打印", "广告", "淘宝", "店铺"])
  }

  /// Two or three ideographs that begin with a surname that begins little else.
  private var isPerson: Bool {
    guard (2...3).contains(scalars.count), let first = scalars.first, let last = scalars.last else { return false }
    return Self.surnames.contains(first) && !"镇乡村局办室科股所站处部委县区市省院厅队组员户者会".unicodeScalars.contains(last)
  }

  private func isOther(than office: String?) -> Bool {
    let name = String(scalars)
    guard let office, !office.isEmpty, scalars.count >= 3 else { return false }
    let isPlainOffice =
      switch OfficeKind(named: name) {
      case .town, .street, .countyDepartment, .countyGovernment: true
      case .department: scalars.last == "局" && scalars.count >= 4
      default: false
      }
    guard isPlainOffice, !scalars.holds(anyOf: ["办公室", "政府办", "党政办"]) else { return false }
    // 红旗区小店镇人民政府 and 小店镇 are one; 教育局 is that of 红旗区教育局, and 红旗区 stands above it.
    let own = stem(Array(office.unicodeScalars))
    let other = stem(scalars)
    return !own.isEmpty && !other.isEmpty && !own.holds(String(other)) && !other.holds(String(own))
      && !other.endsWith(anyOf: ["县", "区", "旗", "市"])
  }

  /// A unit's name without the words that may as well be missing.
  private func stem(_ name: [Unicode.Scalar]) -> [Unicode.Scalar] {
    for tail in ["人民政府", "政府", "人民", "办事处"] where name.endsWith(tail) {
      return name.dropLast(tail.unicodeScalars.count)
    }
    return name
  }

  private func masked(_ range: Range<Int>) -> String {
    String(
      scalars.indices.prefix(40).map { index -> Unicode.Scalar in
        // Three digits of a number, and the first character of an address, are enough to know it by.
        guard range.contains(index) else { return scalars[index] }
        let shown = ("0"..."9").contains(scalars[index]) && range.count == 11 ? 3 : range.lowerBound == 0 ? 1 : 0
        return index < range.lowerBound + shown ? scalars[index] : "*"
      })
  }

  private static let surnames = Set(
    "王李张刘陈杨赵黄周吴徐孙胡朱郭何罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆汪廖贾韦傅邹熊孟秦阎薛侯雷段郝邵贺毛龚".unicodeScalars)
}
