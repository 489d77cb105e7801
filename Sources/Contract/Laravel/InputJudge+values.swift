package import Bytes
import JSON

/// Values of the input that was judged last, for handlers at the edge: as the validator saw them,
/// trimmed, the query's where the body has none of that name.
extension InputJudge {
    /// Appends the text of a string at the top of the input.
    ///
    /// - Parameter body: the body that was judged, with its `encoding`.
    /// - Returns: false, and nothing appended, when it is absent, blank or no string.
    package mutating func appendText(
        of name: StaticString, _ encoding: InputEncoding, body: Span<UInt8>,
        to buffer: inout ByteBuffer
    ) -> Bool {
        let json: Span<UInt8>? = encoding == .json ? body : nil
        return Self.appendText(&evaluation, name, reading, json: json, &buffer)
    }

    private static func appendText(
        _ evaluation: inout RuleEvaluation, _ name: StaticString,
        _ reading: borrowing InputReading, json: Span<UInt8>?, _ buffer: inout ByteBuffer
    ) -> Bool {
        if let json {
            appendText(&evaluation, name, reading.view(of: json), &buffer)
        } else {
            appendText(&evaluation, name, reading.view(), &buffer)
        }
    }

    private static func appendText(
        _ evaluation: inout RuleEvaluation, _ name: StaticString, _ view: borrowing InputView,
        _ buffer: inout ByteBuffer
    ) -> Bool {
        let place = evaluation.place(of: name, view)
        let subject = evaluation.subject(place, isUntrimmed: false, view)
        guard subject.kind == .string else { return false }
        buffer.append(evaluation.text(subject, view))
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
}
