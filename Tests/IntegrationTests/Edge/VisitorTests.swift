import Bytes
import Crypto
import Glibc
import Identity
import Testing

/// The widget's own API, called by its visitors with embed tokens.
@Suite struct VisitorTests {
    private static let contract = """
        openapi: 3.0.3
        info: {title: Widgets, version: 1.0.0}
        paths:
          /api/v1/widget:
            get: {operationId: visit, responses: {'200': {description: ok}}}
            post:
              operationId: say
              responses: {'200': {description: ok}}
              requestBody:
                content:
                  application/json:
                    schema: {type: object, required: [text], properties: {text: {type: string}}}
          '/api/v1/widgets/{slug}/state':
            parameters: [{name: slug, in: path, required: true, schema: {type: string}}]
            get: {operationId: state, responses: {'200': {description: ok}}}
          /api/v1/contacts:
            get: {operationId: contacts, responses: {'200': {description: ok}}}
        """

    private static func rig(_ options: Rig.Options = .init()) throws -> Rig {
        let file = try contractPlace.get().file("openapi.yaml")
        var options = options
        options.more = """
            contract: {document: \(file)}
            operations:
              visit: {auth: embed, websocket: true}
              say: {auth: embed}
              state: {auth: embed}
              contacts: {auth: bearer, abilities: [read]}
            """
        return try Rig(options)
    }

    private static let contractPlace = Result {
        let place = try Workplace()
        try place.write(contract, to: "openapi.yaml")
        return place
    }
    private static let shared = Result { try rig() }

    private func field(_ token: String) -> String { "Authorization: Bearer \(token)" }

    private func visit(
        _ rig: Rig, _ token: String, path: String = "/api/v1/widget", fields: [String] = [],
        from source: String? = nil
    ) throws -> Answer {
        try rig.ask("GET", path, fields: [field(token)] + fields, from: source)
    }

    @Test(arguments: EmbedToken.Format.allCases)
    func `a visitor's request goes on with who it is, vouched for`(
        format: EmbedToken.Format
    ) throws {
        let rig = try Self.shared.get()
        let host = try rig.embedHost()
        let token = try host.token(subject: "Zoë 5%", format: format)
        let scene = rig.upstream.scene()
        let answer = try visit(
            rig, token, path: "/api/v1/widget?x=1",
            fields: [scene.field, "Cookie: oktawa_session=x", "X-Bawaba-Claims: forged"])
        #expect(answer.status == 200)
        #expect(answer["x-ratelimit-remaining"] == "99")
        let seen = try scene.request()
        #expect(seen["authorization"] == "Bearer \(token)" && seen["cookie"] == nil)
        #expect(seen["x-bawaba-org"] == host.org && seen["x-bawaba-user"] == "Zo%C3%AB%205%25")
        #expect(seen["x-bawaba-abilities"] == "[]")
        let payload = String(token.split(separator: ".").dropLast().last ?? "")
        #expect(seen.head.all("x-bawaba-claims") == [payload])
        var claims = ByteBuffer()
        #expect(Base64URL.decode(Array(payload.utf8).span, to: &claims))
        let text = claims.span.toString()
        #expect(text.contains(#""ctx":{"plan":"gold"}"#) && text.contains(#""slug":"site""#))
        let id = try #require(seen["x-bawaba-token-id"])
        #expect(id.utf8.count == 22 && text.contains(#""jti":"\#(id)""#))
        try expectAssertion(seen, target: "/api/v1/widget?x=1")
        #expect(try rig.logLines(of: answer)[0].contains(#""org":"\#(host.org)""#))
    }

    /// The ten lines that the policy's README lists, and their MAC.
    private func expectAssertion(_ seen: Seen, target: String) throws {
        let value = try #require(seen["x-bawaba-assertion"])
        let time = value.dropFirst(2).prefix { $0 != "," }
        let names = ["request-id", "bawaba-org", "bawaba-user", "bawaba-token-id"]
        let more = ["bawaba-abilities", "bawaba-claims"]
        let fields = (names + more).map { seen["x-\($0)"] ?? "" }
        let lines = ["v1", String(time), "GET", target] + fields
        let key = HMACSHA256Key(Array(Rig.assertionKey.utf8).span)
        let mac = key.authenticate(Array(lines.joined(separator: "\n").utf8).span)
        #expect(value == "t=\(time),v1=\(Rig.hex(mac))")
    }

