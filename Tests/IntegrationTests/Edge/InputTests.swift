import Testing

/// Bodies, types and queries as the back end would read them, and forwarded as they came.
@Suite struct InputTests {
    private let message = #"{ "conversation_id":"c", "body":"b \u00e9", "n":1.0 }"#

    private func send(
        _ type: String?, _ body: String, target: String = "/api/v1/messages",
        fields: [String] = []
    ) throws -> (answer: Answer, scene: Scene) {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        let all = [scene.field] + (type.map { ["Content-Type: \($0)"] } ?? []) + fields
        let answer = try rig.ask(
            "POST", target, token: rig.token(abilities: ["send"]), fields: all, body: body)
        return (answer, scene)
    }

    @Test(arguments: [
        "application/json", "application/json; charset=utf-8", "text/json",
        "application/vnd.api+json",
    ])
    func `JSON is judged, and its bytes are not changed`(type: String) throws {
        let (answer, scene) = try send(type, message)
        #expect(answer.status == 200)
        #expect(try scene.body() == [UInt8](message))
        #expect(try scene.request()["content-type"] == type)
    }

    @Test(arguments: ["APPLICATION/JSON", "text/plain", nil])
    func `a body of another type counts as empty`(type: String?) throws {
        let (answer, scene) = try send(type, message)
        #expect(answer.status == 422)
        #expect(scene.count == 0)
    }

    @Test func `a form is judged like JSON`() throws {
        let type = "application/x-www-form-urlencoded"
        #expect(try send(type, "conversation_id=c&body=b%20x").answer.status == 200)
        #expect(try send(type, "conversation_id=c&body=+").answer.status == 422)
    }

    @Test func `the query fills what the body lacks, and the body wins with null`() throws {
        let target = "/api/v1/messages?body=q&conversation_id=c"
        let (answer, scene) = try send("application/json", "{}", target: target)
        #expect(answer.status == 200)
        #expect(try scene.request().line == "POST \(target) HTTP/1.1")
        let null = try send("application/json", #"{"body":null}"#, target: target)
        #expect(null.answer.status == 422)
    }

    @Test func `blank text is no text`() throws {
        let body = "{\"conversation_id\":\"c\",\"body\":\" \u{A0}\u{200B}\\t\"}"
        #expect(try send("application/json", body).answer.status == 422)
    }

    @Test func `an encoded body is refused where it would have to be judged`() throws {
        let (answer, scene) = try send(
            "application/json", message, fields: ["Content-Encoding: gzip"])
        #expect(answer.status == 415)
        #expect(scene.count == 0)
    }

    @Test(arguments: [
        ("application/json", #"{"conversation_id":"c","body":"b","_method":"DELETE"}"#),
        ("application/x-www-form-urlencoded", "conversation_id=c&body=b&_method=DELETE"),
        ("application/x-www-form-urlencoded", "conversation_id=c&body=b&%5fmethod=DELETE"),
    ])
    func `a method in the body is refused`(type: String, body: String) throws {
        let (answer, scene) = try send(type, body)
        #expect(answer.status == 422)
        #expect(answer.text.contains("_method"))
        #expect(scene.count == 0)
    }

    @Test(arguments: [
        "_method=DELETE", "a=1&_method=PUT", "%5Fmethod=PUT", "_method[]=PUT", "_metho%64=PUT",
    ])
    func `a method in the query is refused`(query: String) throws {
        let (answer, scene) = try send(
            "application/json", message, target: "/api/v1/messages?\(query)")
        #expect(answer.status == 422)
        #expect(scene.count == 0)
    }

    @Test func `a chunked body is judged whole and sent with its length`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        var client = try rig.client()
        let token = try rig.token()
        try client.send(
            rig.request(
                "POST", "/api/v1/messages",
                fields: [
                    scene.field, token.field, "Content-Type: application/json",
                    "Transfer-Encoding: chunked",
                ]))
        try client.send("1a\r\n{\"conversation_id\":\"c\",\"bo\r\n7;x=y\r\ndy\":\"b\"\r\n")
        #expect(scene.count == 0)
        try client.send("1\r\n}\r\n0\r\n\r\n")
        #expect(try client.answer().status == 200)
        let seen = try scene.request()
        #expect(seen["content-length"] == "34")
        #expect(seen["transfer-encoding"] == nil)
        #expect(try scene.body() == [UInt8](#"{"conversation_id":"c","body":"b"}"#))
    }

    @Test func `a judged body that never ends reaches nobody`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        var client = try rig.client()
        try client.send(
            rig.request(
                "POST", "/api/v1/messages",
                fields: [
                    scene.field, try rig.token().field, "Content-Type: application/json",
                    "Content-Length: \(message.utf8.count)",
                ]) + message.dropLast())
        client.socket.finishSending()
        #expect(client.awaitEnd() == .ended)
        #expect(scene.count == 0)
    }

    @Test func `query parameters are judged too`() throws {
        let rig = try Rig.main
        let token = try rig.token()
        let good = try rig.ask("GET", "/api/v1/contacts?per_page=20&page=2", token: token)
        #expect(good.status == 200)
        let bad = try rig.ask("GET", "/api/v1/contacts?per_page=abc", token: token)
        #expect(bad.status == 422)
        #expect(
            bad.text == #"{"message":"The per page field must be an integer.","#
                + #""errors":{"per_page":["The per page field must be an integer."]}}"#)
    }

    @Test func `an assumed rule is reported and not enforced`() throws {
        let rig = try Rig.main
        let token = try rig.token()
        let answer = try rig.ask("GET", "/api/v1/contacts?per_page=1000", token: token)
        #expect(answer.status == 200)
        #expect(try rig.gateway.metric("bawaba_reported_rules_total") > 0)
    }
}
