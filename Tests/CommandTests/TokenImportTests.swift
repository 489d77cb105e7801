import RedisServer
import Testing

@Suite struct TokenImportTests {
    private let server: RedisServer
    private let folder: Folder
    private var redis: [String] { ["--redis", "unix://\(server.socketPath)"] }

    init() throws {
        server = try RedisServer()
        folder = try Folder()
    }

    private static let hash = String(repeating: "ab", count: 32)

    private func run(_ lines: [String], _ words: [String] = []) throws -> Program.Outcome {
        let path = try folder.write(lines.joined(separator: "\n"), to: "tokens.jsonl")
        return try Program.run(["token", "import", path] + words + redis)
    }

    @Test func `each line becomes a token, with or without what is optional`() throws {
        let outcome = try run([
            #"{"id":7,"hash":"\#(Self.hash)","org":"acme","abilities":["read","send"],"#
                + #""user":"42","name":"c\u0069","expires_at":1900000000}"#,
            "", #"{"org":"acme","hash":"\#(Self.hash)","abilities":null,"id":"8","x":[1]}"#,
            #"{"id":9,"hash":"\#(Self.hash)","org":"acme","abilities":"[\"write\"]"}"#,
        ])
        #expect(outcome.line == "3 tokens imported", "\(outcome.errors)")
        #expect(try server.run(["HGET", "bawaba:token:7", "name"]) == "ci")
        #expect(try server.run(["HGET", "bawaba:token:7", "abilities"]) == #"["read","send"]"#)
        #expect(try server.run(["EXPIRETIME", "bawaba:token:7"]) == "1900000000")
        #expect(try server.run(["HGET", "bawaba:token:8", "abilities"]) == "[]")
        #expect(try server.run(["HGET", "bawaba:token:9", "abilities"]) == #"["write"]"#)
        #expect(try server.run(["HGET", "bawaba:token:9", "hash"]) == Self.hash)
        #expect(try server.run(["GET", "bawaba:token-hash:\(Self.hash)"]) == "9")
    }

    @Test func `an import may be repeated, and replaces what it finds`() throws {
        let line = #"{"id":7,"hash":"\#(Self.hash)","org":"acme","user":"1"}"#
        #expect(try run([line]).status == 0)
        #expect(try run([line.replacing(#","user":"1""#, with: "")]).status == 0)
        #expect(try server.run(["HEXISTS", "bawaba:token:7", "user"]) == "0")
    }

    @Test func `one bad line stores nothing, and is named`() throws {
        let good = #"{"id":7,"hash":"\#(Self.hash)","org":"acme"}"#
        for (line, fault) in [
            ("nonsense", "no JSON object"), ("[]", "no JSON object"),
            (good.replacing("7", with: "0"), "`id` must be"),
            (good.replacing(Self.hash, with: "ab"), "`hash` must be"),
            (good.replacing("acme", with: "a b"), "`org` or `user`"),
            (good.replacing("}", with: #","abilities":7}"#), "`abilities` must be"),
            (good.replacing("}", with: #","expires_at":"soon"}"#), "`expires_at` must be"),
        ] {
            let outcome = try run([good, line])
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("line 2: ") && outcome.errors.contains(fault))
            #expect(outcome.errors.contains("1 of 2 lines are no tokens; nothing was stored"))
        }
        #expect(try server.run(["DBSIZE"]) == "0")
        #expect(try run([good], ["--dry-run"]).line == "1 tokens can be imported")
        #expect(try server.run(["DBSIZE"]) == "0")
    }
}
