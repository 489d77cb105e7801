import Glibc
import Testing

/// What operators see: health, metrics, the control socket, the access log.
@Suite struct OperatorTests {
    @Test func `health, readiness and metrics are told`() throws {
        let gateway = try Rig.main.gateway
        #expect(try gateway.ask("/healthz").status == 200)
        let ready = try gateway.ask("/readyz")
        #expect(ready.status == 200)
        #expect(ready.text.contains("\"ready\":true"))
        let metrics = try gateway.ask("/metrics")
        #expect(metrics["content-type"]?.hasPrefix("text/plain; version=0.0.4") == true)
        #expect(metrics.text.contains("bawaba_build_info{version="))
        #expect(try gateway.ask("/nothing").status == 404)
    }

    @Test func `the control socket is its owner's alone`() throws {
        var facts = stat()
        #expect(unsafe stat(try Rig.main.place.file("control.sock"), &facts) == 0)
        #expect(facts.st_mode & 0o777 == 0o600)
        #expect(facts.st_mode & S_IFMT == S_IFSOCK)
    }

    @Test func `a request is one line of JSON that names its route, never its path`() throws {
        let rig = try Rig.main
        let token = try rig.token(org: "org-logged")
        let answer = try rig.ask(
            "GET", "/api/v1/channels/private-id?secret=query", token: token)
        let line = try rig.logLines(of: answer)
        #expect(line.count == 1)
        for part in [
            "{\"time\":\"", "\"client\":\"127.1.", "\"method\":\"GET\"",
            "\"route\":\"/api/v1/channels/{id}\"", "\"status\":200", "\"decision\":\"allowed\"",
            "\"org\":\"org-logged\"", "\"upstream\":\"main\"", "\"bytes_out\":11", "\"us\":{",
            "\"identity\":", "\"upstream\":", "\"total\":",
        ] {
            #expect(line[0].contains(part), "\(part) in \(line[0])")
        }
        for secret in [token.secret, "private-id", "secret=query"] {
            #expect(!rig.place.text(of: "access.log").contains(secret))
            #expect(!rig.gateway.log.contains(secret))
        }
    }

    @Test func `what is no request is told apart from the request before it`() throws {
        let rig = try Rig.main
        for garbage in ["GET / HTTP/9.9\r\n\r\n", "BROKEN\r\n\r\n"] {
            let good = try rig.ask("GET", "/open")
            let source = rig.source()
            var client = try rig.client(from: source)
            try client.send(garbage)
            let bad = try client.answer()
            #expect(bad["x-request-id"] != good["x-request-id"])
            let line = try rig.logLines(of: bad)[0]
            #expect(line.contains("\"client\":\"\(source)\""), "\(line)")
        }
    }

    @Test func `a refusal names its reason`() throws {
        let rig = try Rig.main
        let reader = try rig.token(abilities: ["read"])
        let wrong = "Authorization: Bearer \(reader.id)|wrong-secret"
        let cases: [(Answer, String)] = [
            (try rig.ask("GET", "/api/v1/channels"), "missing_token"),
            (try rig.ask("GET", "/api/v1/channels", fields: [wrong]), "wrong_secret"),
            (try rig.post("/api/v1/messages", token: reader, json: "{}"), "missing_ability"),
            (try rig.ask("GET", "/api/v1/contacts?page=x", token: reader), "invalid_input"),
            (try rig.ask("GET", "/nope"), "not_found"),
            (try rig.ask("GET", "/dead"), "upstream_unreachable"),
            (try rig.ask("GET", "/open"), "passed_through"),
        ]
        for (answer, decision) in cases {
            let line = try rig.logLines(of: answer)[0]
            #expect(line.contains("\"decision\":\"\(decision)\""), "\(line)")
        }
        #expect(!rig.place.text(of: "access.log").contains("wrong-secret"))
    }
}
