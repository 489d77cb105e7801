import Bytes
import JSON

/// Fields below a `*`: Laravel judges them for each element that is there.
extension RuleEvaluation {
    /// Judges every element that a field's path names.
    mutating func expand(
        _ index: Int, _ field: FieldOp, _ program: borrowing InputProgram,
        _ view: borrowing InputView
    ) {
        let place = places[Int(field.node)]
        guard place.entry >= 0 || field.node == 0 else { return }
        path.removeAll()
        let bytes = program.bytes.span
        let whole = bytes.slice(field.path)
        // The path's beginning, up to the dot in front of the first `*`.
        if let star = whole.firstIndex(of: UInt8(ascii: "*")), star > 0 {
            path.append(whole.extracting(0..<star - 1))
        }
        let hasDistinct = hasDistinct(field, program)
        if hasDistinct {
            repeated.removeAll()
            walk(index, field, field.rest, place, isCounting: true, program, view)
        }
        walk(index, field, field.rest, place, isCounting: false, program, view)
    }

    private func hasDistinct(_ field: FieldOp, _ program: borrowing InputProgram) -> Bool {
        for rule in field.rules.lowerBound..<field.reported.upperBound
        where program.rules[Int(rule)].code == .distinct {
            return true
        }
        return false
    }

    /// Follows the rest of a path from one value; the path's own length bounds the recursion.
    private mutating func walk(
        _ index: Int, _ field: FieldOp, _ rest: Range<Int32>, _ place: Place, isCounting: Bool,
        _ program: borrowing InputProgram, _ view: borrowing InputView
    ) {
        guard violations.count < Bounds.violationsMax else { return }
        guard !rest.isEmpty else {
            let subject = subject(place, isUntrimmed: false, view)
            if isCounting {
                repeated.add(comparable(subject, view))
            } else {
                judge(index, field, subject, program, view)
            }
            return
        }
        let name = program.strings[Int(rest.lowerBound)]
        let next = rest.lowerBound + 1..<rest.upperBound
        let length = path.count
        guard name.isEmpty else {
            let bytes = program.bytes.span.slice(name)
            append(bytes)
            let found = member(bytes, of: place, view)
            walk(index, field, next, found, isCounting: isCounting, program, view)
            path.truncate(to: length)
            return
        }
        guard place.entry >= 0 else { return }
        switch view.entries(place.source)[Int(place.entry)].kind {
        case .array:
            walkArray(index, field, next, place, isCounting: isCounting, program, view)
        case .object:
            walkObject(index, field, next, place, isCounting: isCounting, program, view)
        default: return
        }
    }

    private mutating func walkArray(
        _ index: Int, _ field: FieldOp, _ next: Range<Int32>, _ place: Place, isCounting: Bool,
        _ program: borrowing InputProgram, _ view: borrowing InputView
    ) {
        let length = path.count
        let entries = view.entries(place.source)
        var cursor = Int(place.entry) + 1
        for number in 0..<Int(entries[Int(place.entry)].count) {
            if length > 0 { path.append(UInt8(ascii: ".")) }
            path.append(decimal: number)
            let element = Place(source: place.source, entry: Int32(cursor))
            walk(index, field, next, element, isCounting: isCounting, program, view)
            path.truncate(to: length)
            cursor = Int(entries[cursor].next)
        }
    }

    private mutating func walkObject(
        _ index: Int, _ field: FieldOp, _ next: Range<Int32>, _ place: Place, isCounting: Bool,
        _ program: borrowing InputProgram, _ view: borrowing InputView
    ) {
        let length = path.count
        let base = members.count
        members.collect(Int(place.entry), place.source, view)
        let end = members.count
        for member in base..<end {
            let key = view.entries(place.source)[Int(members.names[member])]
            if length > 0 { path.append(UInt8(ascii: ".")) }
            if key.isEscaped {
                JSONText.decode(view.raw(place.source, key), into: &path)
            } else {
                path.append(view.raw(place.source, key))
            }
            let element = Place(source: place.source, entry: members.values[member])
            walk(index, field, next, element, isCounting: isCounting, program, view)
            path.truncate(to: length)
        }
        members.truncate(to: base)
    }

    private mutating func append(_ name: Span<UInt8>) {
        if !path.isEmpty { path.append(UInt8(ascii: ".")) }
        path.append(name)
    }

    /// The member of that name, or the element of that index, of the value at a place.
    private func member(
        _ name: Span<UInt8>, of place: Place, _ view: borrowing InputView
    ) -> Place {
        var found = Place(source: place.source, entry: -1)
        guard place.entry >= 0 else { return found }
        let entries = view.entries(place.source)
        let container = entries[Int(place.entry)]
        var cursor = Int(place.entry) + 1
        if container.kind == .array, let wanted = name.decimalValue(), wanted < container.count {
            for _ in 0..<wanted { cursor = Int(entries[cursor].next) }
            found.entry = Int32(cursor)
        }
        guard container.kind == .object else { return found }
        while cursor < Int(container.next) {
            let raw = view.raw(place.source, entries[cursor])
            if entries[cursor].isEscaped ? JSONText.means(raw, name) : raw.equals(name) {
                found.entry = Int32(cursor + 1)
            }
            cursor = Int(entries[cursor + 1].next)
        }
        return found
    }
}
