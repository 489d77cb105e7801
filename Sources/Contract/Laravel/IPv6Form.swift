import Bytes

/// An IPv6 address without zone, as RFC 4291 §2.2 writes it.
enum IPv6Form {
    static func isValid(_ text: Span<UInt8>) -> Bool {
        var groups = 0
        var digits = 0
        var hasGap = false
        var cursor = 0
        if text.starts(with: "::") {
            hasGap = true
            cursor = 2
        }
        var start = cursor
        while cursor < text.count {
            let byte = text[cursor]
            if byte == UInt8(ascii: ":") {
                guard digits > 0 else { return false }
                groups += 1
                digits = 0
                if cursor + 1 < text.count, text[cursor + 1] == UInt8(ascii: ":") {
                    guard !hasGap else { return false }
                    hasGap = true
                    cursor += 1
                } else if cursor + 1 == text.count {
                    return false
                }
                start = cursor + 1
            } else if byte == UInt8(ascii: ".") {
                guard isIPv4(text.extracting(start..<text.count)) else { return false }
                groups += 2
                digits = 0
                cursor = text.count
            } else {
                digits += 1
                guard digits <= 4, ASCII.hexValue(byte) != nil else { return false }
            }
            cursor += 1
        }
        if digits > 0 { groups += 1 }
        return hasGap ? groups < 8 : groups == 8
    }

    private static func isIPv4(_ text: Span<UInt8>) -> Bool {
        var parts = 0
        var start = 0
        for index in 0...text.count
        where index == text.count || text[index] == UInt8(ascii: ".") {
            let part = text.extracting(start..<index)
            guard let value = part.decimalValue(), value <= 255,
                part.count == 1 || part[0] != UInt8(ascii: "0")
            else { return false }
            parts += 1
            start = index + 1
        }
        return parts == 4
    }
}
