import Document

extension Section {
    /// Reports a value that cannot be used.
    func refuse(_ key: String, _ value: Node, because reason: String, remedy: String) {
        findings.error("`\(path(key))` \(reason)", at: value.mark, remedy: remedy)
    }

    /// A text (or a number read as text); nil when missing or something else.
    func text(_ key: String) -> (text: String, node: Node)? {
        guard let value = value(key) else { return nil }
        guard let text = plainText(value) else {
            refuse(key, value, because: "is \(value.kindText), not a text", remedy: "write a text")
            return nil
        }
        return (text, value)
    }

    /// A list of texts, each with its place.
    func texts(_ key: String) -> [(text: String, node: Node)]? {
        guard let elements = list(key) else { return nil }
        var result: [(text: String, node: Node)] = []
        for element in elements {
            if let text = plainText(element) {
                result.append((text, element))
            } else {
                refuse(
                    key, element, because: "holds \(element.kindText) where a text must stand",
                    remedy: "write a text, in quotes if need be")
            }
        }
        return result
    }

    /// `true` or `false`.
    func flag(_ key: String, default fallback: Bool) -> Bool {
        guard let value = value(key) else { return fallback }
        if let flag = value.bool { return flag }
        refuse(
            key, value, because: "is \(value.kindText), not true or false",
            remedy: "write `true` or `false`")
        return fallback
    }

    /// One of a few words.
    func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, of: Choice.Type) -> Choice?
    where Choice.RawValue == String {
        guard let value = value(key) else { return nil }
        if let text = value.text, let choice = Choice(rawValue: text) { return choice }
        let words = Choice.allCases.map(\.rawValue)
        let near = value.string.flatMap { Suggestion.nearest(to: $0, among: words) }
        let offer = words.map { "`\($0)`" }.joined(separator: " or ")
        refuse(
            key, value, because: "is \(value.kindText)",
            remedy: near.map { "did you mean `\($0)`?" } ?? "write \(offer)")
        return nil
    }

    /// A whole number without a unit.
    func count(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let value = value(key) else { return nil }
        guard let number = value.int else {
            refuse(
                key, value, because: "is \(value.kindText), not a whole number",
                remedy: "write a number from \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return inRange(key, value, number, range, unit: { "\($0)" })
    }

    /// A duration in milliseconds.
    func duration(_ key: String, in range: ClosedRange<Int>) -> Int? {
        measured(key, in: range, what: "a duration", read: Units.duration) {
            Units.text(milliseconds: $0)
        }
    }

    /// A size in bytes.
    func size(_ key: String, in range: ClosedRange<Int>) -> Int? {
        measured(key, in: range, what: "a size", read: Units.size) { Units.text(bytes: $0) }
    }

    private func measured(
        _ key: String, in range: ClosedRange<Int>, what: String,
        read: (String) throws(UnitFault) -> Int, show: (Int) -> String
    ) -> Int? {
        guard let value = value(key) else { return nil }
        do throws(UnitFault) {
            guard let text = value.text else { throw UnitFault(remedy: "write \(what)") }
            return inRange(key, value, try read(text), range, unit: show)
        } catch {
            refuse(key, value, because: "is \(value.kindText), not \(what)", remedy: error.remedy)
            return nil
        }
    }

    private func inRange(
        _ key: String, _ value: Node, _ number: Int, _ range: ClosedRange<Int>,
        unit: (Int) -> String
    ) -> Int? {
        guard !range.contains(number) else { return number }
        let limits = "from \(unit(range.lowerBound)) to \(unit(range.upperBound))"
        refuse(
            key, value, because: "is \(value.text ?? "") and must be \(limits)",
            remedy: number < range.lowerBound
                ? "write \(unit(range.lowerBound)) or more"
                : "write \(unit(range.upperBound)) or less")
        return nil
    }

    private func plainText(_ node: Node) -> String? {
        switch node.scalarKind {
        case .string, .integer, .number: node.text
        default: nil
        }
    }
}
