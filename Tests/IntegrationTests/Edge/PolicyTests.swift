import Crypto
import Glibc
import Testing

/// What a policy turns on and off, seen from outside.
@Suite(.serialized) struct PolicyTests {
    @Test func `problem details name status, reason and request`() throws {
        let rig = try Rig(.init(workers: 1, errors: "problem"))
        let missing = try rig.ask("GET", "/api/v1/nope")
        #expect(missing.status == 404)
        #expect(missing["content-type"] == "application/problem+json")
        let id = try #require(missing["x-request-id"])
        #expect(
            missing.text == """
                {"type":"about:blank","title":"Not Found","status":404,\
                "detail":"The route api/v1/nope could not be found.","decision":"not_found",\
                "request_id":"\(id)"}
                """)
        let given = try rig.ask(
            "GET", "/api/v1/nope", fields: ["X-Request-Id: abc-7"], from: "127.0.0.9")
        #expect(given["x-request-id"] == "abc-7")
        #expect(given.text.hasSuffix(#""request_id":"abc-7"}"#), "\(given.text)")
        let invalid = try rig.post("/api/v1/messages", token: try rig.token(), json: "{}")
        #expect(invalid.status == 422)
        #expect(invalid.text.contains(#""decision":"invalid_input""#))
        #expect(invalid.text.contains(#""errors":{"#))
        let unknown = try rig.ask("GET", "/api/v1/channels")
        #expect(unknown.status == 401)
        #expect(unknown["content-type"] == "application/problem+json")
    }

    @Test func `problem details carry the same fields as Laravel's answers`() throws {
        let rig = try Rig(.init(workers: 1, redisTimeout: "250ms", errors: "problem"))
        let org = rig.organization()
        try rig.redis.run(["HSET", "bawaba:org:\(org)", "limit:standard", "1/60:1"])
        let token = try rig.token(org: org)
        #expect(try rig.ask("GET", "/api/v1/channels", token: token).status == 200)
        let limited = try rig.ask("GET", "/api/v1/channels", token: token)
        #expect(limited.status == 429)
        #expect(limited.text.contains(#""title":"Too Many Requests","status":429"#))
        #expect(limited["retry-after"] == "60" && limited["x-ratelimit-remaining"] == "0")
        let encoded = try rig.post(
            "/api/v1/messages", token: try rig.token(), fields: ["Content-Encoding: gzip"],
            json: "{}")
        #expect(encoded.status == 415)
        #expect(encoded.text.contains(#""title":"Unsupported Media Type","status":415"#))
        #expect(encoded["accept-encoding"] == "identity")
        rig.redis.freeze()
        defer { rig.redis.thaw() }
        let away = try rig.ask("GET", "/api/v1/channels", token: token)
        #expect(away.status == 503)
        #expect(away.text.contains(#""decision":"redis_unavailable""#))
        #expect(away["retry-after"] != nil)
        for answer in [limited, encoded, away] {
            #expect(answer["content-type"] == "application/problem+json")
        }
    }

    @Test func `what is only reported is forwarded, counted and logged`() throws {
        let rig = try Rig(.init(workers: 1, mode: "report"))
        let scene = rig.upstream.scene()
        let token = try rig.token()
        let answer = try rig.post(
            "/api/v1/messages", token: token, fields: [scene.field], json: #"{"wa_id":[]}"#)
        #expect(answer.status == 200)
        #expect(try scene.body() == [UInt8](#"{"wa_id":[]}"#))
        let line = try rig.logLines(of: answer)[0]
        #expect(line.contains(#""would_be":"invalid_input""#), "\(line)")
        #expect(try rig.ask("GET", "/api/v1/channels").status == 401)
        let reader = try rig.token(abilities: ["read"])
        #expect(try rig.post("/api/v1/messages", token: reader, json: "{}").status == 403)
    }

    @Test func `multipart cannot be judged: refused, and where only reported forwarded`() throws {
        let type = "Content-Type: multipart/form-data; boundary=x"
        let part = "--x\r\nContent-Disposition: form-data; name=\"wa_id\"\r\n\r\n1\r\n--x--\r\n"
        let strict = try Rig.main
        let refused = try strict.ask(
            "POST", "/api/v1/contacts", token: try strict.token(), fields: [type], body: part)
        #expect(refused.status == 415)
        #expect(refused["accept-encoding"] == "identity")
        let rig = try Rig(.init(workers: 1, mode: "report"))
        let scene = rig.upstream.scene()
        let token = try rig.token()
        let answer = try rig.ask(
            "POST", "/api/v1/contacts", token: token, fields: [type, scene.field], body: part)
        #expect(answer.status == 200)
        #expect(try scene.body() == [UInt8](part.utf8))
        let line = try rig.logLines(of: answer)[0]
        #expect(line.contains(#""would_be":"encoded_body""#), "\(line)")
        // What would make it another request is refused in either mode.
        let override = try rig.ask(
            "POST", "/api/v1/contacts", token: token, fields: [type],
            body: part.replacing("wa_id", with: "_method"))
        #expect(override.status == 422)
        #expect(override.text.contains("_method"), "\(override.text)")
    }

    @Test func `a query beyond what PHP surely reads is refused and told so`() throws {
        let rig = try Rig.main
        let token = try rig.token()
        let deep = "status" + String(repeating: "[a]", count: 65) + "=x"
        let answer = try rig.ask("GET", "/api/v1/templates?" + deep, token: token)
        #expect(answer.status == 422)
        let message = "The query or form has too many fields or nests too deeply."
        #expect(answer.text == #"{"message":"\#(message)"}"#)
    }

    @Test func `assumed rules refuse once they are enforced`() throws {
        let body = #"{"channel_id":"c","wa_id":"966501234567","type":"fax","body":"x"}"#
        let lenient = try Rig.main
        let token = try lenient.token()
        let reported = try lenient.post("/api/v1/messages", token: token, json: body)
        #expect(reported.status == 200)
        #expect(try lenient.logLines(of: reported)[0].contains("type: in"))
        let strict = try Rig(.init(workers: 1, assumed: "enforce"))
        let other = try strict.token()
        let answer = try strict.post("/api/v1/messages", token: other, json: body)
        #expect(answer.status == 422)
        #expect(answer.text.contains(#""type":["#), "\(answer.text)")
    }

    @Test func `the assertion is the MAC of what the upstream gets`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        let org = rig.organization()
        let token = try rig.token(org: org, abilities: ["read"], fields: ["user", "7"])
        let answer = try rig.ask(
            "GET", "/api/v1/contacts?per_page=5", token: token, fields: [scene.field])
        #expect(answer.status == 200)
        let seen = try scene.request()
        let value = try #require(seen["x-bawaba-assertion"])
        let parts = value.split(separator: ",")
        let time = try #require(Int(parts[0].dropFirst(2)))
        #expect(abs(time - Int(Glibc.time(nil))) < 60)
        let text = [
            "v1", "\(time)", "GET", "/api/v1/contacts?per_page=5",
            seen["x-request-id"] ?? "", org, "7", "\(token.id)", #"["read"]"#,
        ].joined(separator: "\n")
        #expect(seen["x-bawaba-org"] == org)
        #expect(seen["x-bawaba-user"] == "7")
        #expect(seen["x-bawaba-token-id"] == "\(token.id)")
        #expect(seen["x-bawaba-abilities"] == #"["read"]"#)
        let secret = [UInt8]("0123456789abcdef0123456789abcdef")
        let message = [UInt8](text)
        let digest = HMACSHA256Key(secret.span).authenticate(message.span)
        #expect(parts[1] == "v1=\(Rig.hex(digest))")
    }

    @Test func `browsers of listed origins are let in, with credentials`() throws {
        let cors = """
            cors:
              origins: ["https://app.test"]
              paths: [/api]
              methods: [GET, POST]
              credentials: true
              exposed_headers: [Retry-After]
              max_age: 10m
            """
        let rig = try Rig(.init(workers: 1, more: cors))
        let asked = "Access-Control-Request-Method: POST"
        let preflight = try rig.ask(
            "OPTIONS", "/api/v1/messages", fields: ["Origin: https://app.test", asked])
        #expect(preflight.status == 204)
        #expect(preflight["access-control-allow-origin"] == "https://app.test")
        #expect(preflight["access-control-allow-credentials"] == "true")
        #expect(preflight["access-control-allow-methods"] == "GET, POST")
        #expect(preflight["access-control-max-age"] == "600")
        #expect(preflight.head.all("vary").contains("Origin"))
        #expect(preflight["access-control-expose-headers"] == nil)
        let stranger = try rig.ask(
            "OPTIONS", "/api/v1/messages", fields: ["Origin: https://evil.test", asked])
        #expect(stranger.status == 204)
        #expect(stranger["access-control-allow-origin"] == nil)
        // A page must be able to read why it was refused.
        let refused = try rig.ask("GET", "/api/v1/channels", fields: ["Origin: https://app.test"])
        #expect(refused.status == 401)
        #expect(refused["access-control-allow-origin"] == "https://app.test")
        #expect(refused["access-control-expose-headers"]?.lowercased() == "retry-after")
    }

    @Test func `connections beyond the bound are refused, and taken again once one ends`() throws {
        let rig = try Rig(.init(workers: 1, bounds: "{body: 128MiB, connections: 3}"))
        var clients: [Client] = []
        for _ in 0..<3 {
            var client = try rig.client()
            try client.send(rig.request("GET", "/open"))
            #expect(try client.answer().status == 200)
            clients.append(client)
        }
        var refused = try rig.client()
        #expect(refused.awaitEnd() != .nothing)
        #expect(try rig.gateway.metric("bawaba_connections_refused_total") > 0)
        clients.removeLast().socket.close()
        try eventually("a connection that is taken") {
            var client = try rig.client()
            guard (try? client.send(rig.request("GET", "/open"))) != nil else { return false }
            return (try? client.answer().status) == 200
        }
    }

    @Test func `an upstream may be this very machine by name`() throws {
        let other = try TestUpstream()
        let rig = try Rig(
            .init(
                workers: 1,
                upstreams: "  local: {targets: [\"http://localhost:\(other.address.port)\"]}",
                passThrough: "  - {prefix: /local, upstream: local}"))
        #expect(try rig.ask("GET", "/local").status == 200)
    }

    @Test(arguments: [
        ("application/x-www-form-urlencoded", "a=1&_method=DELETE", 422),
        ("application/json", #"{"_method":"DELETE"}"#, 422),
        ("application/x-www-form-urlencoded", "a=1", 200), ("application/json", "{}", 200),
        ("text/plain", "_method=DELETE", 200),
        (
            "multipart/form-data; boundary=x",
            "--x\r\nContent-Disposition: form-data; a='_method'; NAME= \"_method\"\r\n\r\nDELETE"
                + "\r\n--x--\r\n", 422
        ),
        (
            "multipart/form-data; boundary=x",
            "--x\r\nContent-Disposition: form-data; name=.method\r\n\r\nDELETE\r\n--x--\r\n", 422
        ),
        (
            "multipart/form-data; boundary=x",
            "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n_method\r\n--x--\r\n", 200
        ),
    ])
    func `without a schema, too, a body does not change the method`(
        type: String, body: String, status: Int
    ) throws {
        let place = try Workplace()
        let document = """
            openapi: 3.0.3
            info: {title: Things, version: "1"}
            paths:
              /things/{id}:
                parameters:
                  - {name: id, in: path, required: true, schema: {type: string}}
                post: {operationId: touch, responses: {"200": {description: OK}}}
                delete: {operationId: remove, responses: {"200": {description: OK}}}
            """
        let path = try place.write(document, to: "things.yaml")
        let policy = """
            contract: {document: \(path)}
            operations:
              touch: {auth: bearer, abilities: [write]}
              remove: {auth: bearer, abilities: [admin]}
            """
        let rig = try Rig(.init(workers: 1, more: policy))
        let scene = rig.upstream.scene()
        let token = try rig.token(abilities: ["write"])
        let answer = try rig.ask(
            "POST", "/things/7", token: token, fields: [scene.field, "Content-Type: \(type)"],
            body: body)
        #expect(answer.status == status)
        if !type.hasPrefix("multipart") { #expect(scene.count == (status == 200 ? 1 : 0)) }
        if status == 200 { #expect(try scene.body() == [UInt8](body)) }
        // PHP does not ask for Content-Encoding, so neither do we.
        let encoded = try rig.ask(
            "POST", "/things/7", token: token,
            fields: ["Content-Type: \(type)", "Content-Encoding: x"], body: body)
        #expect(encoded.status == status)
        let deep = "?_method=DELETE&a" + String(repeating: "[x]", count: 65) + "=1"
        let unreadable = try rig.ask("POST", "/things/7" + deep, token: token)
        #expect(unreadable.status == 422)
    }

    // MARK: Ways to Redis

    @Test func `Redis is found by name`() throws {
        let port = try freePort(at: "127.0.0.1")
        let rig = try Rig(
            .init(
                workers: 1, redisArguments: ["--port", "\(port)"],
                redisURL: "redis://localhost:\(port)"))
        let token = try rig.token()
        #expect(try rig.ask("GET", "/api/v1/channels", token: token).status == 200)
    }

    @Test func `Redis over TLS is believed by its certificate only`() throws {
        let certificates = try Certificates.shared.get()
        for (authority, status) in [("authority", 200), ("stranger", 503)] {
            let port = try freePort(at: "127.0.0.1")
            let options = Rig.Options(
                workers: 1,
                redisArguments: [
                    "--tls-port", "\(port)", "--tls-auth-clients", "no", "--tls-cert-file",
                    certificates.file("upstream.pem"), "--tls-key-file",
                    certificates.file("upstream.key"), "--tls-ca-cert-file",
                    certificates.file("authority.pem"),
                ],
                redisURL: "rediss://127.0.0.1:\(port)",
                redisMore: ", ca_file: \(certificates.file("\(authority).pem"))",
                isReady: status == 200)
            let rig = try Rig(options)
            let token = try rig.token()
            let answer = try rig.ask("GET", "/api/v1/channels", token: token)
            #expect(answer.status == status, "\(authority)")
        }
    }

    @Test func `root is given up for the user that the policy names, with any number of workers`()
        throws
    {
        guard getuid() == 0 else { return print("skipped: not root, which nobody can give up") }
        let port = try freePort(at: "127.0.0.1")
        let rig = try Rig(
            .init(
                workers: 3, redisArguments: ["--port", "\(port)"],
                redisURL: "redis://127.0.0.1:\(port)", accessLog: "off",
                more: "uid: 65534\ngid: 65534"))
        #expect(try rig.ask("GET", "/open").status == 200)
        let facts = rig.gateway.facts
        #expect(facts.contains("Uid:\t65534\t65534\t65534\t65534"), "\(facts)")
        var owner = stat()
        #expect(unsafe stat(rig.place.file("control.sock"), &owner) == 0)
        #expect(owner.st_uid == 65534)
        #expect(facts.contains("Gid:\t65534\t65534\t65534\t65534"), "\(facts)")
    }
}