    private func expectRefusal(
        _ rig: Rig, _ answer: Answer, _ token: String, _ decision: String, _ detail: String = ""
    ) throws {
        #expect(answer.status == 401 && answer.text == #"{"message":"Unauthenticated."}"#)
        #expect(answer["access-control-allow-origin"] == "*")
        #expect(answer["x-ratelimit-limit"] == nil)
        let line = try rig.logLines(of: answer)[0]
        #expect(line.contains(#""decision":"\#(decision)""#), "\(line)")
        #expect(detail.isEmpty || line.contains(#""detail":"\#(detail)""#), "\(line)")
        #expect(token.isEmpty || !line.contains(token))
    }

    @Test func `a token that is not good is answered as any other, and costs nothing`() throws {
        let rig = try Self.shared.get()
        let host = try rig.embedHost()
        let good = try host.token()
        let parts = good.split(separator: ".")
        let (foreign, unknown) = (try EmbedHost(host.org), try EmbedHost(host.org, kid: "k9"))
        let forged = "\(parts[0]).\(try foreign.token().split(separator: ".")[1])"
        for (token, decision, detail) in [
            ("x", "malformed_token", "malformed"),
            (String(good.dropLast()), "malformed_token", "malformed"),
            (String(repeating: "a", count: 8_193), "malformed_token", "too large"),
            (forged, "forged_token", "wrong signature"),
            (try foreign.token(), "forged_token", "wrong signature"),
            (try unknown.token(), "unknown_token", "unknown key"),
            (try host.token(age: 961), "expired_token", "expired"),
            (try host.token(age: -62), "invalid_token", "not yet valid"),
        ] {
            try expectRefusal(rig, try visit(rig, token), token, decision, detail)
        }
        let other = try visit(rig, good, path: "/api/v1/widgets/other/state")
        try expectRefusal(rig, other, good, "invalid_token", "for another widget")
        try expectRefusal(rig, try rig.ask("GET", "/api/v1/widget"), "", "missing_token")
        let named = try visit(rig, good, path: "/api/v1/widgets/site/state")
        #expect(named.status == 200 && named["x-ratelimit-remaining"] == "99")
    }

    @Test func `tokens of records and embed tokens do not stand for each other`() throws {
        let rig = try Self.shared.get()
        let host = try rig.embedHost()
        let token = try rig.token(org: host.org)
        let bearer = try rig.ask("GET", "/api/v1/widget", token: token)
        try expectRefusal(rig, bearer, token.secret, "malformed_token", "malformed")
        let embed = try host.token()
        let contacts = try visit(rig, embed, path: "/api/v1/contacts")
        #expect(contacts.status == 401)
        #expect(try rig.ask("GET", "/api/v1/contacts", token: token).status == 200)
    }

    @Test func `a disabled widget and a retired key end tokens`() throws {
        let rig = try Self.shared.get()
        let host = try rig.embedHost()
        let token = try host.token()
        #expect(try visit(rig, token).status == 200)
        try rig.redis.run(["HSET", "bawaba:widget:\(host.org):site", "enabled", "0"])
        let disabled = try visit(rig, token)
        let detail = "unknown or disabled widget"
        try expectRefusal(rig, disabled, token, "unavailable_widget", detail)
        let retired = try rig.embedHost()
        try rig.redis.run(["DEL", retired.keyName])
        let answer = try visit(rig, try retired.token())
        try expectRefusal(rig, answer, "", "unknown_token", "unknown key")
    }

    @Test func `pages of other origins than the widget's are kept out`() throws {
        let rig = try Self.shared.get()
        let host = try rig.embedHost(widget: ["enabled", "1", "origins", "https://shop.test"])
        let token = try host.token()
        for fields in [["Origin: https://shop.test"], []] {
            #expect(try visit(rig, token, fields: fields).status == 200)
        }
        let foreign = try visit(rig, token, fields: ["Origin: https://evil.test"])
        #expect(foreign.status == 403)
        #expect(foreign.text == "{\n    \"message\": \"This action is unauthorized.\"\n}")
        #expect(foreign["access-control-allow-origin"] == "*")
        // Counted; on a busy machine some of what was spent has come back meanwhile.
        let remaining = foreign["x-ratelimit-remaining"].flatMap { Int($0) }
        #expect((97...99).contains(remaining ?? 100))
        #expect(try rig.logLines(of: foreign)[0].contains(#""decision":"refused_origin""#))
    }

