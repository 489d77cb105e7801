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
}
