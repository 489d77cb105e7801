import Bytes
import Glibc
import Identity
import Testing

/// Minting embed tokens as hosts meet it.
@Suite struct EmbedTests {
    private static let path = "/api/v1/embed-tokens"

    /// An organization with a widget and a key.
    private func organization(_ rig: Rig, widget: [String] = ["enabled", "1"]) throws -> String {
        try rig.embedHost(widget: widget).org
    }

    private func mint(_ rig: Rig, _ org: String, _ json: String) throws -> Answer {
        try rig.post(Self.path, token: try rig.token(org: org, abilities: ["write"]), json: json)
    }

    /// The token of an answer of this form.
    private func token(_ answer: Answer, seconds: Int, slug: String = "site") throws -> String {
        let start = #"{"data":{"token":""#
        let end = #"","expires_in":\#(seconds),"slug":"\#(slug)"}}"#
        guard answer.status == 200, answer.text.hasPrefix(start), answer.text.hasSuffix(end) else {
            throw Failure("\(answer.status) \(answer.text)")
        }
        return String(answer.text.dropFirst(start.count).dropLast(end.count))
    }

    /// The claims of a token, once it is verified with the organization's key.
    private func claims(_ token: String, _ rig: Rig, _ org: String) throws -> String {
        let masters = try MasterKeys(Array(Rig.masterKey.utf8).span)
        let sealed = try rig.redis.run(["GET", "bawaba:embed-key:\(org):k1"])
        let key = try masters.open(
            Array(sealed.utf8).span, org: Array(org.utf8).span, kid: Array("k1".utf8).span)
        var verifier = EmbedVerifier()
        let bytes = Array(token.utf8)
        let slug = Array("site".utf8)
        try verifier.verify(
            bytes.span, key: key, unixSeconds: Int(Glibc.time(nil)), slug: slug.span)
        let subject = verifier.claims.subject.toString()
        let context = verifier.claims.context.toString()
        return "\(subject) \(context)"
    }

