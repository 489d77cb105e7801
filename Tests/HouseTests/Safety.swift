/// Where unsafe code may stand, and that it says why it is sound.
enum Safety {
    /// Modules that own memory, descriptors or a C library.
    static let owners: Set<String> = [
        "Bytes", "Reactor", "Crypto", "TLS", "Redis", "Document", "HTTP2",
    ]
    /// In Contract, what owns PCRE2's patterns.
    static let ownerFiles = ["PCRE", "Pattern", "Regex"]

    static func findings(_ file: SourceFile) -> [Finding] {
        guard file.isSwift, !file.isTest else { return [] }
        let uses = file.lines(withCode: "unsafe").filter { line in
            // `@unsafe` marks a type for those who use it.
            !file.code[line - 1].containsWord(Array("@unsafe".utf8))
        }
        if uses.isEmpty { return [] }
        guard owns(file) else {
            return uses.map { Finding(file, $0, "`unsafe` is for the owners of memory and C") }
        }
        let declarations = topLevelDeclarations(file)
        return uses.compactMap { line in
            // What is true of the first callback of a kind is true of those behind it.
            let end = declarations.first { $0.contains(line - 1) }?.upperBound ?? line
            let isReasoned = file.lines[..<end].contains { $0.contains("SAFETY:") }
            if isReasoned { return nil }
            return Finding(file, line, "no `SAFETY:` above says why this is sound")
        }
    }

    /// Whether the file belongs to an owner of memory or of a C library.
    static func owns(_ file: SourceFile) -> Bool {
        owners.contains(file.target)
            || file.target == "Contract" && ownerFiles.contains { file.name.contains($0) }
    }

    /// Line ranges (from 0) of what stands at the outermost level, with the comments above it.
    private static func topLevelDeclarations(_ file: SourceFile) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        var depth = 0
        for (index, line) in file.code.enumerated() {
            let before = depth
            for byte in line {
                if byte == UInt8(ascii: "{") { depth += 1 }
                if byte == UInt8(ascii: "}") { depth -= 1 }
            }
            if depth == 0, before > 0 || line.contains(UInt8(ascii: "}")) {
                ranges.append(start..<index + 1)
                start = index + 1
            }
        }
        return ranges
    }
}
