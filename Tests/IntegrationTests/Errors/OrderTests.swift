import Testing

/// What is judged first decides the answer, in Laravel's order.
@Suite struct OrderTests {
    private let wrongToken = "Authorization: Bearer 1|wrong"

    @Test func `an unknown path is 404 before anybody is asked who they are`() throws {
        #expect(try Rig.main.ask("GET", "/api/v1/nope", fields: [wrongToken]).status == 404)
        #expect(try Rig.main.ask("DELETE", "/api/v1/contacts", fields: [wrongToken]).status == 405)
    }

    @Test func `a body above the global cap is 413 before the route is looked for`() throws {
        let rig = try Rig.main
        var client = try rig.client()
        try client.send(rig.request("POST", "/api/v1/nope", fields: ["Content-Length: 134217729"]))
        #expect(try client.answer().status == 413)
    }

    @Test func `401 comes before the operation's own cap, ability and fields`() throws {
        let rig = try Rig.main
        var client = try rig.client()
        let fields = [wrongToken, "Content-Length: 2000000", "Content-Encoding: gzip"]
        try client.send(rig.request("POST", "/api/v1/messages", fields: fields))
        let answer = try client.answer()
        #expect(answer.status == 401)
        #expect(answer["connection"] == "close")
    }

    @Test func `429 comes before 403`() throws {
        let rig = try Rig.main
        let org = rig.organization()
        try rig.redis.run(["HSET", "bawaba:org:\(org)", "limit:sending", "1/60:1"])
        let token = try rig.token(org: org, abilities: ["read"])
        #expect(try rig.post("/api/v1/messages", token: token, json: "{}").status == 403)
        #expect(try rig.post("/api/v1/messages", token: token, json: "{}").status == 429)
    }

    @Test func `403 comes before the operation's own cap and before the fields`() throws {
        let rig = try Rig.main
        let token = try rig.token(abilities: ["read"])
        var client = try rig.client()
        let fields = [token.field, "Content-Length: 2000000"]
        try client.send(rig.request("POST", "/api/v1/messages", fields: fields))
        #expect(try client.answer().status == 403)
    }

    @Test func `a refused method override is 422 with a field that is named`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        let answer = try rig.ask(
            "GET", "/api/v1/channels?_method=DELETE", token: rig.token(), fields: [scene.field])
        #expect(answer.status == 422)
        #expect(answer.text.contains(#""_method":["#))
        #expect(scene.count == 0)
    }
}
