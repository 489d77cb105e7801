package import Bytes

/// Strings of a text as they stand between their quotes, escapes and all (RFC 8259 §7).
package enum JSONText {
    /// The offset behind the escape at `offset`; a surrogate must be followed by its other half.
    static func escapeEnd(_ text: Span<UInt8>, at offset: Int) throws(JSONFault) -> Int {
        guard offset + 1 < text.count else { throw .truncated }
        switch text[offset + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
            UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return offset + 2
        case UInt8(ascii: "u"):
            let unit = try codeUnit(text, at: offset)
            if unit & 0xF800 != 0xD800 { return offset + 6 }
            guard unit & 0xFC00 == 0xD800, offset + 7 < text.count,
                text[offset + 6] == UInt8(ascii: "\\"), text[offset + 7] == UInt8(ascii: "u"),
                try codeUnit(text, at: offset + 6) & 0xFC00 == 0xDC00
            else { throw .invalidUnicode(offset: offset) }
            return offset + 12
        default:
            throw .unexpected(offset: offset + 1)
        }
    }

    /// The four hexadecimal digits of `\uXXXX` at `offset`.
    private static func codeUnit(
        _ text: Span<UInt8>, at offset: Int
    ) throws(JSONFault) -> UInt32 {
        guard offset + 5 < text.count else { throw .truncated }
        var value: UInt32 = 0
        for index in offset + 2...offset + 5 {
            guard let digit = ASCII.hexValue(text[index]) else {
                throw .unexpected(offset: index)
            }
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    /// The scalar at `index` of a string that a tape accepted, and how many bytes spell it.
    package static func scalar(
        _ raw: Span<UInt8>, at index: Int
    ) -> (value: UInt32, count: Int) {
        guard raw[index] == UInt8(ascii: "\\"), index + 1 < raw.count else {
            let count = max(1, UTF8Text.sequenceLength(raw, at: index))
            return (UTF8Text.scalar(raw, at: index, count: count), count)
        }
        switch raw[index + 1] {
        case UInt8(ascii: "b"): return (8, 2)
        case UInt8(ascii: "f"): return (12, 2)
        case UInt8(ascii: "n"): return (10, 2)
        case UInt8(ascii: "r"): return (13, 2)
        case UInt8(ascii: "t"): return (9, 2)
        case UInt8(ascii: "u"):
            let unit = (try? codeUnit(raw, at: index)) ?? 0xFFFD
            if unit & 0xFC00 != 0xD800 { return (unit, 6) }
            let low = (try? codeUnit(raw, at: index + 6)) ?? 0xDC00
            return (0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF), 12)
        default: return (UInt32(raw[index + 1]), 2)
        }
    }

    /// Appends what a string means, without its escapes.
    package static func decode(_ raw: Span<UInt8>, into buffer: inout ByteBuffer) {
        var index = 0
        while index < raw.count {
            if raw[index] == UInt8(ascii: "\\") {
                let (value, count) = scalar(raw, at: index)
                UTF8Text.append(value, to: &buffer)
                index += count
            } else {
                buffer.append(raw[index])
                index += 1
            }
        }
    }

    /// Whether a string with escapes means the bytes of `plain`.
    package static func means(_ raw: Span<UInt8>, _ plain: Span<UInt8>) -> Bool {
        var index = 0
        var position = 0
        while index < raw.count {
            guard position < plain.count else { return false }
            let (value, count) = scalar(raw, at: index)
            let length = UTF8Text.sequenceLength(plain, at: position)
            guard length > 0, UTF8Text.scalar(plain, at: position, count: length) == value else {
                return false
            }
            index += count
            position += length
        }
        return position == plain.count
    }
}
