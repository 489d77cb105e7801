import Bytes
import Glibc
import Identity
import RedisServer
import Testing

/// A Redis, and a policy with master keys.
private struct Place {
    let server: RedisServer
    let folder: Folder
    let policy: String

    init(keys: String = "m1 \(String(repeating: "0a", count: 32))\n") throws {
        server = try RedisServer()
        folder = try Folder()
        _ = try folder.write(keys, to: "master")
        policy = try folder.write(
            """
            redis: {url: "unix://\(server.socketPath)"}
            embed: {issuer: "https://app.example.com", master_key_file: master}
            """, to: "gateway.yaml")
    }

    func run(_ words: String...) throws -> Program.Outcome {
        try Program.run(words + ["--config", policy])
    }
}

@Suite struct WidgetCommandTests {
    private let server: RedisServer

    init() throws { server = try RedisServer() }

    private func run(_ words: String...) throws -> Program.Outcome {
        try Program.run(words + ["--redis", "unix://\(server.socketPath)"])
    }

    @Test func `a new widget is enabled, for any origin and up to a day`() throws {
        let made = try run("widget", "set", "acme", "site")
        #expect(made.status == 0, "\(made.errors)")
        #expect(
            made.line == """
                org        acme
                slug       site
                status     enabled
                origins    any
                max ttl    86400 s
                """)
        #expect(try server.run(["HGETALL", "bawaba:widget:acme:site"]) == "[enabled, 1]")
        #expect(try run("widget", "show", "acme", "site").line == made.line)
    }

    @Test func `what is not named stays as it is`() throws {
        _ = try run(
            "widget", "set", "acme", "shop", "--origin", "https://a.example", "--origin",
            "http://localhost:3000", "--max-ttl", "1h")
        let key = "bawaba:widget:acme:shop"
        #expect(
            try server.run(["HMGET", key, "enabled", "origins", "max_ttl"])
                == "[1, https://a.example http://localhost:3000, 3600]")
        _ = try run("widget", "set", "acme", "shop", "--disable")
        let json = try run("widget", "show", "acme", "shop", "--format", "json")
        #expect(
            json.line == #"{"org":"acme","slug":"shop","status":"disabled","#
                + #""origins":["https://a.example","http://localhost:3000"],"max_ttl":3600}"#)
        _ = try run("widget", "set", "acme", "shop", "--enable", "--any-origin")
        #expect(
            try server.run(["HMGET", key, "enabled", "origins", "max_ttl"]) == "[1, (nil), 3600]")
    }

    @Test(arguments: [
        (["a b", "site"], "visible ASCII characters"),
        (["acme", "a:b"], "that is no widget's slug"),
        (["acme", ""], "that is no widget's slug"), (["a\"b", "site"], "must hold no quotes"),
        (["acme", "site", "--origin", "https://a/"], "is no origin; write scheme, host and port"),
        (["acme", "site", "--origin", "https://a https://b"], "is no origin"),
        (["acme", "site", "--origin", "*"], "is no origin"),
        (["acme", "site", "--max-ttl", "59"], "write 60s to 86400s"),
        (["acme", "site", "--max-ttl", "2d"], "write 60s to 86400s"),
        (["acme", "site", "--max-ttl", "soon"], "write 60s to 86400s"),
        (["acme", "site", "--any-origin", "--origin", "https://a"], "no --origin is to be named"),
        (["acme", "site", "--enable", "--disable"], "disable"),
    ])
    func `set says what is wrong and what to do`(words: [String], text: String) throws {
        let outcome = try Program.run(
            ["widget", "set"] + words + ["--redis", "unix://\(server.socketPath)"])
        #expect(outcome.status != 0)
        #expect(outcome.errors.contains(text), "\(outcome.errors)")
        #expect(try server.run(["DBSIZE"]) == "0")
    }

    @Test func `a record that cannot be read is shown as it is, and not changed`() throws {
        _ = try server.run(["HSET", "bawaba:widget:acme:x", "enabled", "yes"])
        #expect(try run("widget", "show", "acme", "x").output.contains("status     unusable"))
        let changed = try run("widget", "set", "acme", "x", "--disable")
        #expect(changed.status == 1)
        #expect(changed.errors.contains("delete the key widget:acme:x"))
        let missing = try run("widget", "show", "acme", "y")
        #expect(missing.status == 1)
        #expect(missing.errors.contains("acme has no widget y"))
    }

    @Test func `list walks all widgets, filters by organization and stops at its bound`() throws {
        for (org, slug) in [("acme", "b"), ("acme", "a"), ("acme:x", "c"), ("other", "a")] {
            _ = try run("widget", "set", org, slug)
        }
        _ = try server.run(["SET", "bawaba:widget:none", "x"])
        let all = try run("widget", "list")
        #expect(all.status == 0, "\(all.errors)")
        #expect(
            all.output.split(separator: "\n").map { $0.split(separator: " ").prefix(2) } == [
                ["ORG", "SLUG"], ["acme", "a"], ["acme", "b"], ["acme:x", "c"], ["other", "a"],
            ])
        let acme = try run("widget", "list", "--org", "acme", "--format", "json")
        #expect(acme.output.split(separator: "\n").count == 2)
        let cut = try run("widget", "list", "--max", "2")
        #expect(cut.errors.contains("There are more than 2"))
    }
}

