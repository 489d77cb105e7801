import Bytes
import JSON

/// What the rules about types, sizes and other fields ask of a value.
extension RuleEvaluation {
    // MARK: Types

    /// PHP's `FILTER_VALIDATE_INT`, before which every scalar becomes text.
    func isInteger(_ subject: Subject, _ view: borrowing InputView) -> Bool {
        switch subject.kind {
        case .true: return true
        case .integer: return PHPNumber.integer(text(subject, view)) != nil
        case .real: return PHPReal.isIntegral(text(subject, view))
        case .string:
            let text = text(subject, view)
            let trimmed = text.extracting(LaravelTrim.asciiRange(text))
            guard PHPNumber.integer(trimmed) != nil else { return false }
            let sign = ASCII.isDigit(trimmed[0]) ? 0 : 1
            return trimmed[sign] != UInt8(ascii: "0") || trimmed.count == sign + 1
        default: return false
        }
    }

    /// PHP's `is_numeric` and the number, nil where it says no.
    func number(_ subject: Subject, _ view: borrowing InputView) -> PHPNumber? {
        switch subject.kind {
        case .integer, .real, .string: PHPNumber(text(subject, view))
        default: nil
        }
    }

    func isBoolean(_ subject: Subject, _ view: borrowing InputView) -> Bool {
        switch subject.kind {
        case .true, .false: true
        case .integer, .string:
            text(subject, view).equals("0") || text(subject, view).equals("1")
                || (subject.kind == .integer && text(subject, view).equals("-0"))
        default: false
        }
    }

    /// An array or object; with names, only these are in it.
    mutating func isArray(
        _ op: RuleOp, _ subject: Subject, _ program: borrowing InputProgram,
        _ view: borrowing InputView
    ) -> Bool {
        guard subject.isContainer, !op.strings.isEmpty else { return subject.isContainer }
        let entries = view.entries(subject.source)
        let entry = Int(subject.entry)
        if subject.kind == .array {
            for index in 0..<Int(entries[entry].count) {
                let start = decoded.count
                decoded.append(decimal: index)
                let isKnown = isAmong(op, decoded.span.extracting(start..<decoded.count), program)
                decoded.truncate(to: start)
                guard isKnown else { return false }
            }
            return true
        }
        var cursor = entry + 1
        while cursor < Int(entries[entry].next) {
            let start = decoded.count
            JSONText.decode(view.raw(subject.source, entries[cursor]), into: &decoded)
            let isKnown = isAmong(op, decoded.span.extracting(start..<decoded.count), program)
            decoded.truncate(to: start)
            guard isKnown else { return false }
            cursor = Int(entries[cursor + 1].next)
        }
        return true
    }

    /// Whether the keys are 0, 1, 2 and so on: PHP keeps no more of the difference to an object.
    mutating func isList(_ subject: Subject, _ view: borrowing InputView) -> Bool {
        guard subject.kind == .object else { return subject.kind == .array }
        let base = members.count
        members.collect(Int(subject.entry), subject.source, view)
        defer { members.truncate(to: base) }
        for index in base..<members.count {
            let key = view.entries(subject.source)[Int(members.names[index])]
            let name = view.raw(subject.source, key)
            guard name.decimalValue() == index - base, name.count == 1 || name[0] != 0x30 else {
                return false
            }
        }
        return true
    }

    // MARK: Other fields

    /// Whether what a `required_…` rule depends on demands the field.
    func isDemanded(
        _ op: RuleOp, _ program: borrowing InputProgram, _ view: borrowing InputView
    ) -> Bool {
        switch op.code {
        case .requiredWith: anyFilled(op, program, view)
        case .requiredWithAll: !anyMissing(op, program, view)
        case .requiredWithout: anyMissing(op, program, view)
        case .requiredWithoutAll: !anyFilled(op, program, view)
        case .requiredIf:
            other(op, program).kind != .absent && isOneOf(op, other(op, program), program, view)
        default: !isOneOf(op, other(op, program), program, view)
        }
    }

    func other(_ op: RuleOp, _ program: borrowing InputProgram) -> Subject {
        subjects[Int(program.others[Int(op.others.lowerBound)])]
    }

    func anyFilled(
        _ op: RuleOp, _ program: borrowing InputProgram, _ view: borrowing InputView
    ) -> Bool {
        for index in op.others where isFilled(subjects[Int(program.others[Int(index)])], view) {
            return true
        }
        return false
    }

    private func anyMissing(
        _ op: RuleOp, _ program: borrowing InputProgram, _ view: borrowing InputView
    ) -> Bool {
        for index in op.others where !isFilled(subjects[Int(program.others[Int(index)])], view) {
            return true
        }
        return false
    }

    /// Whether another field's value is one of the rule's: `true`, `false` and `null` are meant as
    /// such when the value is of that type.
    private func isOneOf(
        _ op: RuleOp, _ value: Subject, _ program: borrowing InputProgram,
        _ view: borrowing InputView
    ) -> Bool {
        for index in op.strings {
            let wanted = program.bytes.span.slice(program.strings[Int(index)])
            switch value.kind {
            case .absent, .null: if wanted.equalsIgnoringCase("null") { return true }
            case .true: if wanted.equals("true") { return true }
            case .false: if wanted.equals("false") { return true }
            case .array, .object: return false
            default: if PHPText.looselyEqual(text(value, view), wanted) { return true }
            }
        }
        return false
    }

    // MARK: Sizes

