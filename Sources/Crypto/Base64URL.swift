package import Bytes

/// base64url without padding (RFC 4648 §5), as JWTs and embed tokens use it.
package enum Base64URL {
    /// Length in characters of `count` encoded bytes.
    package static func encodedCount(_ count: Int) -> Int {
        count / 3 * 4 + (count % 3 == 0 ? 0 : count % 3 + 1)
    }

    /// Appends the encoding of `bytes`.
    package static func encode(_ bytes: Span<UInt8>, to buffer: inout ByteBuffer) {
        buffer.reserve(encodedCount(bytes.count))
        var index = 0
        while index < bytes.count {
            let run = min(3, bytes.count - index)
            var group: UInt32 = 0
            for offset in 0..<3 {
                group = group << 8 | (offset < run ? UInt32(bytes[index + offset]) : 0)
            }
            for digit in 0...run {
                buffer.append(character(UInt8(truncatingIfNeeded: group >> (18 - 6 * digit)) & 63))
            }
            index += 3
        }
    }

    /// Appends the bytes that `text` encodes. False, and nothing appended, unless `text` is what
    /// `encode` makes of some bytes: no padding, no other alphabet, no blanks, no stray bits at the
    /// end, so that one value has one text.
    package static func decode(_ text: Span<UInt8>, to buffer: inout ByteBuffer) -> Bool {
        guard text.count % 4 != 1 else { return false }
        let before = buffer.count
        var group: UInt32 = 0
        var bits: UInt32 = 0
        for index in text.indices {
            guard let digit = value(text[index]) else {
                buffer.truncate(to: before)
                return false
            }
            group = group << 6 | UInt32(digit)
            bits += 6
            if bits >= 8 {
                bits -= 8
                buffer.append(UInt8(truncatingIfNeeded: group >> bits))
            }
        }
        let strayBits = group & ((1 << bits) - 1)
        guard strayBits == 0 else {
            buffer.truncate(to: before)
            return false
        }
        return true
    }

    private static func character(_ digit: UInt8) -> UInt8 {
        switch digit {
        case ..<26: UInt8(ascii: "A") + digit
        case ..<52: UInt8(ascii: "a") + digit - 26
        case ..<62: UInt8(ascii: "0") + digit - 52
        case 62: UInt8(ascii: "-")
        default: UInt8(ascii: "_")
        }
    }

    private static func value(_ character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): character - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): character - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0") + 52
        case UInt8(ascii: "-"): 62
        case UInt8(ascii: "_"): 63
        default: nil
        }
    }
}