    @Test func `a browser may ask before it calls`() throws {
        let answer = try Self.shared.get().ask(
            "OPTIONS", "/api/v1/widget",
            fields: [
                "Origin: https://shop.test", "Access-Control-Request-Method: GET",
                "Access-Control-Request-Headers: authorization",
            ])
        #expect(answer.status == 204)
        #expect(answer["access-control-allow-origin"] == "*")
        #expect(answer["access-control-allow-headers"] == "authorization")
    }

    @Test func `what a visitor sends is judged by the contract`() throws {
        let rig = try Self.shared.get()
        let token = try rig.embedHost().token()
        for (json, status) in [(#"{"text":"a"}"#, 200), ("{}", 422)] {
            let answer = try rig.post("/api/v1/widget", fields: [field(token)], json: json)
            #expect(answer.status == status)
        }
    }

    @Test func `visitors and tokens of an organization share its limit`() throws {
        let rig = try Self.shared.get()
        let host = try rig.embedHost()
        try rig.redis.run(["HSET", "bawaba:org:\(host.org)", "limit:standard", "1/60:2"])
        let token = try rig.token(org: host.org)
        #expect(try rig.ask("GET", "/api/v1/contacts", token: token).status == 200)
        let first = try visit(rig, try host.token())
        #expect(first.status == 200 && first["x-ratelimit-remaining"] == "0")
        let second = try visit(rig, try host.token())
        #expect(second.status == 429 && second["retry-after"] != nil)
        #expect(second["access-control-allow-origin"] == "*")
    }

    @Test func `who names keys that there are not is soon refused, and Redis is left alone`() throws
    {
        let rig = try Self.rig(.init(workers: 1))
        let host = try rig.embedHost()
        let stranger = try EmbedHost(host.org, kid: "k9").token()
        let (address, other) = (rig.source(), rig.source())
        #expect(try visit(rig, stranger, from: address).status == 401)
        try rig.redis.run(["CONFIG", "RESETSTAT"])
        for status in [401, 401, 429, 429] {
            #expect(try visit(rig, stranger, from: address).status == status)
        }
        let commands = try rig.redis.run(["INFO", "commandstats"])
        #expect(!commands.contains("cmdstat_get:") && !commands.contains("cmdstat_hmget:"))
        // A key that this worker does not know yet has to wait; elsewhere it does not.
        #expect(try visit(rig, try host.token(), from: address).status == 429)
        #expect(try visit(rig, try host.token(), from: other).status == 200)
        #expect(try visit(rig, try host.token(), from: address).status == 200)
    }

    @Test func `without Redis, or the master key, it is 503`() throws {
        let rig = try Self.rig(.init(workers: 1, redisTimeout: "2s"))
        let (host, other) = (try rig.embedHost(), try rig.embedHost())
        #expect(try visit(rig, try host.token()).status == 200)
        try rig.redis.run(["SET", other.keyName, host.sealed])
        let unreadable = try visit(rig, try other.token())
        #expect(unreadable.status == 503 && unreadable["retry-after"] == "1")
        #expect(try rig.logLines(of: unreadable)[0].contains("embed_key_unreadable"))
        rig.redis.freeze()
        defer { rig.redis.thaw() }
        #expect(try visit(rig, try host.token()).status == 503)
    }

    @Test func `a visitor's WebSocket ends with its token, though Redis is gone`() throws {
        let rig = try Self.rig(
            .init(workers: 1, redisTimeout: "2s", redisMore: ", recheck: 200ms"))
        let scene = rig.upstream.scene { visit in try visit.echoFrames() }
        var client = try rig.client()
        let token = try rig.embedHost().token(age: 895)
        try client.send(
            rig.request(
                "GET", "/api/v1/widget",
                fields: webSocketFields + [scene.field, field(token)]))
        #expect(try client.head().startLine.hasPrefix("HTTP/1.1 101"))
        rig.redis.stop()
        #expect(client.awaitEnd() != .nothing)
        #expect(try rig.gateway.metric("bawaba_answers_ended_with_token_total") == 1)
    }
}
