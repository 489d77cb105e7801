package import Bytes
import JSON

/// Values of the input that was judged last, for handlers at the edge: as the validator saw them,
/// trimmed, the query's where the body has none of that name.
extension InputJudge {
    /// Appends the text of a string or a number at the top of the input.
    ///
    /// - Parameters:
    ///   - body: the body that was judged, with its `encoding`.
    ///   - inQuery: whether the query's counts where the body has none.
    /// - Returns: false, and nothing appended, when it is absent, blank or something else.
    package mutating func appendText(
        of name: StaticString, _ encoding: InputEncoding, body: Span<UInt8>,
        inQuery: Bool = true, to buffer: inout ByteBuffer
    ) -> Bool {
        let json: Span<UInt8>? = encoding == .json ? body : nil
        return Self.append(
            &evaluation, name, reading, json: json, asJSON: false, inQuery: inQuery, &buffer)
    }

    /// What PHP makes an integer of a value at the top of the input, where the validator takes it
    /// for one: `60`, `60.0`, `"+60"`. Nil when it is absent or none.
    package mutating func integer(
        of name: StaticString, _ encoding: InputEncoding, body: Span<UInt8>
    ) -> Int? {
        var text = ByteBuffer()
        guard appendText(of: name, encoding, body: body, to: &text) else { return nil }
        let number = PHPNumber(text.span)
        guard let number else { return nil }
        return number.isInteger ? number.integer : Int(exactly: number.real)
    }

    /// Appends a value at the top of the input as compact JSON, as PHP keeps it: of members with
    /// one name the last, what is blank null.
    ///
    /// - Returns: false, and nothing appended, when it is absent.
    package mutating func appendJSON(
        of name: StaticString, _ encoding: InputEncoding, body: Span<UInt8>,
        to buffer: inout ByteBuffer
    ) -> Bool {
        let json: Span<UInt8>? = encoding == .json ? body : nil
        return Self.append(
            &evaluation, name, reading, json: json, asJSON: true, inQuery: true, &buffer)
    }

    private static func append(
        _ evaluation: inout RuleEvaluation, _ name: StaticString,
        _ reading: borrowing InputReading, json: Span<UInt8>?, asJSON: Bool, inQuery: Bool,
        _ buffer: inout ByteBuffer
    ) -> Bool {
        if let json {
            append(&evaluation, name, reading.view(of: json), asJSON, inQuery, &buffer)
        } else {
            append(&evaluation, name, reading.view(), asJSON, inQuery, &buffer)
        }
    }

    private static func append(
        _ evaluation: inout RuleEvaluation, _ name: StaticString, _ view: borrowing InputView,
        _ asJSON: Bool, _ inQuery: Bool, _ buffer: inout ByteBuffer
    ) -> Bool {
        let place = evaluation.place(of: name, view)
        if !inQuery, place.source == .query { return false }
        let subject = evaluation.subject(place, isUntrimmed: false, view)
        switch subject.kind {
        case .absent: return false
        case .string, .integer, .real:
            if !asJSON {
                buffer.append(evaluation.text(subject, view))
                return true
            }
        default: if !asJSON { return false }
        }
        evaluation.appendJSON(subject, view, to: &buffer)
        return true
    }
}

extension RuleEvaluation {
    /// Where a name stands at the top of the input: the last of the body's, else the query's.
    func place(of name: StaticString, _ view: borrowing InputView) -> Place {
        let body = place(of: name, .body, view)
        return body.entry >= 0 ? body : place(of: name, .query, view)
    }

    private func place(
        of name: StaticString, _ source: InputSource, _ view: borrowing InputView
    ) -> Place {
        let entries = view.entries(source)
        let wanted = literalBytes(name)
        var place = Place(source: source, entry: -1)
        guard entries.count > 0, entries[0].kind == .object else { return place }
        var cursor = 1
        while cursor < Int(entries[0].next) {
            let raw = view.raw(source, entries[cursor])
            let isMeant =
                entries[cursor].isEscaped ? JSONText.means(raw, wanted) : raw.equals(wanted)
            if isMeant { place.entry = Int32(cursor + 1) }
            cursor = Int(entries[cursor + 1].next)
        }
        return place
    }

    /// Appends a value as compact JSON.
    mutating func appendJSON(
        _ subject: Subject, _ view: borrowing InputView, to buffer: inout ByteBuffer
    ) {
        switch subject.kind {
        case .absent, .null: buffer.append("null")
        case .true: buffer.append("true")
        case .false: buffer.append("false")
        case .integer, .real: buffer.append(text(subject, view))
        case .string: buffer.appendJSON(string: text(subject, view))
        case .array:
            let entries = view.entries(subject.source)
            let end = Int(entries[Int(subject.entry)].next)
            var cursor = Int(subject.entry) + 1
            buffer.append("[")
            while cursor < end {
                if cursor > Int(subject.entry) + 1 { buffer.append(",") }
                appendJSON(entry: cursor, subject.source, view, to: &buffer)
                cursor = Int(entries[cursor].next)
            }
            buffer.append("]")
        case .object:
            let base = members.count
            members.collect(Int(subject.entry), subject.source, view)
            buffer.append("{")
            for index in base..<members.count {
                if index > base { buffer.append(",") }
                let kept = decoded.count
                let name = view.entries(subject.source)[Int(members.names[index])]
                JSONText.decode(view.raw(subject.source, name), into: &decoded)
                buffer.appendJSON(string: decoded.span.extracting(kept..<decoded.count))
                decoded.truncate(to: kept)
                buffer.append(":")
                appendJSON(entry: Int(members.values[index]), subject.source, view, to: &buffer)
            }
            buffer.append("}")
            members.truncate(to: base)
        }
    }

    private mutating func appendJSON(
        entry: Int, _ source: InputSource, _ view: borrowing InputView, to buffer: inout ByteBuffer
    ) {
        let kept = decoded.count
        defer { decoded.truncate(to: kept) }
        let place = Place(source: source, entry: Int32(entry))
        appendJSON(subject(place, isUntrimmed: false, view), view, to: &buffer)
    }
}
