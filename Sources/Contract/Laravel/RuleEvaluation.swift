import Bytes
import JSON

/// One judgement: where the program's names stand in the input, and which rules that breaks.
struct RuleEvaluation: ~Copyable {
    /// A broken rule of a field, or of one element of it.
    struct Violation {
        var field: Int32
        var rule: Int32
        /// The element's path in `keys`; empty for fields without `*`.
        var key: ByteRange
        /// In `keys`: the value of the field that a `required_if` depends on.
        var other: ByteRange
    }

    /// Where a name of the program stands: an entry, -1 when nowhere.
    struct Place {
        var source: InputSource
        var entry: Int32
    }

    var places: [Place] = []
    /// The values of the program's names.
    var subjects: [Subject] = []
    /// Strings without escapes, numbers as PHP writes them.
    var decoded = ByteBuffer()
    var members = MemberList()
    /// The path of the element that is being judged.
    var path = ByteBuffer()
    /// The paths of elements that broke a rule.
    var keys = ByteBuffer()
    var violations: [Violation] = []
    var reports: [RuleReport] = []
    var overridesMethod = false
    var repeated = RepeatedValues()
    /// For strings that should be JSON themselves.
    var nested = Tape()
    let scratch = MatchScratch()

    /// Forgets the last input.
    mutating func reset(_ program: borrowing InputProgram) {
        violations.removeAll(keepingCapacity: true)
        reports.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        subjects.removeAll(keepingCapacity: true)
        decoded.removeAll()
        keys.removeAll()
        overridesMethod = false
    }

    mutating func run(_ program: borrowing InputProgram, _ view: borrowing InputView) {
        for _ in program.nodes.indices { places.append(Place(source: .body, entry: -1)) }
        locate(program, view)
        overridesMethod = places[program.methodNode].entry >= 0
        for node in program.nodes.indices {
            subjects.append(
                subject(places[node], isUntrimmed: program.nodes[node].isUntrimmed, view))
        }
        for index in program.fields.indices {
            let field = program.fields[index]
            if field.isWildcard {
                expand(index, field, program, view)
            } else {
                judge(index, field, subjects[Int(field.node)], program, view)
            }
            if violations.count >= Bounds.violationsMax { return }
        }
    }

    // MARK: Finding values

    /// Finds the program's names: the body's own, then the query's for what the body lacks.
    private mutating func locate(_ program: borrowing InputProgram, _ view: borrowing InputView) {
        if view.bodyEntries.count > 0 { locate(below: 0, .body, 0, program, view) }
        guard view.queryEntries.count > 0 else { return }
        let root = program.nodes[0].children
        var cursor = 1
        let end = Int(view.queryEntries[0].next)
        while cursor < end {
            let child = node(named: view.raw(.query, view.queryEntries[cursor]), in: root, program)
            if let child, places[child].entry < 0 {
                places[child] = Place(source: .query, entry: Int32(cursor + 1))
                locate(below: child, .query, cursor + 1, program, view)
            }
            cursor = Int(view.queryEntries[cursor + 1].next)
        }
    }

    /// Finds the names below one node. The last of several equal names counts.
    private mutating func locate(
        below node: Int, _ source: InputSource, _ entry: Int, _ program: borrowing InputProgram,
        _ view: borrowing InputView
    ) {
        let children = program.nodes[node].children
        let entries = view.entries(source)
        guard !children.isEmpty, entries[entry].isContainer else { return }
        if entries[entry].kind == .array {
            locateElements(children, source, entry, program, view)
        } else {
            var cursor = entry + 1
            let end = Int(entries[entry].next)
            while cursor < end {
                let key = entries[cursor]
                if let child = find(key, source, in: children, program, view) {
                    places[child] = Place(source: source, entry: Int32(cursor + 1))
                }
                cursor = Int(entries[cursor + 1].next)
            }
        }
        for child in children where places[Int(child)].entry >= 0 {
            locate(below: Int(child), source, Int(places[Int(child)].entry), program, view)
        }
    }

    /// An array's elements are found by their index.
    private mutating func locateElements(
        _ children: Range<Int32>, _ source: InputSource, _ entry: Int,
        _ program: borrowing InputProgram, _ view: borrowing InputView
    ) {
        let entries = view.entries(source)
        for child in children {
            let key = program.bytes.span.slice(program.nodes[Int(child)].key)
            guard let wanted = key.decimalValue(), wanted < Int(entries[entry].count) else {
                continue
            }
            var cursor = entry + 1
            for _ in 0..<wanted { cursor = Int(entries[cursor].next) }
            places[Int(child)] = Place(source: source, entry: Int32(cursor))
        }
    }

    @inline(__always)
    private func find(
        _ key: TapeEntry, _ source: InputSource, in children: Range<Int32>,
        _ program: borrowing InputProgram, _ view: borrowing InputView
    ) -> Int? {
        let raw = view.raw(source, key)
        guard key.isEscaped else { return node(named: raw, in: children, program) }
        let bytes = program.bytes.span
        for child in children {
            if JSONText.means(raw, bytes.slice(program.nodes[Int(child)].key)) { return Int(child) }
        }
        return nil
    }

    @inline(__always)
    private func node(
        named name: Span<UInt8>, in children: Range<Int32>, _ program: borrowing InputProgram
    ) -> Int? {
        let bytes = program.bytes.span
        for child in children {
            let key = program.nodes[Int(child)].key
            if Int(key.count) == name.count, bytes.slice(key).equals(name) { return Int(child) }
        }
        return nil
    }

    /// The value at a place as the validator sees it: trimmed, and null when that leaves nothing.
    mutating func subject(
        _ place: Place, isUntrimmed: Bool, _ view: borrowing InputView
    ) -> Subject {
        guard place.entry >= 0 else { return .absent }
        let entry = view.entries(place.source)[Int(place.entry)]
        let range = ByteRange(start: Int(entry.start), count: Int(entry.count))
        switch entry.kind {
        case .string, .key:
            return string(entry, place.source, isUntrimmed: isUntrimmed, view)
        case .null: return Subject(.null)
        case .true: return Subject(.true)
        case .false: return Subject(.false)
        case .integer: return Subject(.integer, place.source, range)
        case .real: return Subject(.real, place.source, range)
        case .array: return Subject(.array, place.source, entry: Int(place.entry))
        case .object: return Subject(.object, place.source, entry: Int(place.entry))
        }
    }

    private mutating func string(
        _ entry: TapeEntry, _ source: InputSource, isUntrimmed: Bool, _ view: borrowing InputView
    ) -> Subject {
        let raw = view.raw(source, entry)
        guard entry.isEscaped else {
            let trimmed = isUntrimmed ? 0..<raw.count : LaravelTrim.range(raw, isUTF8: false)
            if trimmed.isEmpty { return Subject(.null) }
            let start = Int(entry.start) + trimmed.lowerBound
            return Subject(.string, source, ByteRange(start: start, count: trimmed.count))
        }
        let start = decoded.count
        JSONText.decode(raw, into: &decoded)
        let text = decoded.span.extracting(start..<decoded.count)
        let trimmed = isUntrimmed ? 0..<text.count : LaravelTrim.range(text, isUTF8: true)
        if trimmed.isEmpty { return Subject(.null) }
        return Subject(
            .string, .decoded, ByteRange(start: start + trimmed.lowerBound, count: trimmed.count))
    }
}
