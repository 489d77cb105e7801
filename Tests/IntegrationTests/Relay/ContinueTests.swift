import Testing

/// `Expect: 100-continue`: a client is told to send its body once nothing else stands against it.
@Suite struct ContinueTests {
    private func begin(
        _ rig: Rig, _ target: String, _ fields: [String], length: Int
    ) throws -> Client {
        let client = try rig.client()
        let all = ["Expect: 100-continue", "Content-Length: \(length)"] + fields
        try client.send(rig.request("POST", target, fields: all))
        return client
    }

    @Test func `a judged body is asked for, then forwarded without the expectation`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        let body = #"{"conversation_id":"c","body":"b"}"#
        var client = try begin(
            rig, "/api/v1/messages",
            [scene.field, try rig.token().field, "Content-Type: application/json"],
            length: body.utf8.count)
        #expect(try client.head().startLine == "HTTP/1.1 100 Continue")
        try client.send(body)
        #expect(try client.answer().status == 200)
        #expect(try scene.request()["expect"] == nil)
        #expect(try scene.body() == [UInt8](body))
    }

    @Test func `a streamed body is asked for too`() throws {
        let rig = try Rig.main
        let scene = rig.upstream.scene()
        var client = try begin(rig, "/open", [scene.field], length: 3)
        #expect(try client.head().startLine == "HTTP/1.1 100 Continue")
        try client.send("abc")
        #expect(try client.answer().status == 200)
        #expect(try scene.body() == [UInt8]("abc"))
    }

    @Test(arguments: [401, 403, 404, 405, 413, 429])
    func `a refusal comes instead of the invitation`(status: Int) throws {
        let rig = try Rig.main
        let org = rig.organization()
        var target = "/api/v1/messages"
        var length = 3
        var abilities = ["send"]
        switch status {
        case 403: abilities = ["read"]
        case 404: target = "/api/v1/nope"
        case 405: target = "/api/v1/channels"
        case 413: length = 2_000_000
        case 429:
            try rig.redis.run(["HSET", "bawaba:org:\(org)", "limit:sending", "1/60:1"])
            let token = try rig.token(org: org)
            _ = try rig.post("/api/v1/messages", token: token, json: "{}")
        default: break
        }
        let token = try rig.token(org: org, abilities: abilities)
        var client = try begin(rig, target, status == 401 ? [] : [token.field], length: length)
        let answer = try client.answer()
        #expect(answer.status == status)
        #expect(answer.interims.isEmpty)
    }

    @Test func `a client that does not wait is not told`() throws {
        let rig = try Rig.main
        var client = try rig.client()
        try client.send(
            rig.request("POST", "/open", fields: ["Expect: 100-continue"], body: "abc"))
        let answer = try client.answer()
        #expect(answer.status == 200)
        #expect(answer.interims.isEmpty)
    }
}
