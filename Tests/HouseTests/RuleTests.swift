import Testing

/// That each rule finds what it is there to find, and lets pass what only looks like it.
@Suite struct RuleTests {
    private func source(_ text: String, path: String = "Sources/Bytes/File.swift") -> SourceFile {
        SourceFile(path: path, text: text)
    }

    private static let manifest = Manifest(
        """
        .systemLibrary(name: "CThing"),
        module("Bytes"),
        module("HTTP", ["Bytes", "CThing"]),
        module(
            "Low",
            [
                "High",
            ]),
        module("High"),
        .executableTarget(
            name: "tool",
            dependencies: ["Bytes", .product(name: "Logging", package: "swift-log")]),
        tests("HTTPTests", ["HTTP"]),
        """)

    @Test func `the manifest is read`() {
        #expect(
            Self.manifest.targets == [
                "CThing", "Bytes", "HTTP", "Low", "High", "tool", "HTTPTests",
            ])
        #expect(Self.manifest.dependencies["HTTP"] == ["Bytes", "CThing"])
        #expect(Self.manifest.dependencies["tool"] == ["Bytes", "Logging"])
        #expect(Imports.upwards(Self.manifest) == ["Low"])
    }

    @Test(arguments: [
        ("import Bytes", true), ("package import Bytes", true), ("import CThing", true),
        ("import Synchronization", true), ("// import Foundation", true),
        ("let text = \"import Foundation\"", true), ("import High", false),
        ("private import High", false), ("@preconcurrency import High", false),
        ("import struct High.Thing", false), ("import Foundation", false), ("import Glibc", false),
    ])
    func `an import that is not listed is found`(line: String, passes: Bool) {
        let file = source(line, path: "Sources/HTTP/File.swift")
        #expect(Imports.findings(file, Self.manifest).isEmpty == passes)
    }

    @Test func `comments and strings are no code`() {
        let file = source(
            ##"""
            let a = "fatalError("  // fatalError(
            /* fatalError( /* nested */ fatalError( */ let b = 1
            let c = "quoted \" fatalError( \(d("fatalError(")) fatalError("
            let e = #"raw " \ fatalError( "#, f = fatalError()
            let g = """
                fatalError( " fatalError(
                """
            """##)
        #expect(file.lines(withCode: "fatalError(") == [4])
    }

    @Test(arguments: [
        ("print(1)", "Sources/Bytes/File.swift", false),
        ("fingerprint(1)", "Sources/Bytes/File.swift", true),
        ("print(1)", "Sources/bawaba/File.swift", true),
        ("try! load()", "Sources/bawaba/File.swift", false),
        ("let a: any Error", "Sources/HTTP1/File.swift", false),
        ("let a: any Error", "Sources/Policy/File.swift", true),
        ("if case .any = a { any() }", "Sources/HTTP1/File.swift", true),
        ("final class A: @unchecked Sendable {}", "Sources/Document/File.swift", true),
        ("let anyone = many", "Sources/HTTP1/File.swift", true),
        ("usleep(10)", "Tests/BytesTests/File.swift", false),
        ("try await Task.sleep(for: .seconds(1))", "Tests/BytesTests/File.swift", false),
        ("@Test(.disabled())", "Tests/BytesTests/File.swift", false),
        ("final class A: @unchecked Sendable {}", "Sources/Policy/File.swift", false),
        ("mutex.withLock { }", "Sources/Gateway/File.swift", false),
        ("mutex.withLockIfAvailable { }", "Sources/Gateway/File.swift", true),
    ])
    func `a banned call is found`(code: String, path: String, passes: Bool) {
        let file = source(code, path: path)
        #expect(Ban.all.flatMap { $0.findings(file) }.isEmpty == passes)
    }

    @Test func `left-over markers, machine paths and catch-all files are found`() {
        let words = Texts.markers + Texts.machinePaths.map { "cd \($0)x" }
        for word in words { #expect(Texts.findings(source("// \(word)")).count == 1, "\(word)") }
        #expect(Texts.findings(source("", path: "Sources/Bytes/Utils.swift")).count == 1)
        #expect(Texts.findings(source("// a to-do list of the mastodon")).isEmpty)
    }

    @Test(arguments: [-1, 0, 1])
    func `lengths are found at their limits`(excess: Int) {
        let file = source(
            String(repeating: "\n", count: Lengths.fileLinesMax + excess))
        #expect(Lengths.findings(file).isEmpty == (excess <= 0))
        let line = source(
            String(repeating: "é", count: Lengths.lineCharactersMax + excess))
        #expect(Lengths.findings(line).isEmpty == (excess <= 0))
        let body = String(repeating: "    go()\n", count: Lengths.functionLinesMax - 3 + excess)
        let function = source("struct A {\nfunc long(\n    a: Int) {\n\(body)}\nvar b = A()\n}")
        #expect(Lengths.findings(function).isEmpty == (excess <= 0))
        let call = source("let a = A.init(b: { c in\n\(body)\n\n\n})")
        #expect(Lengths.findings(call).isEmpty)
    }

    @Test func `a declaration without a body has no length`() {
        let members = String(repeating: "    let a: Int\n", count: 70)
        let file = source("protocol P {\n    func a(\n        b: Int) -> Int\n\(members)}\n")
        #expect(Lengths.findings(file).isEmpty)
    }

    @Test func `unsafe code without an owner or a reason is found`() {
        let reasoned =
            "struct A {\n// SAFETY: because\nfunc a() { unsafe b() }\nlet c = unsafe d\n}"
        let bare = "struct B {\n    func a() { unsafe b() }\n}"
        #expect(Safety.findings(source(reasoned)).isEmpty)
        #expect(Safety.findings(source(reasoned + "\n" + bare)).isEmpty)
        #expect(Safety.findings(source(bare + "\n" + reasoned)).map(\.line) == [2])
        #expect(Safety.findings(source("@unsafe struct A { let a: Int }")).isEmpty)
        #expect(Safety.findings(source(reasoned, path: "Sources/Gateway/A.swift")).count == 2)
        #expect(Safety.findings(source(bare, path: "Tests/GatewayTests/A.swift")).isEmpty)
        #expect(Safety.findings(source("struct A {\n// unsafe\nlet a = \"unsafe\"\n}")).isEmpty)
    }
}