@Suite struct EmbedKeyCommandTests {
    @Test func `rotate stores a sealed key and signs with it from now on`() throws {
        let place = try Place()
        let first = try place.run("embed-key", "rotate", "acme")
        #expect(first.status == 0, "\(first.errors)")
        let kid = first.line
        #expect(kid.utf8.count == 12 && kid.hasPrefix("k"))
        #expect(try place.server.run(["GET", "bawaba:embed-current:acme"]) == kid)
        let sealed = try place.server.run(["GET", "bawaba:embed-key:acme:\(kid)"])
        #expect(sealed.utf8.count == 86 && sealed.hasPrefix("AQJtM"))
        let second = try place.run("embed-key", "rotate", "acme", "--format", "json", "--quiet")
        #expect(second.line.hasSuffix(#","previous":"\#(kid)"}"#) && second.errors.isEmpty)
        let current = try place.server.run(["GET", "bawaba:embed-current:acme"])
        #expect(second.line.hasPrefix(#"{"org":"acme","kid":"\#(current)""#) && current != kid)
        #expect(try place.server.run(["GET", "bawaba:embed-key:acme:\(kid)"]) == sealed)
        #expect(first.errors.contains("acme signs with the key \(kid)"))
    }

    @Test func `list shows age, the current one and its master key`() throws {
        let place = try Place()
        let none = try place.run("embed-key", "list", "acme")
        #expect(none.errors.contains("acme has no key to sign with"))
        let old = try place.run("embed-key", "rotate", "acme").line
        let new = try place.run("embed-key", "rotate", "acme").line
        _ = try place.server.run(["SET", "bawaba:embed-key:acme:legacy", "x"])
        let lines = try place.run("embed-key", "list", "acme").output.split(separator: "\n")
        #expect(lines.count == 4)
        let cells = { (kid: String) in
            lines.first { $0.hasPrefix(kid) }?.split(separator: " ").map(String.init) ?? []
        }
        #expect(cells(new).suffix(4) == ["0", "d", "yes", "m1"])
        #expect(cells(old).suffix(4) == ["0", "d", "no", "m1"])
        #expect(cells("legacy") == ["legacy", "unknown", "unknown", "no", "unusable"])
        let json = try place.run("embed-key", "list", "acme", "--format", "json")
        #expect(
            json.output.contains(#"{"org":"acme","kid":"legacy","made_at":null,"current":false"#))
        // Without the master keys, too.
        let bare = try Program.run(
            "embed-key", "list", "acme", "--redis", "unix://\(place.server.socketPath)")
        #expect(bare.output.split(separator: "\n").count == 4)
    }

    @Test func `retire deletes a key that signs no longer, once nothing it signed is good`() throws
    {
        let place = try Place()
        let old = try place.run("embed-key", "rotate", "acme").line
        let signing = try place.run("embed-key", "retire", "acme", old)
        #expect(signing.status == 1 && signing.errors.contains("make another first"))
        let new = try place.run("embed-key", "rotate", "acme").line
        let early = try place.run("embed-key", "retire", "acme", old)
        #expect(early.status == 1 && early.errors.contains("may be good until"))
        let done = try place.run("embed-key", "retire", "acme", old, "--now")
        #expect(done.status == 0 && done.line == "retired key \(old)")
        #expect(try place.server.run(["EXISTS", "bawaba:embed-key:acme:\(old)"]) == "0")
        let again = try place.run("embed-key", "retire", "acme", old, "--now")
        #expect(again.status == 1 && again.errors.contains("acme has no key \(old)"))
        let current = try place.run("embed-key", "retire", "acme", new, "--now")
        #expect(current.status == 1)
        let noID = try place.run("embed-key", "retire", "acme", "K:1", "--now")
        #expect(noID.errors.contains("that is no key's id"))
    }

    @Test func `master keys come from the policy`() throws {
        let place = try Place()
        let bare = try Program.run(
            "embed-key", "rotate", "acme", "--redis", "unix://\(place.server.socketPath)")
        #expect(bare.status == 1 && bare.errors.contains("name the policy: --config"))
        let plain = try place.folder.write(
            "redis: {url: \"unix://\(place.server.socketPath)\"}\n", to: "plain.yaml")
        let none = try Program.run("embed-key", "rotate", "acme", "--config", plain)
        #expect(none.status == 1 && none.errors.contains("the policy has no `embed`"))
        _ = try place.folder.write("m1 geheim\n", to: "master")
        let wrong = try place.run("embed-key", "rotate", "acme")
        #expect(wrong.status == 1 && wrong.errors.contains("gateway.yaml:2:"))
        #expect(wrong.errors.contains("line 1 of the file holds no key of 64"))
        #expect(!wrong.errors.contains("geheim"))
        _ = try place.folder.write("m1 x\n", to: "master", mode: 0o644)
        #expect(try place.run("embed-key", "rotate", "acme").errors.contains("chmod 600"))
        #expect(try place.server.run(["DBSIZE"]) == "0")
    }
}

@Suite struct EmbedVerifyCommandTests {
    /// A token of a key that `rotate` made, or of another one.
    private func mint(_ place: Place, kid: String, slug: String = "site", age: Int = 0) throws
        -> String
    {
        let text = try place.server.run(["GET", "bawaba:embed-key:acme:\(kid)"])
        let (org, kid) = (Array("acme".utf8), Array(kid.utf8))
        let (sealed, slug) = (Array(text.utf8), Array(slug.utf8))
        let file = Array("m1 \(String(repeating: "0a", count: 32))".utf8)
        let key = try MasterKeys(file.span).open(sealed.span, org: org.span, kid: kid.span)
        var minter = EmbedMinter()
        var token = ByteBuffer()
        let grant = EmbedGrant(
            issuer: literalBytes("https://app.example.com"), slug: slug.span,
            subject: literalBytes("user\u{1B}[31m"), context: literalBytes("{\"plan\":\"gold\"}"),
            ttlSeconds: 900)
        try minter.mint(
            grant, format: .compact, key: key, unixSeconds: time(nil) - age, to: &token)
        return token.span.toString()
    }

