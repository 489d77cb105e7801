package import Bytes

/// UTF-8 as RFC 3629 §4 defines it: no overlong forms, no surrogates, nothing above U+10FFFF.
package enum UTF8Text {
    /// The length of the well-formed sequence that begins at `index`, 0 when there is none.
    package static func sequenceLength(_ text: Span<UInt8>, at index: Int) -> Int {
        let first = text[index]
        if first < 0x80 { return 1 }
        guard first >= 0xC2, first <= 0xF4 else { return 0 }
        let count = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard index + count <= text.count else { return 0 }
        let second = text[index + 1]
        switch first {
        case 0xE0: guard second >= 0xA0, second < 0xC0 else { return 0 }
        case 0xED: guard second >= 0x80, second < 0xA0 else { return 0 }
        case 0xF0: guard second >= 0x90, second < 0xC0 else { return 0 }
        case 0xF4: guard second >= 0x80, second < 0x90 else { return 0 }
        default: guard second & 0xC0 == 0x80 else { return 0 }
        }
        var next = index + 2
        while next < index + count {
            guard text[next] & 0xC0 == 0x80 else { return 0 }
            next += 1
        }
        return count
    }

    /// Whether all of it is well-formed.
    package static func isValid(_ text: Span<UInt8>) -> Bool {
        var index = 0
        while index < text.count {
            let count = sequenceLength(text, at: index)
            guard count > 0 else { return false }
            index += count
        }
        return true
    }

    /// The scalar of the well-formed sequence of `count` bytes at `index`.
    package static func scalar(_ text: Span<UInt8>, at index: Int, count: Int) -> UInt32 {
        let first = UInt32(text[index])
        if count == 1 { return first }
        var value = first & (0x7F >> UInt32(count))
        var next = index + 1
        while next < index + count {
            value = value << 6 | UInt32(text[next] & 0x3F)
            next += 1
        }
        return value
    }

    /// Code points of a well-formed text; in any other, bytes that are not continuations.
    package static func codePointCount(_ text: Span<UInt8>) -> Int {
        var count = 0
        for index in text.indices where text[index] & 0xC0 != 0x80 { count += 1 }
        return count
    }

    /// Appends the UTF-8 of a scalar value.
    package static func append(_ scalar: UInt32, to buffer: inout ByteBuffer) {
        if scalar < 0x80 {
            buffer.append(UInt8(scalar))
        } else if scalar < 0x800 {
            buffer.append(UInt8(0xC0 | scalar >> 6))
            buffer.append(UInt8(0x80 | scalar & 0x3F))
        } else if scalar < 0x10000 {
            buffer.append(UInt8(0xE0 | scalar >> 12))
            buffer.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            buffer.append(UInt8(0x80 | scalar & 0x3F))
        } else {
            buffer.append(UInt8(0xF0 | scalar >> 18))
            buffer.append(UInt8(0x80 | scalar >> 12 & 0x3F))
            buffer.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            buffer.append(UInt8(0x80 | scalar & 0x3F))
        }
    }
}
