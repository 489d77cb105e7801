import Bytes
import JSON

/// A value as `distinct` compares it. Numbers are not equal in a way that one hash could tell: PHP
/// compares two integers exactly, and an integer with a float as floats.
struct ComparableValue: Comparable {
    /// The same for all values that may be equal: a text's hash, or a number as a float.
    var group: UInt64
    /// Whether it equals everything of its group, as a float does.
    var isReal = false
    /// What tells the group's other values apart.
    var exact: UInt64 = 0

    /// By group, the floats of each first.
    static func < (left: ComparableValue, right: ComparableValue) -> Bool {
        if left.group != right.group { return left.group < right.group }
        if left.isReal != right.isReal { return left.isReal }
        return left.exact < right.exact
    }
}

/// Which values of a list occur in it more than once (`distinct`), texts by 64-bit hashes: whoever
/// makes two collide has only their own request refused.
struct RepeatedValues: ~Copyable {
    private var values: [ComparableValue] = []
    private var isSorted = false

    mutating func removeAll() {
        values.removeAll(keepingCapacity: true)
        isSorted = false
    }

    /// Counts a value; nil stands for values that are not compared.
    mutating func add(_ value: ComparableValue?) {
        if let value { values.append(value) }
    }

    /// Whether an equal value was counted beside this one.
    mutating func contains(_ value: ComparableValue?) -> Bool {
        guard let value else { return false }
        if !isSorted {
            values.sort()
            isSorted = true
        }
        let first = firstIndex(notBelow: ComparableValue(group: value.group, isReal: true))
        guard first < values.count, values[first].group == value.group else { return false }
        if values[first].isReal {
            // An integer's own entry stands behind the floats' that equal it.
            return !value.isReal
                || first + 1 < values.count
                    && values[first + 1].group == value.group
        }
        let same = firstIndex(notBelow: value)
        return same + 1 < values.count && values[same + 1] == value
    }

    private func firstIndex(notBelow value: ComparableValue) -> Int {
        var low = 0
        var high = values.count
        while low < high {
            let middle = (low + high) / 2
            if values[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension RuleEvaluation {
    /// A value as it is compared with others of its list; nil for what is neither text nor number.
    func comparable(_ subject: Subject, _ view: borrowing InputView) -> ComparableValue? {
        guard subject.kind == .string || subject.kind == .integer || subject.kind == .real else {
            return nil
        }
        let text = text(subject, view)
        guard let number = PHPNumber(text), number.real.isFinite else {
            return ComparableValue(group: hash(text))
        }
        // 0.0 and -0.0 are equal.
        let group = (number.real + 0.0).bitPattern
        if number.isInteger {
            let exact = UInt64(bitPattern: Int64(number.integer))
            return ComparableValue(group: group, exact: exact)
        }
        // Two strings of digits that exceed 64 bits are compared as texts; JSON's are floats.
        if number.isOverflown, subject.kind == .string {
            return ComparableValue(group: group, exact: hash(text))
        }
        return ComparableValue(group: group, isReal: true)
    }

    private func hash(_ text: Span<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in text.indices { hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01B3 }
        return hash
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
