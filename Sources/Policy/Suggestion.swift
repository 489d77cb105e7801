/// Which of the known names a misspelt one probably stands for.
enum Suggestion {
    /// The remedy for an unknown name: the nearest known one, or else what there is to choose from.
    static func remedy(for name: String, among known: [String]) -> String {
        if let near = nearest(to: name, among: known) { return "did you mean `\(near)`?" }
        if known.isEmpty { return "there is none to name" }
        let shown = known.prefix(16).joined(separator: ", ")
        return known.count > 16
            ? "known are \(shown) and \(known.count - 16) more" : "known are \(shown)"
    }

    /// The known name with the fewest edits, when they are few for its length.
    static func nearest(to name: String, among known: [String]) -> String? {
        let wanted = folded(name)
        var best: (name: String, edits: Int)?
        for candidate in known {
            let other = folded(candidate)
            let edits = edits(from: wanted, to: other)
            let allowed = max(1, min(wanted.count, other.count) / 3)
            if edits <= allowed, edits < best?.edits ?? .max { best = (candidate, edits) }
        }
        return best?.name
    }

    /// Case and the choice between `_`, `-` and nothing are what people mix up most.
    private static func folded(_ name: String) -> [UInt8] {
        name.lowercased().utf8.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") }
    }

    /// Insertions, deletions, replacements and swaps of neighbours that lead from one to the other.
    private static func edits(from one: [UInt8], to other: [UInt8]) -> Int {
        var before: [Int] = []
        var previous = Array(0...other.count)
        for row in one.indices {
            var current = [row + 1]
            for column in other.indices {
                let replaced = previous[column] + (one[row] == other[column] ? 0 : 1)
                var least = min(replaced, previous[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, one[row] == other[column - 1],
                    one[row - 1] == other[column]
                {
                    least = min(least, before[column - 1] + 1)
                }
                current.append(least)
            }
            before = previous
            previous = current
        }
        return previous[other.count]
    }
}
