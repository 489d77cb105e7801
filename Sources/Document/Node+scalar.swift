/// What a scalar's text means, by the core schema of YAML 1.2 (§10.3.2), of which JSON is a part:
/// `yes`, `on` and `12:30` are strings, only `true` and `false` are booleans.
package enum ScalarKind: Sendable {
    case null
    case boolean
    case integer
    case number
    case string
}

extension Node {
    /// What a scalar means; nil for a mapping or sequence.
    package var scalarKind: ScalarKind? {
        guard case .scalar(let text, let isQuoted) = content else { return nil }
        return isQuoted ? .string : ScalarKind(plain: text)
    }

    /// A scalar's text whatever it means, nil for a mapping or sequence.
    package var text: String? {
        guard case .scalar(let text, _) = content else { return nil }
        return text
    }

    /// The text of a scalar that is a string; nil for numbers, booleans, null and all else.
    package var string: String? { scalarKind == .string ? text : nil }

    /// Whether this is null: `null`, `~` or nothing at all.
    package var isNull: Bool { scalarKind == .null }

    /// The value of `true` or `false`.
    package var bool: Bool? {
        guard scalarKind == .boolean, let text else { return nil }
        return text.first == "t" || text.first == "T"
    }

    /// The value of an integer that fits into 64 bits, in decimal, `0o` octal or `0x` hexadecimal.
    package var int: Int? {
        guard scalarKind == .integer, let text else { return nil }
        if text.hasPrefix("0x") { return Int(text.dropFirst(2), radix: 16) }
        if text.hasPrefix("0o") { return Int(text.dropFirst(2), radix: 8) }
        return Int(text)
    }

    /// The value of a number with or without a fraction.
    package var number: Double? {
        if let int { return Double(int) }
        guard scalarKind == .number || scalarKind == .integer, let text else { return nil }
        switch text.lowercased() {
        case ".inf", "+.inf": return .infinity
        case "-.inf": return -.infinity
        case ".nan": return .nan
        default: return Double(text.hasPrefix(".") ? "0" + text : text)
        }
    }

    /// What this is, for messages: "a list", "the number 5", "the text "five"".
    package var kindText: String {
        switch content {
        case .mapping: return "a mapping"
        case .sequence: return "a list"
        case .scalar(let text, _):
            switch scalarKind {
            case .null: return "null"
            case .boolean: return text
            case .integer, .number: return "the number \(text)"
            default: return "the text \"\(text)\""
            }
        }
    }
}

extension ScalarKind {
    /// The meaning of a plain (unquoted) scalar.
    init(plain text: String) {
        switch text {
        case "", "~", "null", "Null", "NULL": self = .null
        case "true", "True", "TRUE", "false", "False", "FALSE": self = .boolean
        case ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf",
            "-.Inf", "-.INF":
            self = .number
        default: self = Self.numeric(Array(text.utf8))
        }
    }

    /// Integer, number or string, by the grammar `[-+]? digits [. digits] [e [-+]? digits]`.
    private static func numeric(_ text: [UInt8]) -> ScalarKind {
        if text.count > 2, text[0] == UInt8(ascii: "0") {
            let digits = text.dropFirst(2)
            if text[1] == UInt8(ascii: "o") {
                return digits.allSatisfy { $0 >= 0x30 && $0 < 0x38 } ? .integer : .string
            }
            if text[1] == UInt8(ascii: "x") {
                return digits.allSatisfy { isDigit($0) || ($0 | 0x20) &- 0x61 < 6 }
                    ? .integer : .string
            }
        }
        var rest = text[...]
        if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        let whole = rest.prefix(while: isDigit)
        rest = rest.dropFirst(whole.count)
        if rest.isEmpty { return whole.isEmpty ? .string : .integer }
        if rest.first == UInt8(ascii: ".") {
            let fraction = rest.dropFirst().prefix(while: isDigit)
            if whole.isEmpty, fraction.isEmpty { return .string }
            rest = rest.dropFirst(1 + fraction.count)
        } else if whole.isEmpty {
            return .string
        }
        if rest.isEmpty { return .number }
        guard rest.removeFirst() | 0x20 == UInt8(ascii: "e") else { return .string }
        if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        return !rest.isEmpty && rest.allSatisfy(isDigit) ? .number : .string
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
