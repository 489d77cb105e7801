import Testing

/// One operation of the contract: how it is asked for and what it takes.
struct OperationCase: Sendable, CustomTestStringConvertible {
    let method: String
    let path: String
    let ability: String?
    var body: String?

    var testDescription: String { "\(method) \(path)" }

    static let all = [
        OperationCase(method: "GET", path: "/api/v1/channels", ability: "read"),
        OperationCase(method: "GET", path: "/api/v1/channels/01HZK7P5R3Q6V0", ability: "read"),
        OperationCase(method: "GET", path: "/api/v1/contacts", ability: "read"),
        OperationCase(
            method: "POST", path: "/api/v1/contacts", ability: "write",
            body: #"{"wa_id":"966500000000","name":"Ada"}"#),
        OperationCase(method: "GET", path: "/api/v1/contacts/01HZK7", ability: "read"),
        OperationCase(method: "GET", path: "/api/v1/conversations", ability: "read"),
        OperationCase(method: "GET", path: "/api/v1/conversations/architecto", ability: "read"),
        OperationCase(
            method: "GET", path: "/api/v1/conversations/01HZK7P5R3Q6V0YH4XJ3M8CONV1/messages",
            ability: "read"),
        OperationCase(
            method: "POST", path: "/api/v1/embed-tokens", ability: "write",
            body: #"{"slug":"marketing-site","subject":"user-1","context":[]}"#),
        OperationCase(
            method: "POST", path: "/api/integrations/meta/embedded-signup", ability: "admin",
            body: #"{"code":"b","waba_id":"n"}"#),
        OperationCase(
            method: "POST", path: "/api/webhooks/neoleap", ability: nil,
            body: #"[{"type":"PAYMENT"}]"#),
        OperationCase(
            method: "POST", path: "/api/v1/messages", ability: "send",
            body: #"{"conversation_id":"c","body":"Your order is on the way!"}"#),
        OperationCase(
            method: "POST", path: "/api/v1/oauth/token", ability: nil,
            body: #"{"code":"4f9e2c","redirect_uri":"https://crm.example.com/callback"}"#),
        OperationCase(method: "GET", path: "/api/v1/templates", ability: "read"),
        OperationCase(
            method: "POST", path: "/api/v1/templates/send", ability: "send",
            body: #"{"channel_id":"c","wa_id":"966","template_name":"t","variables":["1"]}"#),
    ]

    /// What the gateway answers itself is not forwarded.
    static let answeredHere = ["/api/v1/oauth/token", "/api/v1/embed-tokens"]

    static var forwarded: [OperationCase] { all.filter { !answeredHere.contains($0.path) } }

    static var withToken: [OperationCase] { all.filter { $0.ability != nil } }
}

/// All operations of the contract, and who may use them.
@Suite struct OperationTests {
    private func ask(
        _ operation: OperationCase, _ scene: Scene, _ fields: [String]
    ) throws -> Answer {
        let type = operation.body == nil ? [] : ["Content-Type: application/json"]
        return try Rig.main.ask(
            operation.method, operation.path, fields: [scene.field] + type + fields,
            body: operation.body)
    }

    @Test func `there are fifteen`() { #expect(OperationCase.all.count == 15) }

    @Test(arguments: OperationCase.forwarded)
    func `each is forwarded as it was sent, for its ability`(operation: OperationCase) throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        var fields: [String] = []
        if let ability = operation.ability {
            fields = [try rig.token(abilities: [ability]).field]
        }
        let answer = try ask(operation, scene, fields)
        #expect(answer.status == 200, "\(answer.text)")
        #expect(try scene.request().line == "\(operation.method) \(operation.path) HTTP/1.1")
        #expect(try scene.body() == [UInt8](operation.body ?? ""))
    }

    @Test(arguments: OperationCase.withToken)
    func `each is refused for every other ability`(operation: OperationCase) throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        let abilities: [String] = ["read", "write", "send", "admin"]
        let others = abilities.filter { $0 != operation.ability }
        let answer = try ask(operation, scene, [try rig.token(abilities: others).field])
        #expect(answer.status == 403)
        #expect(scene.count == 0)
    }

    @Test(arguments: OperationCase.withToken)
    func `each is refused without a token`(operation: OperationCase) throws {
        let scene = try Rig.main.upstream.scene()
        #expect(try ask(operation, scene, []).status == 401)
        #expect(scene.count == 0)
    }

    @Test(arguments: OperationCase.all.filter { $0.method == "GET" })
    func `HEAD works wherever GET does`(operation: OperationCase) throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        let answer = try rig.ask(
            "HEAD", operation.path, token: rig.token(abilities: ["read"]), fields: [scene.field])
        #expect(answer.status == 200)
        #expect(answer["content-length"] == "11")
        #expect(try scene.request().line.hasPrefix("HEAD "))
    }

    @Test func `a trailing slash finds the same operation`() throws {
        let rig = try Rig.main
        #expect(try rig.ask("GET", "/api/v1/channels/", token: rig.token()).status == 200)
    }

    @Test func `the session's cookie is enough for the sign-up, and goes upstream`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        let cookie = "a=1; oktawa_session=abc; XSRF-TOKEN=t"
        let answer = try rig.post(
            "/api/integrations/meta/embedded-signup",
            fields: [scene.field, "Cookie: \(cookie)", "X-XSRF-TOKEN: t"],
            json: #"{"code":"b","waba_id":"n"}"#)
        #expect(answer.status == 200)
        let seen = try scene.request()
        #expect(seen["cookie"] == cookie)
        #expect(seen["x-xsrf-token"] == "t")
        #expect(seen["x-bawaba-org"] == nil)
    }

    @Test(arguments: ["other=1", "oktawa_session", "oktawa_session=", "xoktawa_session=1"])
    func `another cookie is no session`(cookie: String) throws {
        let answer = try Rig.main.post(
            "/api/integrations/meta/embedded-signup", fields: ["Cookie: \(cookie)"],
            json: #"{"code":"b","waba_id":"n"}"#)
        #expect(answer.status == 401)
    }

    @Test func `with both, the bearer decides and the cookie goes`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        func sign(_ ability: String) throws -> Answer {
            try rig.post(
                "/api/integrations/meta/embedded-signup", token: rig.token(abilities: [ability]),
                fields: [scene.field, "Cookie: oktawa_session=abc"],
                json: #"{"code":"b","waba_id":"n"}"#)
        }
        #expect(try sign("read").status == 403)
        #expect(try sign("admin").status == 200)
        #expect(try scene.request()["cookie"] == nil)
    }

    @Test func `a session's request is judged by the contract too`() throws {
        let answer = try Rig.main.post(
            "/api/integrations/meta/embedded-signup", fields: ["Cookie: oktawa_session=abc"],
            json: #"{"code":"b"}"#)
        #expect(answer.status == 422)
        #expect(answer.text.contains("The waba id field is required."))
    }

    @Test(
        arguments: [
            ("POST", "/api/webhooks/neoleap", "[1]"),
            ("POST", "/api/webhooks/neoleap", "trandata=AB"),
            ("GET", "/api/webhooks/neoleap", nil), ("PUT", "/api/webhooks/neoleap/", "{"),
            ("POST", "/api/webhooks/neoleap?_method=PUT", "x"),
        ] as [(String, String, String?)])
    func `the payment webhook goes through, whatever it is`(
        method: String, path: String, body: String?
    ) throws {
        let rig = try Rig.main
        let ack = #"[{"status":"1"}]"#
        let scene = rig.upstream.scene { visit in try visit.answer(body: ack) }
        let answer = try rig.ask(
            method, path, fields: [scene.field, "Authorization: Bearer 1|wrong"], body: body)
        #expect(answer.status == 200)
        #expect(answer.text == ack)
        #expect(try scene.request().line == "\(method) \(path) HTTP/1.1")
        #expect(try scene.body() == [UInt8](body ?? ""))
    }

    @Test func `a passed-through prefix covers whole segments only`() throws {
        let rig = try Rig.main
        #expect(try rig.ask("GET", "/open").status == 200)
        #expect(try rig.ask("PATCH", "/open/a/b?x=%zz", body: "x").status == 200)
        #expect(try rig.ask("GET", "/opened").status == 404)
    }

    @Test func `a passed-through prefix may be for some methods only`() throws {
        let rig = try Rig.main
        #expect(try rig.ask("GET", "/read-only/x").status == 200)
        #expect([404, 405].contains(try rig.ask("POST", "/read-only/x", body: "x").status))
    }
}