    @Test func `a host gets a token that says who its visitor is`() throws {
        let rig = try Rig.main
        let org = try organization(rig)
        let answer = try mint(
            rig, org,
            #"{"slug":" site ","subject":"user-1","context":{"plan":"a/b","é":[1,null, "x "]}}"#)
        #expect(answer["cache-control"] == "no-store")
        #expect(answer["x-ratelimit-limit"] == "100")
        let token = try token(answer, seconds: 900)
        #expect(token.hasPrefix("eyJpc3MiOi"))
        #expect(try claims(token, rig, org) == #"user-1 {"plan":"a/b","é":[1,null,"x"]}"#)
        #expect(try rig.logLines(of: answer)[0].contains(token) == false)
    }

    @Test func `a form, a lifetime and an empty context are taken`() throws {
        let rig = try Rig.main
        let org = try organization(rig)
        let answer = try rig.ask(
            "POST", Self.path, token: try rig.token(org: org, abilities: ["write"]),
            fields: ["Content-Type: application/x-www-form-urlencoded"],
            body: "slug=site&subject=u&ttl_seconds=60&context[a]=b")
        let token = try token(answer, seconds: 60)
        #expect(try claims(token, rig, org) == #"u {"a":"b"}"#)
        for seconds in ["120.0", #""+120""#, "12e1"] {
            let json = #"{"slug":"site","subject":"u","ttl_seconds":\#(seconds)}"#
            _ = try self.token(try mint(rig, org, json), seconds: 120)
        }
        let empty = try mint(rig, org, #"{"slug":"site","subject":"u","context":[]}"#)
        #expect(try claims(try self.token(empty, seconds: 900), rig, org) == "u {}")
    }

    @Test func `an unknown widget and a disabled one are answered alike`() throws {
        let rig = try Rig.main
        let org = try organization(rig, widget: ["enabled", "0"])
        let other = try organization(rig)
        for (org, slug) in [(org, "site"), (other, "nope"), (other, "a b"), (other, "site:k1")] {
            let answer = try mint(rig, org, #"{"slug":"\#(slug)","subject":"u"}"#)
            #expect(answer.status == 404)
            #expect(answer.text == #"{"message":"Widget not found."}"#)
            #expect(answer["x-ratelimit-remaining"] != nil)
        }
    }

    @Test(arguments: [
        (#""ttl_seconds":59"#, "ttl_seconds", "The ttl seconds field must be at least 60."),
        (
            #""ttl_seconds":86401"#, "ttl_seconds",
            "The ttl seconds field must not be greater than 86400."
        ),
        (
            #""ttl_seconds":601"#, "ttl_seconds",
            "The ttl seconds field must not be greater than 600."
        ),
        (
            #""subject":"\#(String(repeating: "é", count: 256))""#, "subject",
            "The subject field must not be greater than 255 characters."
        ),
        (#""context":[1]"#, "context", "The context field must be an object."),
        (#""context":"x""#, "context", "The context field must be an array."),
    ])
    func `what does not fit is told in Laravel's words`(
        more: String, field: String, message: String
    ) throws {
        let rig = try Rig.main
        let org = try organization(rig, widget: ["enabled", "1", "max_ttl", "600"])
        let ttl = more.contains("ttl") ? "" : #","ttl_seconds":600"#
        let subject = more.contains("subject") ? "" : #","subject":"u""#
        let answer = try mint(rig, org, #"{"slug":"site"\#(subject)\#(ttl),\#(more)}"#)
        #expect(answer.status == 422)
        #expect(
            answer.text == #"{"message":"\#(message)","errors":{"\#(field)":["\#(message)"]}}"#)
    }

    @Test func `who names no lifetime gets the widget's most where it is short`() throws {
        let rig = try Rig.main
        for (most, seconds) in [("600", 600), ("899", 899), ("901", 900)] {
            let org = try organization(rig, widget: ["enabled", "1", "max_ttl", most])
            let json = #"{"slug":"site","subject":"u"}"#
            _ = try token(try mint(rig, org, json), seconds: seconds)
        }
    }

    @Test func `a context of four kilobytes is taken, and no more`() throws {
        let rig = try Rig.main
        let org = try organization(rig)
        for (count, status) in [(4_088, 200), (4_089, 422)] {
            let filler = String(repeating: "x", count: count)
            let answer = try mint(
                rig, org, #"{"slug":"site","subject":"u","context":{"k":"\#(filler)"}}"#)
            #expect(answer.status == status, "\(answer.text)")
        }
    }

    @Test func `a page of a foreign origin gets none`() throws {
        let rig = try Rig.main
        let widget = ["enabled", "1", "origins", "https://a.test https://b.test"]
        let org = try organization(rig, widget: widget)
        let token = try rig.token(org: org, abilities: ["write"])
        for (origin, status) in [("https://b.test", 200), ("https://c.test", 422)] {
            let answer = try rig.post(
                Self.path, token: token, fields: ["Origin: \(origin)"],
                json: #"{"slug":"site","subject":"u"}"#)
            #expect(answer.status == status)
        }
        #expect(try mint(rig, org, #"{"slug":"site","subject":"u"}"#).status == 200)
    }

    @Test func `a key that is missing, changed or another organization's signs nothing`() throws {
        let rig = try Rig(.init(workers: 1))
        let other = try organization(rig)
        let foreign = try rig.redis.run(["GET", "bawaba:embed-key:\(other):k1"])
        for (key, reason) in [
            (nil, "embed_key_missing"), (foreign, "embed_key_unreadable"),
            (foreign + "A", "embed_key_unreadable"),
        ] {
            let org = try organization(rig)
            let name = "bawaba:embed-key:\(org):k1"
            try rig.redis.run(key.map { ["SET", name, $0] } ?? ["DEL", name])
            let answer = try mint(rig, org, #"{"slug":"site","subject":"u"}"#)
            #expect(answer.status == 503)
            #expect(try rig.logLines(of: answer)[0].contains(reason))
        }
    }

    @Test func `a JWT where the policy says so`() throws {
        let rig = try Rig(.init(workers: 1, embed: ", format: jwt"))
        let org = try organization(rig)
        let answer = try mint(rig, org, #"{"slug":"site","subject":"u"}"#)
        let token = try token(answer, seconds: 900)
        #expect(token.split(separator: ".").count == 3)
        #expect(try claims(token, rig, org) == "u {}")
    }

    @Test func `reading is not enough, and without Redis it is 503`() throws {
        let rig = try Rig(.init(workers: 1, redisTimeout: "250ms"))
        let org = try organization(rig)
        let reader = try rig.token(org: org, abilities: ["read"])
        let body = #"{"slug":"site","subject":"u"}"#
        #expect(try rig.post(Self.path, token: reader, json: body).status == 403)
        let writer = try rig.token(org: org, abilities: ["write"])
        rig.redis.freeze()
        defer { rig.redis.thaw() }
        #expect(try rig.post(Self.path, token: writer, json: body).status == 503)
    }
}
