import Testing

/// Failed requests that are sent again, and those that are not.
@Suite struct RetryTests {
    /// A gateway with one worker before a target that says 503, and one that serves.
    private struct Halves {
        let rig: Rig
        let failing: TestUpstream
        let serving: TestUpstream
        let failures: Scene
        let answers: Scene

        /// `keys` are whole keys of the policy.
        init(_ more: String, keys: String = "", _ script: Scene.Script? = nil) throws {
            (failing, serving) = (try TestUpstream(), try TestUpstream())
            let targets = "\"http://\(failing.address)\", \"http://\(serving.address)\""
            rig = try Rig(
                .init(
                    workers: 1,
                    upstreams: "  several: {targets: [\(targets)], "
                        + "outlier_detection: off, \(more)}",
                    upstream: "several", passThrough: "  - {prefix: /several, upstream: several}",
                    more: keys))
            failures = failing.scene(
                script ?? { try $0.answer("503 Service Unavailable", body: "down") })
            answers = serving.scene()
        }

        func metric(_ name: String) throws -> Int {
            try rig.gateway.metric("bawaba_upstream_\(name){upstream=\"several\"}")
        }
    }

    @Test(arguments: [true, false])
    func `a GET that a target fails is answered by the other`(resets: Bool) throws {
        let halves = try Halves("retries: {max: 1}") { visit in
            if resets { return visit.reset() }
            try visit.answer("503 Service Unavailable")
        }
        for _ in 0..<8 {
            let answer = try halves.rig.ask("GET", "/several", fields: [halves.failures.field])
            #expect(answer.status == 200 && answer.text == "{\"ok\":true}")
        }
        #expect(halves.answers.count == 8)
        #expect(try halves.metric("retries_total") == halves.failures.count)
    }

    @Test func `a body that was held is sent again whole`() throws {
        let place = try Workplace()
        let document = """
            openapi: 3.0.3
            info: {title: Things, version: "1"}
            paths:
              /things:
                put:
                  operationId: replace
                  responses: {"200": {description: OK}}
                  requestBody:
                    content:
                      application/json:
                        schema: {type: object, properties: {name: {type: string}}}
            """
        let path = try place.write(document, to: "things.yaml")
        let halves = try Halves(
            "retries: {max: 1}",
            keys: """
                contract: {document: \(path)}
                operations: {replace: {auth: bearer, abilities: [write]}}
                """)
        let token = try halves.rig.token(abilities: ["write"])
        let json = #"{"name":"Nadia"}"#
        for _ in 0..<4 {
            let answer = try halves.rig.ask(
                "PUT", "/things", token: token,
                fields: [halves.failures.field, "Content-Type: application/json"], body: json)
            #expect(answer.status == 200)
            #expect(try halves.answers.body() == [UInt8](json.utf8))
        }
        #expect(halves.failures.count > 0)
    }

    @Test(arguments: [
        ("POST", "x", "not retried: the method is not idempotent"),
        ("PUT", "x", "not retried: the body was not held"),
    ])
    func `what is not safe to repeat is not, and the log says why`(
        method: String, body: String, detail: String
    ) throws {
        let halves = try Halves("retries: {max: 2}")
        let answers = try (0..<2).map { _ in
            try halves.rig.ask(method, "/several", fields: [halves.failures.field], body: body)
        }
        let failed = try #require(answers.first { $0.status == 503 })
        #expect(failed.text == "down")
        #expect(try halves.rig.logLines(of: failed)[0].contains("\"detail\":\"\(detail)\""))
        #expect(try halves.metric("retries_refused_total") == 1)
        #expect(halves.failures.count == 1 && halves.answers.count == 1)
    }

    @Test func `without a policy of retries a failure is the client's to know`() throws {
        let halves = try Halves("kept_connections: 4")
        let statuses = try (0..<4).map { _ in
            try halves.rig.ask("GET", "/several", fields: [halves.failures.field]).status
        }
        #expect(statuses.filter { $0 == 503 }.count == 2)
    }

    @Test func `when everything fails the budget ends the repeats`() throws {
        let halves = try Halves("retries: {max: 2, budget: 0%}")
        let all = halves.serving.scene { try $0.answer("503 Service Unavailable") }
        _ = halves.failing.scene { try $0.answer("503 Service Unavailable") }
        var last: Answer?
        // Ten repeats are there to begin with, and one more comes each second.
        for _ in 0..<40 { last = try halves.rig.ask("GET", "/several", fields: [all.field]) }
        let answer = try #require(last)
        #expect(answer.status == 503)
        #expect(try halves.metric("retries_total") < 30)
        #expect(
            try halves.rig.logLines(of: answer)[0].contains(
                "\"detail\":\"not retried: retries.budget\""))
    }

    @Test func `a request that waits while the policy changes is repeated all the same`() throws {
        let gate = Gate()
        let halves = try Halves("retries: {max: 1}") { visit in
            try gate.wait()
            try visit.answer("503 Service Unavailable")
        }
        // They go to one target each.
        var clients = try (0..<2).map { _ in try halves.rig.client() }
        let request = halves.rig.request("GET", "/several", fields: [halves.failures.field])
        for client in clients { try client.send(request) }
        _ = try halves.failures.request()
        // Other upstreams, in another order.
        let others = "  another: {targets: [\"http://\(halves.serving.address)\"]}\n"
        try halves.rig.reload((old: "  several: {", new: others + "  several: {"))
        gate.open()
        for index in clients.indices { #expect(try clients[index].answer().status == 200) }
        #expect(try halves.metric("retries_total") == 1)
    }

    @Test func `an upstream that was restarted is reached although its pool was full`() throws {
        let target = try TestUpstream()
        let rig = try Rig(
            .init(
                workers: 1,
                upstreams: "  small: {targets: [\"http://\(target.address)\"], "
                    + "max_connections: 1}",
                passThrough: "  - {prefix: /tight, upstream: small}"))
        let scene = target.scene { visit in
            // The kept connection dies with the second request.
            if visit.number == 1 { return visit.close() }
            try visit.answer()
        }
        for _ in 0..<3 {
            #expect(try rig.ask("GET", "/tight", fields: [scene.field]).status == 200)
        }
        #expect(scene.count == 4)
    }
}
