import Bytes

extension ByteBuffer {
    /// Appends text as it stands between the quotes of a JSON string (RFC 8259 §7): quotes,
    /// backslashes and controls escaped, whatever is not UTF-8 replaced by U+FFFD, so that no input
    /// can break a log line.
    mutating func appendLogText(_ bytes: Span<UInt8>) {
        // Nearly always the whole text is plain: copied in one piece.
        var plain = 0
        while plain < bytes.count, isPlain(bytes[plain]) { plain += 1 }
        append(bytes.extracting(first: plain))
        var index = plain
        while index < bytes.count {
            let length = bytes[index] < 0x80 ? 1 : bytes.utf8SequenceLength(at: index)
            switch bytes[index] {
            case UInt8(ascii: "\""): append("\\\"")
            case UInt8(ascii: "\\"): append("\\\\")
            case 0..<0x20, 0x7F:
                append("\\u")
                append(hex: UInt64(bytes[index]), digits: 4)
            case _ where length == 0: append("\u{FFFD}")
            default: append(bytes.extracting(index..<index + length))
            }
            index += max(length, 1)
        }
    }

    private func isPlain(_ byte: UInt8) -> Bool {
        byte &- 0x20 < 0x5F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    /// Appends `text` cut to `limit` bytes, escaped.
    mutating func appendLogText(_ text: Span<UInt8>, limit: Int) {
        appendLogText(text.extracting(first: min(limit, text.count)))
    }
}

extension Span where Element == UInt8 {
    /// The length of the well-formed multi-byte UTF-8 sequence at `index` (Unicode §3.9, table
    /// 3-7), 0 when there is none.
    fileprivate func utf8SequenceLength(at index: Int) -> Int {
        let lead = self[index]
        let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
        guard length > 0, index + length <= count else { return 0 }
        // Overlong forms, surrogates and what lies beyond U+10FFFF begin with these second bytes.
        let low: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
        let high: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
        guard self[index + 1] >= low, self[index + 1] <= high else { return 0 }
        var next = index + 2
        while next < index + length {
            guard self[next] & 0xC0 == 0x80 else { return 0 }
            next += 1
        }
        return length
    }
}
