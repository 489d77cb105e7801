import RedisServer
import Testing

/// The Redis user for operators, as docker/README.md writes it, may do what the commands do.
@Suite struct OperatorAccessTests {
    /// The user's rules, with the password `x`.
    private static func rules() throws -> [String] {
        let parts = #filePath.split(separator: "/").dropLast(3)
        let text = try Program.run(
            ["/" + parts.joined(separator: "/") + "/docker/README.md"], program: "cat"
        ).output
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            .drop { !$0.hasPrefix("    user operator on >… ") }.prefix { $0.hasPrefix("    ") }
        let words = lines.flatMap { $0.split(separator: " ") }.dropFirst(2)
        return words.map { $0 == ">…" ? ">x" : String($0) }
    }

    @Test func `every command works with the ACL of the page for operators`() throws {
        let server = try RedisServer()
        let folder = try Folder()
        _ = try folder.write("x\n", to: "password")
        _ = try folder.write("m1 \(String(repeating: "0a", count: 32))\n", to: "master")
        let policy = try folder.write(
            """
            redis: {url: "unix://\(server.socketPath)", password_file: password}
            embed: {issuer: "https://app.example.com", master_key_file: master}
            limits: {standard: {rate: 600 per minute}}
            """, to: "gateway.yaml")
        let hash = String(repeating: "ab", count: 32)
        let tokens = try folder.write(
            #"{"id":8,"hash":"\#(hash)","org":"acme"}"# + "\n"
                + #"{"id":9,"hash":"\#(hash)","org":"acme","expires_at":1900000000}"#,
            to: "tokens.jsonl")
        let rules = try Self.rules()
        #expect(rules.starts(with: ["on", ">x", "resetkeys"]), "\(rules)")
        // A unix socket's address names no user.
        try server.run(["ACL", "SETUSER", "default", "reset"] + rules)
        let create = ["token", "create", "--org", "acme", "--abilities", "read"]
        for words in [
            create + ["--id", "7"], create + ["--expires", "30d"], ["token", "import", tokens],
            ["token", "show", "9"], ["token", "list"], ["token", "revoke", "7", "8"],
            ["org", "set", "acme", "--limit", "standard=1/1s", "--suspend"],
            ["org", "set", "acme", "--clear-limit", "standard"], ["org", "show", "acme"],
            ["widget", "set", "acme", "shop", "--origin", "https://a.example"],
            ["widget", "set", "acme", "shop", "--any-origin"], ["widget", "show", "acme", "shop"],
            ["widget", "list"], ["embed-key", "rotate", "acme"], ["embed-key", "list", "acme"],
            [
                "code", "issue", "--org", "acme", "--abilities", "read", "--redirect-uri",
                "https://a.test/cb",
            ],
        ] {
            let outcome = try Program.run(words + ["--config", policy])
            #expect(outcome.status == 0, "\(words): \(outcome.errors)")
        }
        let kid = try Program.run("embed-key", "rotate", "acme", "--config", policy).line
        _ = try Program.run("embed-key", "rotate", "acme", "--config", policy)
        let retired = try Program.run(
            "embed-key", "retire", "acme", kid, "--now", "--config", policy)
        #expect(!retired.errors.contains("does not let this user"), "\(retired.errors)")
    }

    @Test func `who may not is told every command that operators need`() throws {
        let server = try RedisServer()
        let folder = try Folder()
        let password = try folder.write("x\n", to: "password")
        try server.run(["ACL", "SETUSER", "default", "reset", "on", ">x", "-@all", "+select"])
        let outcome = try Program.run(
            "token", "list", "--redis", "unix://\(server.socketPath)", "--redis-password-file",
            password)
        #expect(outcome.status == 1)
        let said = Set(outcome.errors.split { !$0.isLetter }.map { $0.lowercased() })
        for rule in try Self.rules() where rule.hasPrefix("+") {
            #expect(said.contains(rule.dropFirst().lowercased()), "\(rule): \(outcome.errors)")
        }
    }
}
