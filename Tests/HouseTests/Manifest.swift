/// What the manifest says about targets: which there are, in order, and what each may import.
struct Manifest {
    private(set) var targets: [String] = []
    private(set) var dependencies: [String: [String]] = [:]

    /// Reads `module(…)`, `tests(…)`, `.target(…)`, `.systemLibrary(…)` and `.executableTarget(…)`
    /// as `Package.swift` writes them.
    init(_ text: String) {
        var calls: [(start: String.Index, literals: [String])] = []
        for call in [
            "module(", "tests(", ".target(", ".systemLibrary(", ".executableTarget(",
        ] {
            var rest = Substring(text)
            while let start = rest.firstRange(of: call) {
                rest = rest[start.upperBound...]
                calls.append((start.lowerBound, Self.literals(Self.argument(rest))))
            }
        }
        for (_, literals) in calls.sorted(by: { $0.start < $1.start }) {
            guard let name = literals.first else { continue }
            targets.append(name)
            dependencies[name] = Array(literals.dropFirst())
        }
    }

    /// The text up to the parenthesis that closes the call.
    private static func argument(_ text: Substring) -> Substring {
        var depth = 1
        let end = text.firstIndex { character in
            depth += character == "(" ? 1 : character == ")" ? -1 : 0
            return depth == 0
        }
        return text[..<(end ?? text.endIndex)]
    }

    /// The string literals in a text; what stands behind `package:` or `path:` is no module.
    private static func literals(_ text: Substring) -> [String] {
        let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
        return parts.indices.filter { index in
            let before = index > 0 ? parts[index - 1] : ""
            return index % 2 == 1 && !before.hasSuffix("package: ") && !before.hasSuffix("path: ")
        }.map { String(parts[$0]) }
    }
}
