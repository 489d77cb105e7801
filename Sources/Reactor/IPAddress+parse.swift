import Bytes

extension IPAddress {
    /// Reads dotted decimal (four numbers, no leading zeros) or IPv6 text (RFC 4291 §2.2, without a
    /// zone). nil for anything else.
    package init?(_ text: Span<UInt8>) {
        if text.firstIndex(of: UInt8(ascii: ":")) == nil {
            guard let bits = Self.dotted(text) else { return nil }
            self.init(v4: bits)
        } else {
            guard let address = Self.groups(text) else { return nil }
            self = address
        }
    }

    /// Reads an entry of `X-Forwarded-For`, to which some proxies add a port: `203.0.113.5:51234`,
    /// `[2001:db8::1]:443`, `[2001:db8::1]`. The port is not looked at.
    package init?(forwarded entry: Span<UInt8>) {
        if entry.count > 0, entry[0] == UInt8(ascii: "[") {
            guard let end = entry.firstIndex(of: UInt8(ascii: "]")),
                end + 1 == entry.count || entry[end + 1] == UInt8(ascii: ":")
            else { return nil }
            self.init(entry.extracting(1..<end))
        } else if let colon = entry.firstIndex(of: UInt8(ascii: ":")),
            entry.firstIndex(of: UInt8(ascii: ":"), from: colon + 1) == nil
        {
            self.init(entry.extracting(..<colon))
        } else {
            self.init(entry)
        }
    }

    /// The same from a string, for set-up paths.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        self.init(bytes.span)
    }

    private static func dotted(_ text: Span<UInt8>) -> UInt32? {
        guard text.count <= 15 else { return nil }
        var bits: UInt32 = 0
        var start = 0
        for part in 0..<4 {
            let end = part == 3 ? text.count : text.firstIndex(of: UInt8(ascii: "."), from: start)
            guard let end, end > start, end - start <= 3 else { return nil }
            // A leading zero means octal to some readers: refused, as inet_pton does.
            if text[start] == UInt8(ascii: "0"), end - start > 1 { return nil }
            guard let value = text.extracting(start..<end).decimalValue(), value < 256 else {
                return nil
            }
            bits = bits << 8 | UInt32(value)
            start = end + 1
        }
        return bits
    }

    private static func groups(_ text: Span<UInt8>) -> IPAddress? {
        // 8 groups of 4 digits and 7 colons; a dotted tail makes it 45 at most.
        guard text.count >= 2, text.count <= 45 else { return nil }
        var reader = GroupReader()
        guard reader.read(text) else { return nil }
        return reader.address
    }

    /// Collects the 16-bit groups of IPv6 text and the place of its `::`.
    private struct GroupReader {
        private var groups: InlineArray<8, UInt16> = .init(repeating: 0)
        private var count = 0
        private var gap: Int?

        var address: IPAddress? {
            var words: InlineArray<8, UInt16> = .init(repeating: 0)
            guard gap == nil ? count == 8 : count < 8 else { return nil }
            let before = gap ?? 8
            for index in 0..<count {
                words[index < before ? index : index + 8 - count] = groups[index]
            }
            var high: UInt64 = 0
            var low: UInt64 = 0
            for index in 0..<4 {
                high = high << 16 | UInt64(words[index])
                low = low << 16 | UInt64(words[index + 4])
            }
            return IPAddress(high: high, low: low)
        }

        mutating func read(_ text: Span<UInt8>) -> Bool {
            let colon = UInt8(ascii: ":")
            var position = 0
            if text[0] == colon {
                guard text[1] == colon else { return false }
                gap = 0
                position = 2
            }
            while position < text.count {
                let end = text.firstIndex(of: colon, from: position) ?? text.count
                guard readGroup(text.extracting(position..<end), isLast: end == text.count) else {
                    return false
                }
                if end == text.count { return true }
                position = end + 1
                if position < text.count, text[position] == colon {
                    guard gap == nil else { return false }
                    gap = count
                    position += 1
                } else if position == text.count {
                    return false
                }
            }
            return true
        }

        private mutating func readGroup(_ text: Span<UInt8>, isLast: Bool) -> Bool {
            if isLast, text.count > 4, let bits = IPAddress.dotted(text) {
                guard count <= 6 else { return false }
                groups[count] = UInt16(bits >> 16)
                groups[count + 1] = UInt16(truncatingIfNeeded: bits)
                count += 2
                return true
            }
            guard count < 8, text.count >= 1, text.count <= 4 else { return false }
            var value: UInt16 = 0
            for index in text.indices {
                guard let digit = ASCII.hexValue(text[index]) else { return false }
                value = value << 4 | UInt16(digit)
            }
            groups[count] = value
            count += 1
            return true
        }
    }
}
