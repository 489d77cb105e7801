package import Bytes

/// One ability, such as `read`, in the form in which canonical lists hold it. Made at set-up.
package struct Ability: Sendable, Equatable {
    /// The name between the quotes of a canonical list.
    let canonical: [UInt8]

    /// The ability of this exact name.
    package init(_ name: String) {
        var buffer = ByteBuffer()
        for unit in name.utf16 { buffer.appendCanonical(unit) }
        canonical = buffer.span.toArray()
    }
}

/// A token's abilities as Sanctum stores them: a JSON array of strings. PHP writes an object with
/// numbered keys when the array had gaps (after `array_unique`, say) and reads it back as a list,
/// so its values count alike.
package enum AbilityList {
    /// Appends the list as a compact array in ASCII with one way to write each character, so that
    /// equal abilities are equal bytes. False for anything but one list of strings; what was
    /// appended until then is the caller's to drop.
    package static func appendCanonical(_ json: Span<UInt8>, to buffer: inout ByteBuffer) -> Bool {
        if isCanonical(json) {
            buffer.append(json)
            return true
        }
        guard (try? UTF8Span(validating: json)) != nil else { return false }
        var scanner = StringListScanner(json)
        let open = scanner.token()
        guard open == UInt8(ascii: "[") || open == UInt8(ascii: "{") else { return false }
        let isObject = open == UInt8(ascii: "{")
        let close = UInt8(ascii: isObject ? "}" : "]")
        buffer.append("[")
        var isFirst = true
        while true {
            let quote = scanner.token()
            if isFirst, quote == close { break }
            guard quote == UInt8(ascii: "\"") else { return false }
            if isObject {
                let start = buffer.count
                guard scanner.string(to: &buffer), scanner.token() == UInt8(ascii: ":"),
                    scanner.token() == UInt8(ascii: "\"")
                else { return false }
                buffer.truncate(to: start)
            }
            if !isFirst { buffer.append(",") }
            isFirst = false
            buffer.append("\"")
            guard scanner.string(to: &buffer) else { return false }
            buffer.append("\"")
            let next = scanner.token()
            if next == close { break }
            guard next == UInt8(ascii: ",") else { return false }
        }
        buffer.append("]")
        return scanner.token() == nil
    }

    /// Whether a list is in canonical form already, as nearly all are: no blanks, no escapes,
    /// nothing but visible ASCII.
    private static func isCanonical(_ json: Span<UInt8>) -> Bool {
        let quote = UInt8(ascii: "\"")
        let end = json.count - 1
        guard end >= 1, json[0] == UInt8(ascii: "["), json[end] == UInt8(ascii: "]") else {
            return false
        }
        var index = 1
        while index < end {
            guard json[index] == quote else { return false }
            index += 1
            while index < end, json[index] != quote {
                let byte = json[index]
                guard byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "\\") else { return false }
                index += 1
            }
            guard index < end else { return false }
            index += 1
            if index == end { return true }
            guard json[index] == UInt8(ascii: ","), index + 1 < end else { return false }
            index += 1
        }
        return end == 1
    }

    /// Whether a canonical list holds `*` or exactly `ability`.
    package static func contains(_ list: Span<UInt8>, _ ability: Ability) -> Bool {
        // In a canonical list each string begins behind a quote and ends at the next one that no
        // backslash precedes; a backslash is always followed by one byte that it belongs to.
        var index = 1
        while index < list.count, list[index] == UInt8(ascii: "\"") {
            let start = index + 1
            index = start
            while list[index] != UInt8(ascii: "\"") {
                index += list[index] == UInt8(ascii: "\\") ? 2 : 1
            }
            let name = list.extracting(start..<index)
            if name.equals("*") || name.equals(ability.canonical.span) { return true }
            index += 2
        }
        return false
    }
}

extension ByteBuffer {
    /// Appends a UTF-16 code unit in its one canonical form inside a JSON string.
    fileprivate mutating func appendCanonical(_ unit: UInt16) {
        switch unit {
        case 0x22, 0x5C:
            append(UInt8(ascii: "\\"))
            append(UInt8(unit))
        case 0x20..<0x7F:
            append(UInt8(unit))
        default:
            append("\\u")
            append(hex: UInt64(unit), digits: 4)
        }
    }
}

/// Reads the tokens of a flat JSON list out of valid UTF-8.
private struct StringListScanner: ~Escapable {
    private let text: Span<UInt8>
    private var position = 0

    @_lifetime(copy text)
    init(_ text: Span<UInt8>) { self.text = text }

    /// The next byte that is not JSON's white space, taken; nil at the end.
    mutating func token() -> UInt8? {
        while let byte = take() {
            switch byte {
            case 0x20, 0x09, 0x0A, 0x0D: continue
            default: return byte
            }
        }
        return nil
    }

    /// Reads a string whose opening quote was taken, and appends it in canonical form without
    /// quotes. False for control characters, unknown escapes, lone surrogates and a missing end,
    /// none of which PHP's `json_decode` accepts either.
    mutating func string(to buffer: inout ByteBuffer) -> Bool {
        while let byte = take() {
            switch byte {
            case UInt8(ascii: "\""): return true
            case UInt8(ascii: "\\"): guard escape(to: &buffer) else { return false }
            case ..<0x20: return false
            case ..<0x80: buffer.appendCanonical(UInt16(byte))
            default: multibyte(byte, to: &buffer)
            }
        }
        return false
    }

    private mutating func take() -> UInt8? {
        guard position < text.count else { return nil }
        position += 1
        return text[position - 1]
    }

    private mutating func escape(to buffer: inout ByteBuffer) -> Bool {
        switch take() {
        case UInt8(ascii: "\""): buffer.appendCanonical(0x22)
        case UInt8(ascii: "\\"): buffer.appendCanonical(0x5C)
        case UInt8(ascii: "/"): buffer.appendCanonical(0x2F)
        case UInt8(ascii: "b"): buffer.appendCanonical(0x08)
        case UInt8(ascii: "f"): buffer.appendCanonical(0x0C)
        case UInt8(ascii: "n"): buffer.appendCanonical(0x0A)
        case UInt8(ascii: "r"): buffer.appendCanonical(0x0D)
        case UInt8(ascii: "t"): buffer.appendCanonical(0x09)
        case UInt8(ascii: "u"):
            guard let unit = codeUnit(), !UTF16.isTrailSurrogate(unit) else { return false }
            buffer.appendCanonical(unit)
            guard UTF16.isLeadSurrogate(unit) else { return true }
            guard take() == UInt8(ascii: "\\"), take() == UInt8(ascii: "u"),
                let trail = codeUnit(), UTF16.isTrailSurrogate(trail)
            else { return false }
            buffer.appendCanonical(trail)
        default: return false
        }
        return true
    }

    private mutating func codeUnit() -> UInt16? {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let digit = take().flatMap(ASCII.hexValue) else { return nil }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }

    /// A scalar of two to four bytes; the text is valid UTF-8, so they are there.
    private mutating func multibyte(_ lead: UInt8, to buffer: inout ByteBuffer) {
        let following = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1
        var value = UInt32(lead) & (0x3F >> UInt32(following))
        for _ in 0..<following { value = value << 6 | UInt32(take() ?? 0) & 0x3F }
        guard value > 0xFFFF else { return buffer.appendCanonical(UInt16(value)) }
        buffer.appendCanonical(UInt16(0xD800 + (value - 0x10000) >> 10))
        buffer.appendCanonical(UInt16(0xDC00 + (value - 0x10000) & 0x3FF))
    }
}
