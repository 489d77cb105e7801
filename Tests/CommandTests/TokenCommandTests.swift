import RedisServer
import Testing

@Suite struct TokenCommandTests {
    private let server: RedisServer
    private var redis: [String] { ["--redis", "unix://\(server.socketPath)"] }

    init() throws { server = try RedisServer() }

    private func run(_ words: String...) throws -> Program.Outcome {
        try Program.run(words + redis)
    }

    @Test func `create prints the token alone, and says that it is shown only now`() throws {
        let made = try run("token", "create", "--org", "acme", "--abilities", "read,send")
        #expect(made.status == 0)
        let parts = made.line.split(separator: "|")
        #expect(parts.count == 2)
        #expect(parts[1].utf8.count == 48)
        #expect(made.errors.contains("shown only now"))
        #expect(!made.errors.contains(parts[1]))
    }

    @Test func `quiet says nothing beside the token`() throws {
        let made = try run("token", "create", "--org", "acme", "--abilities", "read", "--quiet")
        #expect(made.status == 0)
        #expect(made.line.contains("|"))
        #expect(made.errors.isEmpty)
    }

    @Test func `create stores what the gateway reads, and the index by hash`() throws {
        let made = try run(
            "token", "create", "--org", "acme", "--user", "42", "--name", "ci", "--id", "7",
            "--abilities", "read,send,read", "--expires", "2030-01-31T12:00:00Z")
        #expect(made.status == 0)
        let key = "bawaba:token:7"
        #expect(try server.run(["HGET", key, "org"]) == "acme")
        #expect(try server.run(["HGET", key, "user"]) == "42")
        #expect(try server.run(["HGET", key, "name"]) == "ci")
        #expect(try server.run(["HGET", key, "abilities"]) == #"["read","send"]"#)
        #expect(try server.run(["HGET", key, "expires_at"]) == "1896091200")
        let hash = try server.run(["HGET", key, "hash"])
        #expect(hash.utf8.count == 64)
        #expect(try server.run(["GET", "bawaba:token-hash:\(hash)"]) == "7")
        for key in [key, "bawaba:token-hash:\(hash)"] {
            #expect(try server.run(["EXPIRETIME", key]) == "1896091200")
        }
    }

    @Test func `a token for programs is one object with the token in it`() throws {
        let made = try run(
            "token", "create", "--org", "acme", "--ability", "read", "--ability", "write", "--id",
            "9", "--format", "json")
        #expect(made.line.hasPrefix(#"{"id":9,"token":"9|"#))
        #expect(made.line.contains(#""abilities":["read","write"],"expires_at":null"#))
    }

    @Test func `an id that is taken is refused, and the token that has it stays`() throws {
        let words =
            ["token", "create", "--org", "acme", "--abilities", "read", "--id", "7"] + redis
        #expect(try Program.run(words).status == 0)
        let hash = try server.run(["HGET", "bawaba:token:7", "hash"])
        let second = try Program.run(words)
        #expect(second.status == 1)
        #expect(second.output.isEmpty)
        #expect(second.errors.contains("there is a token with the id 7 already; choose another"))
        #expect(try server.run(["HGET", "bawaba:token:7", "hash"]) == hash)
    }

    @Test(arguments: [
        (["--org", "a b", "--abilities", "read"], "visible ASCII characters"),
        (["--org", "", "--abilities", "read"], "visible ASCII characters"),
        (["--org", "a", "--abilities", "read, send"], "separate names by commas alone"),
        (["--org", "a", "--abilities", "read,,send"], "separate names by commas alone"),
        (["--org", "a", "--abilities", "r", "--expires", "soon"], "write 30d, 12h, 90m"),
        (["--org", "a", "--abilities", "r", "--expires", "1700000000"], "is over already"),
        (["--org", "a", "--abilities", "r", "--expires", "2030-02-30T00:00:00Z"], "is no time"),
        (["--org", "a", "--abilities", "r", "--expires", "99999999999999d"], "beyond the year"),
        (["--org", "a", "--abilities", "r", "--name", ""], "1 to 255 bytes"),
        (["--org", "a", "--abilities", "r", "--id", "0"], "invalid for '--id"),
        (["--org", "a"], "Missing expected argument '--abilities"),
    ])
    func `create says what is wrong and what to do`(words: [String], text: String) throws {
        let outcome = try Program.run(["token", "create"] + words + redis)
        #expect(outcome.status != 0)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains(text), "\(outcome.errors)")
        #expect(try server.run(["DBSIZE"]) == "0")
    }