    @Test func `a good token's claims are printed`() throws {
        let place = try Place()
        let kid = try place.run("embed-key", "rotate", "acme").line
        _ = try place.run("widget", "set", "acme", "site")
        let file = try place.folder.write(try mint(place, kid: kid) + "\n", to: "token")
        let shown = try place.run("embed", "verify", file, "--slug", "site")
        #expect(shown.status == 0, "\(shown.errors)")
        for line in [
            "issuer   https://app.example.com", "org      acme", "slug     site",
            "subject  user?[31m", "context  {\"plan\":\"gold\"}", "key      \(kid)",
        ] {
            #expect(shown.output.contains(line + "\n"), "\(shown.output)")
        }
        let json = try place.run("embed", "verify", file, "--format", "json")
        #expect(
            json.line.hasPrefix(#"{"iss":"https://app.example.com","org":"acme","slug":"site","#))
        #expect(json.line.contains(#""ctx":{"plan":"gold"},"iat":"#))
    }

    @Test func `a token is refused for another widget, its age, a widget or key that is gone`()
        throws
    {
        let place = try Place()
        let kid = try place.run("embed-key", "rotate", "acme").line
        _ = try place.run("widget", "set", "acme", "site")
        let good = try place.folder.write(try mint(place, kid: kid), to: "good")
        let old = try place.folder.write(try mint(place, kid: kid, age: 1_000), to: "old")
        let lost = try place.folder.write(try mint(place, kid: kid, slug: "lost"), to: "lost")
        func errors(_ words: String...) throws -> String {
            let outcome = try Program.run(["embed", "verify", "--config", place.policy] + words)
            #expect(outcome.status == 1 && outcome.output.isEmpty)
            return outcome.errors
        }
        #expect(try errors(good, "--slug", "other").contains("for another widget"))
        #expect(try errors(old).contains("expired; ask for a new one"))
        #expect(try errors(lost).contains("the widget lost, which is unknown"))
        _ = try place.run("widget", "set", "acme", "site", "--disable")
        #expect(try errors(good).contains("the widget site, which is disabled or unusable"))
        _ = try place.run("embed-key", "rotate", "acme")
        _ = try place.run("embed-key", "retire", "acme", kid, "--now")
        #expect(try errors(good).contains("which there is not; the key was retired"))
    }

    /// `{"iss":…,"org":"acme","kid":"<kid>",…}` without a signature that anybody made.
    private func forged(kid: String) -> String {
        // base64url of {"org":"acme","kid":"k1"}
        kid == "k1" ? "eyJvcmciOiJhY21lIiwia2lkIjoiazEifQ." + String(repeating: "A", count: 43) : ""
    }

    @Test func `what is no good token is refused with a reason`() throws {
        let place = try Place()
        let cases = [
            ("geheim", "malformed"), ("", "there is nothing in it"),
            (String(repeating: "a", count: 8_193), "too large"),
            (forged(kid: "k1"), "the token names the key k1 of acme, which there is not"),
        ]
        for (token, reason) in cases {
            let file = try place.folder.write(token + "\n", to: "token")
            let outcome = try place.run("embed", "verify", file)
            #expect(outcome.status == 1 && outcome.output.isEmpty)
            #expect(outcome.errors.contains(reason), "\(outcome.errors)")
            #expect(!outcome.errors.contains("geheim"))
        }
        // The key is there, and did not sign this.
        let kid = try place.run("embed-key", "rotate", "acme").line
        let sealed = try place.server.run(["GET", "bawaba:embed-key:acme:\(kid)"])
        _ = try place.server.run(["SET", "bawaba:embed-key:acme:k1", sealed])
        let file = try place.folder.write(forged(kid: "k1"), to: "token")
        let copied = try place.run("embed", "verify", file)
        #expect(copied.status == 1 && copied.errors.contains("does not open"))
        let missing = try place.run("embed", "verify", "/nowhere/token")
        #expect(missing.errors.contains("the token's file: /nowhere/token does not exist"))
        // Standard input is empty in these tests.
        #expect(try place.run("embed", "verify").errors.contains("there is nothing in it"))
    }
}
