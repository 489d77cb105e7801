import Testing

/// The rules of the house, held against every file of it.
@Suite struct HouseTests {
    private static let tree = SourceTree()
    private static let files = tree.sourceFiles()
    private static let manifest = Manifest(tree.text(of: "Package.swift"))

    private func expectNone(_ findings: [Finding]) {
        for finding in findings { Issue.record("\(finding)") }
    }

    @Test func `the tree and the manifest were found`() {
        #expect(Self.files.count > 20)
        #expect(Self.manifest.targets.contains("Bytes"))
        #expect(Self.manifest.dependencies["HTTP1"] == ["Bytes", "HTTP"])
        #expect(Self.manifest.dependencies["bawaba"]?.contains("ArgumentParser") == true)
    }

    @Test func `modules import what the manifest lists`() {
        expectNone(Self.files.flatMap { Imports.findings($0, Self.manifest) })
    }

    @Test func `modules list only what stands above them`() {
        #expect(Imports.upwards(Self.manifest) == [])
    }

    @Test func `files, functions and lines are short`() {
        expectNone(Self.files.flatMap(Lengths.findings))
    }

    @Test func `nothing banned is called`() {
        expectNone(Self.files.flatMap { file in Ban.all.flatMap { $0.findings(file) } })
    }

    @Test func `nothing is left to do, and no path is one machine's`() {
        expectNone(Self.files.flatMap(Texts.findings))
    }

    @Test func `unsafe code has an owner and a reason`() {
        expectNone(Self.files.flatMap(Safety.findings))
    }

    @Test func `the top level is the one agreed on`() {
        let agreed: Set = [
            "Package.swift", "Package.resolved", "Makefile", "README.md", "Sources", "Tests",
            "policies", "docker",
        ]
        #expect(Self.tree.entries(of: ".").filter { !agreed.contains($0) } == [])
    }

    @Test func `every module has a folder, and every folder a module`() {
        let sources = Set(Self.tree.entries(of: "Sources"))
        let tests = Set(Self.tree.entries(of: "Tests"))
        let declared = Set(Self.manifest.targets.filter { !tests.contains($0) })
        #expect(sources.filter { !$0.hasSuffix(".md") } == declared)
    }

    @Test func `Redis' ACL for containers allows what is sent, and no more`() {
        let sent = RedisCommands.sent(by: Self.files)
        #expect(sent.isSuperset(of: ["HMGET", "GET", "EVALSHA", "PEXPIRE", "HDEL", "XADD"]))
        let allowed = RedisCommands.allowed(by: Self.tree.text(of: "docker/secrets.sh"))
        #expect(sent.subtracting(allowed) == [], "add them to docker/secrets.sh and its README")
        #expect(allowed.subtracting(sent) == [], "nobody sends them any more")
    }

    @Test(.timeLimit(.minutes(3)))
    func `swift format has nothing to say`() throws {
        let paths = ["Package.swift", "Sources", "Tests"].map { "\(Self.tree.root)/\($0)" }
        let result = try Command.run(
            ["swift", "format", "lint", "--strict", "--parallel", "--recursive"] + paths)
        #expect(result.status == 0, "\(result.text)")
    }
}
