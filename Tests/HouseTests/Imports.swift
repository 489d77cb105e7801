/// Which module may import which: what the manifest lists, and what stands above.
enum Imports {
    /// Modules of the toolchain that anyone may import.
    static let toolchain: Set<String> = ["Synchronization"]
    /// Those that only tests may import.
    static let toolchainOfTests: Set<String> = ["Testing", "Glibc"]

    static let banned = [
        "Foundation": "adds 34 MB of ICU tables to the binary and allocates on every path",
        "FoundationEssentials": "is Foundation's larger half",
        "Dispatch": "threads are the Reactor's; work crosses between them by Mailbox",
        "XCTest": "tests are written with Swift Testing",
    ]

    /// Imports that the manifest does not list, and banned ones.
    static func findings(_ file: SourceFile, _ manifest: Manifest) -> [Finding] {
        let listed = Set(manifest.dependencies[file.target] ?? [])
        return file.lines.indices.compactMap { index in
            guard let module = imported(file.lines[index]) else { return nil }
            if let reason = banned[module] {
                return Finding(file, index + 1, "\(module) is banned: it \(reason)")
            }
            if toolchain.contains(module) || listed.contains(module) { return nil }
            if file.isTest, toolchainOfTests.contains(module) { return nil }
            return Finding(
                file, index + 1, "the manifest does not let \(file.target) import \(module)")
        }
    }

    /// Modules that list one which the manifest declares behind them.
    static func upwards(_ manifest: Manifest) -> [String] {
        var above = Set<String>()
        return manifest.targets.filter { target in
            defer { above.insert(target) }
            let known = Set(manifest.targets)
            return (manifest.dependencies[target] ?? []).contains {
                known.contains($0) && !above.contains($0)
            }
        }
    }

    /// The module that a line imports.
    private static func imported(_ line: String) -> String? {
        let words = line.split(separator: " ")
        guard let keyword = words.firstIndex(of: "import"), keyword + 1 < words.count,
            words[..<keyword].allSatisfy({ $0.hasPrefix("@") || modifiers.contains($0) })
        else { return nil }
        // `import struct High.Thing` names a module as well.
        let name = kinds.contains(words[keyword + 1]) ? words.last : words[keyword + 1]
        return name?.split(separator: ".").first.map(String.init)
    }

    private static let modifiers: Set<Substring> = [
        "public", "package", "internal", "fileprivate", "private",
    ]

    private static let kinds: Set<Substring> = [
        "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
    ]
}
