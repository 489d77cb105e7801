import Document

/// What was found while a policy is read. A reader goes on after each finding, so that an author
/// sees all of them at once.
final class Findings {
    private(set) var diagnostics: [Diagnostic] = []

    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    func error(_ message: String, at mark: Mark?, remedy: String) {
        diagnostics.append(.error(message, at: mark, remedy: remedy))
    }

    func warning(_ message: String, at mark: Mark?, remedy: String) {
        diagnostics.append(.warning(message, at: mark, remedy: remedy))
    }

    func add(_ others: [Diagnostic]) {
        diagnostics.append(contentsOf: others)
    }

    /// The findings in reading order: those without a place, then file by file as they first came
    /// up, each from top to bottom; the same finding at the same place once.
    func sorted(firstFile: String) -> [Diagnostic] {
        var ranks: [String: Int] = [firstFile: 0]
        for diagnostic in diagnostics {
            guard let file = diagnostic.mark?.file, ranks[file] == nil else { continue }
            ranks[file] = ranks.count
        }
        func place(_ diagnostic: Diagnostic) -> (Int, Int, Int) {
            guard let mark = diagnostic.mark else { return (-1, 0, 0) }
            return (ranks[mark.file] ?? 0, mark.line, mark.column)
        }
        var result: [Diagnostic] = []
        let order = diagnostics.indices.sorted {
            let (one, other) = (place(diagnostics[$0]), place(diagnostics[$1]))
            return one == other ? $0 < $1 : one < other
        }
        for index in order where result.last != diagnostics[index] {
            result.append(diagnostics[index])
        }
        return result
    }
}