    /// Laravel's `getSize`: the number where the field is numeric, items of an array, otherwise
    /// characters of the text, and that even of what is no string.
    private mutating func size(
        _ subject: Subject, _ traits: FieldTraits, _ view: borrowing InputView
    ) -> PHPNumber {
        if traits.contains(.numeric), let number = number(subject, view) { return number }
        switch subject.kind {
        case .array: return PHPNumber(Int(view.entries(subject.source)[Int(subject.entry)].count))
        case .object:
            let base = members.count
            members.collect(Int(subject.entry), subject.source, view)
            defer { members.truncate(to: base) }
            return PHPNumber(members.count - base)
        default:
            let plain = plainText(of: subject, view)
            return PHPNumber(UTF8Text.codePointCount(text(plain, view)))
        }
    }

    func bounds(of op: RuleOp, _ program: borrowing InputProgram) -> RuleBounds {
        program.bounds[Int(op.argument)]
    }

    mutating func isSized(
        _ op: RuleOp, _ subject: Subject, _ traits: FieldTraits, _ program: borrowing InputProgram,
        _ view: borrowing InputView
    ) -> Bool {
        let size = size(subject, traits, view)
        let bounds = bounds(of: op, program)
        return switch op.code {
        case .min: !(size < bounds.low)
        case .max: !(bounds.high < size)
        case .size: size == bounds.low
        default: !(size < bounds.low) && !(bounds.high < size)
        }
    }

    func isDigits(_ bounds: RuleBounds, _ text: Span<UInt8>) -> Bool {
        for index in text.indices where !ASCII.isDigit(text[index]) { return false }
        return text.count >= bounds.low.integer && text.count <= bounds.high.integer
    }

    // MARK: Texts

    /// A scalar as PHP makes text of it; strings are what they are.
    mutating func plainText(of subject: Subject, _ view: borrowing InputView) -> Subject {
        let start = decoded.count
        switch subject.kind {
        case .string: return subject
        case .integer:
            if isPlainInteger(subject, view) { return subject }
            let value = PHPNumber.double(text(subject, view)) ?? 0
            PHPReal.append(value == 0 ? 0 : value, to: &decoded)
        case .real:
            let value = PHPNumber.double(text(subject, view)) ?? 0
            PHPReal.append(value, to: &decoded)
        case .true: decoded.append("1")
        default: break
        }
        return Subject(.string, .decoded, ByteRange(start..<decoded.count))
    }

    /// Whether an integer is one to PHP and spelled as PHP spells it: `-0` is 0, and what exceeds
    /// 64 bits is a float.
    func isPlainInteger(_ subject: Subject, _ view: borrowing InputView) -> Bool {
        let text = text(subject, view)
        return PHPNumber.integer(text) != nil && !text.equals("-0")
    }

    /// Laravel's `in`: loosely for a scalar, text by text for the elements of an `array` field.
    mutating func isIn(
        _ op: RuleOp, _ subject: Subject, _ traits: FieldTraits, _ program: borrowing InputProgram,
        _ view: borrowing InputView
    ) -> Bool {
        if !subject.isContainer {
            let plain = plainText(of: subject, view)
            let text = text(plain, view)
            for index in op.strings {
                let wanted = program.bytes.span.slice(program.strings[Int(index)])
                if PHPText.looselyEqual(text, wanted) { return true }
            }
            return false
        }
        guard traits.contains(.array) else { return false }
        let entries = view.entries(subject.source)
        let step = subject.kind == .object ? 1 : 0
        var cursor = Int(subject.entry) + 1
        while cursor < Int(entries[Int(subject.entry)].next) {
            let place = Place(source: subject.source, entry: Int32(cursor + step))
            let element = self.subject(place, isUntrimmed: false, view)
            let plain = plainText(of: element, view)
            guard !element.isContainer, isAmong(op, text(plain, view), program) else {
                return false
            }
            cursor = Int(entries[cursor + step].next)
        }
        return true
    }

    private func isAmong(
        _ op: RuleOp, _ text: Span<UInt8>, _ program: borrowing InputProgram
    ) -> Bool {
        for index in op.strings
        where program.bytes.span.slice(program.strings[Int(index)]).equals(text) {
            return true
        }
        return false
    }

    func begins(_ op: RuleOp, _ text: Span<UInt8>, _ program: borrowing InputProgram) -> Bool {
        for index in op.strings {
            let wanted = program.bytes.span.slice(program.strings[Int(index)])
            if wanted.count > 0, text.starts(with: wanted) { return true }
        }
        return false
    }

    func ends(_ op: RuleOp, _ text: Span<UInt8>, _ program: borrowing InputProgram) -> Bool {
        for index in op.strings {
            let wanted = program.bytes.span.slice(program.strings[Int(index)])
            guard wanted.count > 0, wanted.count <= text.count else { continue }
            if text.extracting(text.count - wanted.count..<text.count).equals(wanted) {
                return true
            }
        }
        return false
    }

    /// Laravel's `json`: every scalar but null is asked as the text that PHP makes of it.
    mutating func isJSON(_ subject: Subject, _ view: borrowing InputView) -> Bool {
        guard !subject.isContainer, subject.kind != .null else { return false }
        let plain = plainText(of: subject, view)
        do {
            if plain.source == .decoded {
                try RuleEvaluation.parse(plain.text, of: decoded, into: &nested)
            } else {
                try nested.parse(view.text(plain.source).slice(plain.text))
            }
            return true
        } catch {
            return false
        }
    }

    private static func parse(
        _ range: ByteRange, of source: borrowing ByteBuffer, into tape: inout Tape
    ) throws(JSONFault) {
        try tape.parse(source.span.slice(range))
    }
}
