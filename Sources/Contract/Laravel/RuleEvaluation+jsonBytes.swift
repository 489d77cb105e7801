import Bytes
import JSON

/// How long a value is as PHP's `json_encode` writes it, for `json_bytes_max`.
extension RuleEvaluation {
    /// The value's bytes, after the middleware's trimming: of members with one name only the last,
    /// and objects whose names are 0, 1, 2 … as lists.
    mutating func jsonBytes(_ subject: Subject, _ view: borrowing InputView) -> Int {
        switch subject.kind {
        case .array:
            let entries = view.entries(subject.source)
            let start = Int(subject.entry)
            var bytes = 2 + max(0, Int(entries[start].count) - 1)
            var cursor = start + 1
            while cursor < Int(entries[start].next) {
                bytes += jsonBytes(ofEntry: cursor, subject.source, view)
                cursor = Int(entries[cursor].next)
            }
            return bytes
        case .object: return jsonBytes(ofObject: subject, view)
        case .absent, .null, .true: return 4
        case .false: return 5
        case .string: return 2 + escapedLength(text(subject, view))
        case .integer, .real:
            if subject.kind == .integer, isPlainInteger(subject, view) {
                return Int(subject.text.count)
            }
            let value = PHPNumber.double(text(subject, view)) ?? 0
            let kept = decoded.count
            let isZero = subject.kind == .integer && value == 0
            PHPReal.append(isZero ? 0 : value, digits: PHPReal.jsonDigits, to: &decoded)
            defer { decoded.truncate(to: kept) }
            return decoded.count - kept
        }
    }

    private mutating func jsonBytes(
        ofObject subject: Subject, _ view: borrowing InputView
    ) -> Int {
        let isList = isList(subject, view)
        let base = members.count
        members.collect(Int(subject.entry), subject.source, view)
        var bytes = 2 + max(0, members.count - base - 1)
        for index in base..<members.count {
            if !isList {
                let kept = decoded.count
                let name = view.entries(subject.source)[Int(members.names[index])]
                JSONText.decode(view.raw(subject.source, name), into: &decoded)
                bytes += 3 + escapedLength(decoded.span.extracting(kept..<decoded.count))
                decoded.truncate(to: kept)
            }
            bytes += jsonBytes(ofEntry: Int(members.values[index]), subject.source, view)
        }
        members.truncate(to: base)
        return bytes
    }

    private mutating func jsonBytes(
        ofEntry entry: Int, _ source: InputSource, _ view: borrowing InputView
    ) -> Int {
        let kept = decoded.count
        defer { decoded.truncate(to: kept) }
        let place = Place(source: source, entry: Int32(entry))
        return jsonBytes(self.subject(place, isUntrimmed: false, view), view)
    }

    /// Bytes between the quotes: six for each `\uXXXX`, twelve above U+FFFF.
    private func escapedLength(_ text: Span<UInt8>) -> Int {
        var length = 0
        for index in text.indices {
            switch text[index] {
            case 0x08, 0x09, 0x0A, 0x0C, 0x0D, UInt8(ascii: "\""), UInt8(ascii: "\\"),
                UInt8(ascii: "/"):
                length += 2
            case 0x00..<0x20: length += 6
            case 0x20..<0x80: length += 1
            case 0xC0..<0xF0: length += 6
            case 0xF0...: length += 12
            default: break
            }
        }
        return length
    }
}
