import Bytes

/// The text form of an IPv6 address (RFC 4291 §2.2), without zone.
enum IPv6Literal {
    /// Whether `text` is eight groups of one to four hexadecimal digits, with at most one `::` for
    /// one or more groups of zeros, and perhaps an IPv4 address in place of the last two.
    static func isValid(_ text: Span<UInt8>) -> Bool {
        let colon = UInt8(ascii: ":")
        var groups = 0
        var hasGap = false
        var index = 0
        if text.starts(with: "::") {
            hasGap = true
            index = 2
        }
        while index < text.count {
            let start = index
            while index < text.count, ASCII.hexValue(text[index]) != nil { index += 1 }
            if index < text.count, text[index] == UInt8(ascii: ".") {
                guard isIPv4(text.extracting(start..<text.count)) else { return false }
                groups += 2
                break
            }
            guard index > start, index - start <= 4 else { return false }
            groups += 1
            if index == text.count { break }
            guard text[index] == colon, index + 1 < text.count else { return false }
            index += 1
            if text[index] == colon {
                if hasGap { return false }
                hasGap = true
                index += 1
            }
        }
        return hasGap ? groups < 8 : groups == 8
    }

    private static func isIPv4(_ text: Span<UInt8>) -> Bool {
        var rest = text
        for part in 0..<4 {
            let end = rest.firstIndex(of: UInt8(ascii: ".")) ?? rest.count
            let digits = rest.extracting(first: end)
            guard digits.count <= 3, let value = digits.decimalValue(), value < 256 else {
                return false
            }
            if part == 3 { return end == rest.count }
            guard end < rest.count else { return false }
            rest = rest.extracting((end + 1)..<rest.count)
        }
        return false
    }
}
