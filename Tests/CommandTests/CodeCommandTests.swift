import Glibc
import RedisServer
import Testing

@Suite struct CodeCommandTests {
    private let server: RedisServer
    private var redis: [String] { ["--redis", "unix://\(server.socketPath)"] }

    init() throws { server = try RedisServer() }

    private func issue(_ words: String...) throws -> Program.Outcome {
        try Program.run(
            ["code", "issue", "--org", "acme", "--abilities", "read,send", "--redirect-uri"]
                + ["https://a.test/cb"] + words + redis)
    }

    /// The only key there is.
    private func key() throws -> String {
        try server.run(["EVAL", "return redis.call('KEYS', '*')[1]", "0"])
    }

    @Test func `issue prints the code alone and stores its digest`() throws {
        let made = try issue("--user", "7", "--name", "crm")
        #expect(made.status == 0, "\(made.errors)")
        #expect(made.line.utf8.count == 64)
        #expect(made.errors.contains("shown only now") && !made.errors.contains(made.line))
        let key = try key()
        #expect(key.hasPrefix("bawaba:code:") && key.utf8.count == 76)
        #expect(!key.contains(made.line))
        #expect(try server.run(["HGET", key, "redirect_uri"]) == "https://a.test/cb")
        #expect(try server.run(["HGET", key, "abilities"]) == #"["read","send"]"#)
        #expect(try server.run(["HGET", key, "user"]) == "7")
        let end = Int(try server.run(["HGET", key, "expires_at"])) ?? 0
        #expect((290...301).contains(end - Int(Glibc.time(nil))))
        #expect(try server.run(["TTL", key]) == "86400")
    }

    @Test(arguments: [
        (["--expires", "6m"], "write 5m or less"), (["--expires", "soon"], "is no time"),
        (["--user", "a b"], "visible ASCII"), (["--code-challenge", "x"], "43 characters"),
    ])
    func `a code that would not work is not made`(words: [String], remedy: String) throws {
        let outcome = try Program.run(
            [
                "code", "issue", "--org", "acme", "--abilities", "read", "--redirect-uri", "r",
            ] + words + redis)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains(remedy), "\(outcome.errors)")
        #expect(try server.run(["DBSIZE"]) == "0")
    }

    @Test func `show tells what is stored, of a code from a file`() throws {
        let folder = try Folder()
        let code = try issue("--quiet").line
        let path = try folder.write(code + "\n", to: "code")
        let shown = try Program.run(["code", "show", "--file", path] + redis)
        #expect(shown.status == 0, "\(shown.errors)")
        #expect(shown.output.contains("redirect_uri    https://a.test/cb"))
        #expect(!shown.output.contains(code))
        let json = try Program.run(["code", "show", "--format", "json", "--file", path] + redis)
        #expect(json.line.contains(#""org":"acme""#))
        let other = try folder.write("nonsense", to: "other")
        let unknown = try Program.run(["code", "show", "--file", other] + redis)
        #expect(unknown.status == 1)
        #expect(unknown.errors.contains("there is no such code"))
    }
}
