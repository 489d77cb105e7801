import Bytes
import JSON

/// Which values of a list occur in it more than once (`distinct`), by 64-bit hashes: whoever makes
/// two collide has only their own request refused.
struct RepeatedValues: ~Copyable {
    private var hashes: [UInt64] = []
    private var isSorted = false

    mutating func removeAll() {
        hashes.removeAll(keepingCapacity: true)
        isSorted = false
    }

    /// Counts a value; 0 stands for values that are not compared.
    mutating func add(_ hash: UInt64) {
        if hash != 0 { hashes.append(hash) }
    }

    /// Whether the value was counted more than once.
    mutating func contains(_ hash: UInt64) -> Bool {
        guard hash != 0 else { return false }
        if !isSorted {
            hashes.sort()
            isSorted = true
        }
        var low = 0
        var high = hashes.count
        while low < high {
            let middle = (low + high) / 2
            if hashes[middle] < hash { low = middle + 1 } else { high = middle }
        }
        return low + 1 < hashes.count && hashes[low + 1] == hash
    }
}

extension RuleEvaluation {
    /// A hash under which texts and numbers are equal that PHP holds to be equal; 0 for others.
    func comparable(_ subject: Subject, _ view: borrowing InputView) -> UInt64 {
        guard subject.kind == .string || subject.kind == .integer || subject.kind == .real else {
            return 0
        }
        let text = text(subject, view)
        if let number = PHPNumber(text) { return (number.real + 0.0).bitPattern | 1 }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in text.indices { hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01B3 }
        return hash | 1
    }

    /// Bytes of a value as PHP's `json_encode` writes it after the middleware's trimming.
    mutating func jsonBytes(_ subject: Subject, _ view: borrowing InputView) -> Int {
        guard subject.isContainer else {
            let plain = plainText(of: subject, view)
            let length = escapedLength(text(plain, view))
            return subject.kind == .string ? length + 2 : length
        }
        let entries = view.entries(subject.source)
        let start = Int(subject.entry)
        var bytes = 0
        var cursor = start
        while cursor < Int(entries[start].next) {
            let entry = entries[cursor]
            switch entry.kind {
            case .array, .object: bytes += 2 + max(0, Int(entry.count) - 1)
            case .key:
                let kept = decoded.count
                JSONText.decode(view.raw(subject.source, entry), into: &decoded)
                bytes += 3 + escapedLength(decoded.span.extracting(kept..<decoded.count))
                decoded.truncate(to: kept)
            default:
                let kept = decoded.count
                let place = Place(source: subject.source, entry: Int32(cursor))
                let value = self.subject(place, isUntrimmed: false, view)
                bytes += value.kind == .null ? 4 : scalarBytes(value, view)
                decoded.truncate(to: kept)
            }
            cursor += 1
        }
        return bytes
    }

    private mutating func scalarBytes(_ value: Subject, _ view: borrowing InputView) -> Int {
        if value.kind == .true { return 4 }
        if value.kind == .false { return 5 }
        let plain = plainText(of: value, view)
        let length = escapedLength(text(plain, view))
        return value.kind == .string ? length + 2 : length
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
