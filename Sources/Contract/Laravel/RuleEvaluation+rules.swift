import Bytes
import JSON

extension RuleEvaluation {
    /// Judges one field, or one element of it, whose value is `subject`.
    mutating func judge(
        _ index: Int, _ field: FieldOp, _ subject: Subject, _ program: borrowing InputProgram,
        _ view: borrowing InputView
    ) {
        var key = ByteRange.empty
        var isStopped = false
        for rule in field.rules {
            let op = program.rules[Int(rule)]
            guard applies(op, subject, field.enforced, view),
                !holds(op, subject, field.enforced, program, view)
            else { continue }
            if field.isWildcard, key.isEmpty {
                key = ByteRange(start: keys.count, count: path.count)
                RuleEvaluation.copy(
                    ByteRange(start: 0, count: path.count), of: path, to: &keys)
            }
            let other = op.code == .requiredIf ? copyOther(op, program, view) : .empty
            violations.append(
                Violation(field: Int32(index), rule: rule, key: key, other: other))
            isStopped = op.isImplicit || field.enforced.contains(.bail)
            if isStopped { break }
        }
        if !field.reported.isEmpty, !isStopped { report(index, field, subject, program, view) }
    }

    /// Keeps Laravel's `getDisplayableValue` of the field that a `required_if` depends on.
    private mutating func copyOther(
        _ op: RuleOp, _ program: borrowing InputProgram, _ view: borrowing InputView
    ) -> ByteRange {
        let start = keys.count
        let value = other(op, program)
        switch value.kind {
        case .true: keys.append("true")
        case .false: keys.append("false")
        case .null, .absent: keys.append("empty")
        default:
            let plain = plainText(of: value, view)
            if plain.source == .decoded {
                RuleEvaluation.copy(plain.text, of: decoded, to: &keys)
            } else {
                keys.append(view.text(plain.source).slice(plain.text))
            }
        }
        return ByteRange(start..<keys.count)
    }

    private static func copy(
        _ range: ByteRange, of source: borrowing ByteBuffer, to target: inout ByteBuffer
    ) {
        target.append(source.span.slice(range))
    }

    /// Judges the rules that are only reported, as if they were enforced with all others.
    private mutating func report(
        _ index: Int, _ field: FieldOp, _ subject: Subject, _ program: borrowing InputProgram,
        _ view: borrowing InputView
    ) {
        for rule in field.reported {
            let op = program.rules[Int(rule)]
            guard applies(op, subject, field.all, view),
                !holds(op, subject, field.all, program, view)
            else { continue }
            let report = RuleReport(field: index, rule: Int(rule))
            if !reports.contains(report) { reports.append(report) }
            if op.isImplicit || field.all.contains(.bail) { return }
        }
    }

    /// Whether the rule runs at all: implicit rules always do, others on what is there.
    @inline(__always)
    private func applies(
        _ op: RuleOp, _ subject: Subject, _ traits: FieldTraits, _ view: borrowing InputView
    ) -> Bool {
        if subject.kind == .absent { return op.isImplicit && !traits.contains(.sometimes) }
        if op.isImplicit { return true }
        if subject.kind == .null { return !traits.contains(.nullable) }
        return !isBlank(subject, view)
    }

    /// Whether a string is blank although it was not trimmed: a password's may be.
    @inline(__always)
    private func isBlank(_ subject: Subject, _ view: borrowing InputView) -> Bool {
        guard subject.kind == .string else { return false }
        let text = text(subject, view)
        guard text[0] <= 0x20 else { return false }
        return LaravelTrim.asciiRange(text).isEmpty
    }

    /// Laravel's `validateRequired`.
    func isFilled(_ subject: Subject, _ view: borrowing InputView) -> Bool {
        switch subject.kind {
        case .absent, .null: false
        case .string: !isBlank(subject, view)
        case .array, .object: view.entries(subject.source)[Int(subject.entry)].count > 0
        default: true
        }
    }

    /// A string's text as it stands, without what `text(of:)` makes of other values.
    @_lifetime(borrow self, copy view)
    @inline(__always)
    func text(_ subject: Subject, _ view: borrowing InputView) -> Span<UInt8> {
        if subject.source == .decoded { return decoded.span.slice(subject.text) }
        return view.text(subject.source).slice(subject.text)
    }

    // MARK: Each rule

    private mutating func holds(
        _ op: RuleOp, _ subject: Subject, _ traits: FieldTraits, _ program: borrowing InputProgram,
        _ view: borrowing InputView
    ) -> Bool {
        switch op.code {
        case .string: subject.kind == .string
        case .array: isArray(op, subject, program, view)
        case .integer: isInteger(subject, view)
        case .numeric: number(subject, view) != nil
        case .boolean: isBoolean(subject, view)
        case .list: isList(subject, view)
        case .required: isFilled(subject, view)
        case .requiredWith, .requiredWithAll, .requiredWithout, .requiredWithoutAll, .requiredIf,
            .requiredUnless:
            !isDemanded(op, program, view) || isFilled(subject, view)
        case .present: subject.kind != .absent
        case .filled: subject.kind == .absent || isFilled(subject, view)
        case .prohibited: !isFilled(subject, view)
        case .prohibits: !isFilled(subject, view) || !anyFilled(op, program, view)
        case .min, .max, .between, .size: isSized(op, subject, traits, program, view)
        case .jsonBytesMax: jsonBytes(subject, view) <= bounds(of: op, program).high.integer
        case .distinct: !repeated.contains(comparable(subject, view))
        case .nullable, .sometimes, .bail: true
        case .in: isIn(op, subject, traits, program, view)
        case .notIn: !isIn(op, subject, traits, program, view)
        case .json: isJSON(subject, view)
        default: textHolds(op, subject, program, view)
        }
    }

    /// Rules about a value's text.
    private mutating func textHolds(
        _ op: RuleOp, _ subject: Subject, _ program: borrowing InputProgram,
        _ view: borrowing InputView
    ) -> Bool {
        guard !subject.isContainer else { return false }
        let isString = subject.kind == .string
        let isNumeric = isString || subject.kind == .integer || subject.kind == .real
        let plain = plainText(of: subject, view)
        let text = text(plain, view)
        return switch op.code {
        case .digits, .digitsBetween: isDigits(bounds(of: op, program), text)
        case .startsWith: begins(op, text, program)
        case .endsWith: ends(op, text, program)
        case .regex: isNumeric && program.patterns[Int(op.argument)].matches(text, scratch)
        case .notRegex: isNumeric && !program.patterns[Int(op.argument)].matches(text, scratch)
        case .email: isString && EmailForm.isValid(text)
        case .url: isString && URLForm.isValid(text, schemes: op.strings, program)
        case .ulid: isString && TextForm.isULID(text)
        case .uuid: isString && TextForm.isUUID(text)
        case .alpha, .alphaASCII: isString && TextForm.isWord(text, op.code)
        case .alphaDash, .alphaDashASCII, .alphaNum, .alphaNumASCII:
            isNumeric && TextForm.isWord(text, op.code)
        case .dateFormat:
            isNumeric && DateFormat.matches(text, first(of: op, program))
        default: true
        }
    }

    @_lifetime(borrow program)
    private func first(of op: RuleOp, _ program: borrowing InputProgram) -> Span<UInt8> {
        program.bytes.span.slice(program.strings[Int(op.strings.lowerBound)])
    }
}