    @Test func `show tells what is stored, and neither secret nor hash`() throws {
        let made = try run(
            "token", "create", "--org", "acme", "--abilities", "read", "--id", "7", "--user", "42")
        let shown = try run("token", "show", "7")
        #expect(
            shown.line == """
                id         7
                org        acme
                user       42
                abilities  read
                expires    never
                status     active
                """)
        let hash = try server.run(["HGET", "bawaba:token:7", "hash"])
        let secret = made.line.split(separator: "|")[1]
        for outcome in [shown, try run("token", "list"), try run("token", "show", "7")] {
            #expect(!outcome.output.contains(hash) && !outcome.output.contains(secret))
        }
    }

    @Test func `a token given instead of its id is not repeated`() throws {
        let outcome = try run("token", "show", "7|geheim")
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("give the id alone, 7"))
        #expect(!outcome.errors.contains("geheim"))
    }

    @Test func `a name cannot steer the terminal`() throws {
        _ = try server.run([
            "HSET", "bawaba:token:7", "hash", "x", "org", "acme", "name", "a\u{1B}[31mb",
        ])
        #expect(try run("token", "show", "7").output.contains("name       a?[31mb"))
        #expect(try run("token", "list").output.contains("a?[31mb"))
    }

    @Test(arguments: [
        (["org", "acme"], "unusable"), (["hash", "x"], "unusable"),
        (["hash", "x", "org", "a", "expires_at", "1700000000"], "expired"),
        (["hash", "x", "org", "a", "expires_at", "soon"], "unusable"),
        (["hash", "x", "org", "a", "expires_at", "4000000000"], "active"),
    ])
    func `the status is what the gateway will make of the record`(
        fields: [String], status: String
    ) throws {
        _ = try server.run(["HSET", "bawaba:token:7"] + fields)
        #expect(try run("token", "show", "7").output.hasSuffix("status     \(status)\n"))
    }

    @Test func `revoke deletes both keys, tells the back end, and says which ids were none`() throws
    {
        _ = try run("token", "create", "--org", "acme", "--abilities", "read", "--id", "7")
        let outcome = try run("token", "revoke", "8", "7")
        #expect(outcome.status == 1)
        #expect(outcome.output == "revoked token 7\n")
        #expect(outcome.errors.contains("there is no token 8"))
        #expect(try server.run(["KEYS", "*"]) == "[bawaba:events]")
        #expect(
            try server.run(["XRANGE", "bawaba:events", "-", "+"])
                .hasSuffix("[event, token.revoked, token, 7]]]"))
        #expect(try run("token", "revoke", "7").status == 1)
        #expect(try server.run(["XLEN", "bawaba:events"]) == "1")
    }

    @Test func `list walks all tokens, filters by organization and stops at its bound`() throws {
        for id in 1...1_200 {
            let org = id % 3 == 0 ? "acme" : "other"
            _ = try server.run(["HSET", "bawaba:token:\(id)", "hash", "x", "org", org])
        }
        // Keys that are no tokens of this prefix.
        _ = try server.run(["SET", "bawaba:token-hash:7", "7"], ["SET", "x:token:9", "9"])
        let all = try run("token", "list", "--max", "2000", "--format", "json")
        #expect(all.output.split(separator: "\n").count == 1_200)
        #expect(all.errors.isEmpty)
        let acme = try run("token", "list", "--max", "400", "--org", "acme", "--format", "json")
        #expect(acme.output.split(separator: "\n").count == 400)
        #expect(acme.output.hasPrefix(#"{"id":3,"#))
        #expect(acme.errors.isEmpty)
        let cut = try run("token", "list", "--max", "399", "--org", "acme")
        #expect(cut.output.split(separator: "\n").count == 400)
        #expect(cut.errors.contains("There are more than 399"))
    }

    @Test func `durations count from now`() throws {
        let made = try run(
            "token", "create", "--org", "a", "--abilities", "r", "--id", "7", "--expires", "2h")
        #expect(made.status == 0)
        let time = try #require(Int(try server.run(["HGET", "bawaba:token:7", "expires_at"])))
        let now = try #require(Int(try server.run(["EVAL", "return redis.call('TIME')[1]", "0"])))
        #expect((7_140...7_200).contains(time - now))
    }
}
