package import Bytes

/// How a written string spells what it may spell in several ways.
package enum JSONStyle: Sendable {
    /// Only what RFC 8259 §7 demands is escaped.
    case plain
    /// As PHP's `json_encode` does without flags: `/` is `\/`, everything outside ASCII is `\uXXXX`
    /// in lower case, as surrogates above U+FFFF.
    case php
}

extension ByteBuffer {
    /// Appends a quoted string. Bytes that are not UTF-8 become U+FFFD.
    package mutating func appendJSON(string text: Span<UInt8>, style: JSONStyle = .plain) {
        append(UInt8(ascii: "\""))
        appendJSON(unquoted: text, style: style)
        append(UInt8(ascii: "\""))
    }

    /// Appends a string's content without its quotes.
    package mutating func appendJSON(unquoted text: Span<UInt8>, style: JSONStyle = .plain) {
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                appendJSON(ascii: byte, style: style)
                index += 1
                continue
            }
            let length = UTF8Text.sequenceLength(text, at: index)
            let scalar =
                length == 0 ? 0xFFFD : UTF8Text.scalar(text, at: index, count: length)
            appendJSON(scalar: scalar, style: style)
            index += max(1, length)
        }
    }

    /// Appends a quoted string. For set-up and error paths: it may allocate.
    package mutating func appendJSON(string text: String, style: JSONStyle = .plain) {
        append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            if scalar.value < 0x80 {
                appendJSON(ascii: UInt8(scalar.value), style: style)
            } else {
                appendJSON(scalar: scalar.value, style: style)
            }
        }
        append(UInt8(ascii: "\""))
    }

    @inline(__always)
    private mutating func appendJSON(ascii byte: UInt8, style: JSONStyle) {
        switch byte {
        case UInt8(ascii: "\""): append("\\\"")
        case UInt8(ascii: "\\"): append("\\\\")
        case UInt8(ascii: "/") where style == .php: append("\\/")
        case 0x20...0x7F: append(byte)
        case 0x08: append("\\b")
        case 0x09: append("\\t")
        case 0x0A: append("\\n")
        case 0x0C: append("\\f")
        case 0x0D: append("\\r")
        default:
            append("\\u")
            append(hex: UInt64(byte), digits: 4)
        }
    }

    private mutating func appendJSON(scalar: UInt32, style: JSONStyle) {
        guard style == .php else {
            UTF8Text.append(scalar, to: &self)
            return
        }
        append("\\u")
        if scalar < 0x10000 {
            append(hex: UInt64(scalar), digits: 4)
        } else {
            let rest = scalar - 0x10000
            append(hex: UInt64(0xD800 + rest >> 10), digits: 4)
            append("\\u")
            append(hex: UInt64(0xDC00 + rest & 0x3FF), digits: 4)
        }
    }
}
