import Testing

/// Pooled connections that the upstream closed meanwhile.
@Suite struct ReuseTests {
    /// Leaves one idle connection in the pool that dies with the next request it gets.
    private func dyingConnection(_ rig: Rig) throws -> (scene: Scene, first: Int) {
        let scene = rig.upstream.scene { visit in
            if visit.number == 1 { return visit.close() }
            try visit.answer()
        }
        #expect(try rig.ask("GET", "/open", fields: [scene.field]).status == 200)
        return (scene, try scene.request().connection)
    }

    @Test(arguments: ["GET", "HEAD", "PUT", "DELETE"])
    func `a request that may be repeated is, once`(method: String) throws {
        let rig = try Rig(.init(workers: 1))
        let (scene, first) = try dyingConnection(rig)
        let answer = try rig.ask(method, "/open", fields: [scene.field])
        #expect(answer.status == 200)
        #expect(try scene.request().connection == first)
        #expect(try scene.request().connection != first)
        #expect(scene.count == 3)
    }

    @Test func `a POST is not repeated once it was sent`() throws {
        let rig = try Rig(.init(workers: 1))
        let (scene, _) = try dyingConnection(rig)
        let answer = try rig.ask("POST", "/open", fields: [scene.field], body: "x")
        #expect(answer.status == 502)
        #expect(scene.count == 2)
    }

    @Test func `a second failure is the client's to know`() throws {
        let rig = try Rig(.init(workers: 1))
        let scene = rig.upstream.scene { visit in
            if visit.number > 0 { return visit.close() }
            try visit.answer()
        }
        #expect(try rig.ask("GET", "/open", fields: [scene.field]).status == 200)
        #expect(try rig.ask("GET", "/open", fields: [scene.field]).status == 502)
        #expect(scene.count == 3)
    }

    @Test func `a connection that the upstream closed while idle is not used`() throws {
        let rig = try Rig(.init(workers: 1))
        let scene = rig.upstream.scene { visit in
            try visit.answer()
            visit.close()
        }
        for _ in 0..<5 {
            #expect(try rig.ask("GET", "/open", fields: [scene.field]).status == 200)
            try eventually("an empty pool") {
                let text = try rig.gateway.ask("/metrics").text
                return text.contains(
                    "bawaba_upstream_connections_idle{upstream=\"main\"} 0\n")
            }
            let answer = try rig.ask("POST", "/open", fields: [scene.field], body: "x")
            #expect(answer.status == 200)
        }
    }

    @Test func `an answer that closes its connection is not followed by another on it`() throws {
        let rig = try Rig(.init(workers: 1))
        let scene = rig.upstream.scene { visit in
            try visit.answer(fields: ["Connection: close"])
        }
        for _ in 0..<3 {
            #expect(try rig.ask("POST", "/open", fields: [scene.field], body: "x").status == 200)
        }
        let connections = try (0..<3).map { _ in try scene.request().connection }
        #expect(Set(connections).count == 3)
    }

    @Test func `a judged body is held and can be repeated with its request`() throws {
        let rig = try Rig(.init(workers: 1))
        let (scene, _) = try dyingConnection(rig)
        let json = #"{"wa_id":"966500000000"}"#
        let answer = try rig.post(
            "/api/v1/contacts", token: rig.token(), fields: [scene.field], json: json)
        // POST is not idempotent: the body being at hand does not make it so.
        #expect(answer.status == 502)
        #expect(scene.count == 2)
    }
}
