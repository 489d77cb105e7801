import Synchronization
import Testing

/// An upstream of two targets: who gets what, and what becomes of a target that fails.
@Suite struct BalancingTests {
    /// A gateway with one worker before two targets, at `/several`.
    private struct Pair {
        let rig: Rig
        let first: TestUpstream
        let second: TestUpstream

        init(_ more: String) throws {
            let (first, second) = (try TestUpstream(), try TestUpstream())
            let targets = "\"http://\(first.address)\", \"http://\(second.address)\""
            rig = try Rig(
                .init(
                    workers: 1, upstreams: "  several: {targets: [\(targets)], \(more)}",
                    upstream: "several", passThrough: "  - {prefix: /several, upstream: several}"))
            (self.first, self.second) = (first, second)
        }

        /// Scenes with the same number at both, so that one field names either.
        func scenes(
            first: @escaping Scene.Script = { try $0.answer() },
            second: @escaping Scene.Script = { try $0.answer() }
        ) -> (first: Scene, second: Scene) {
            (self.first.scene(first), self.second.scene(second))
        }

        func isUp(_ target: TestUpstream) throws -> Bool {
            let labels = "upstream=\"several\",target=\"http://\(target.address)\""
            return try rig.gateway.metric("bawaba_upstream_target_up{\(labels)}") == 1
        }

        func metric(_ name: String) throws -> Int {
            try rig.gateway.metric("bawaba_upstream_\(name){upstream=\"several\"}")
        }
    }

    @Test func `targets get the same number of requests`() throws {
        let pair = try Pair("kept_connections: 4")
        let scenes = pair.scenes()
        for _ in 0..<10 {
            #expect(
                try pair.rig.ask("GET", "/several", fields: [scenes.first.field]).status == 200)
        }
        #expect(scenes.first.count == 5 && scenes.second.count == 5)
    }

    @Test func `a user stays with a target`() throws {
        let pair = try Pair("balance: {hash: X-User}")
        let scenes = pair.scenes()
        var before = 0
        for user in 0..<16 {
            let fields = [scenes.first.field, "x-user: \(user)"]
            for _ in 0..<3 {
                #expect(try pair.rig.ask("GET", "/several", fields: fields).status == 200)
            }
            let count = scenes.first.count
            #expect(count == before || count == before + 3)
            before = count
        }
        #expect(scenes.first.count > 0 && scenes.second.count > 0)
    }

    @Test func `an organization stays with a target, whichever its token`() throws {
        let pair = try Pair("balance: {hash: org}")
        let scenes = pair.scenes()
        var before = 0
        for number in 0..<16 {
            for _ in 0..<2 {
                let token = try pair.rig.token(org: "org-\(number)")
                let answer = try pair.rig.ask(
                    "GET", "/api/v1/contacts", token: token, fields: [scenes.first.field])
                #expect(answer.status == 200)
            }
            let count = scenes.first.count
            #expect(count == before || count == before + 2)
            before = count
        }
        #expect(scenes.first.count > 0 && scenes.second.count > 0)
    }

    @Test(arguments: ["max_requests: 1", "max_connections: 1"])
    func `beyond a limit the answer is 503 at once`(limit: String) throws {
        let target = try TestUpstream()
        let rig = try Rig(
            .init(
                workers: 1,
                upstreams: "  small: {targets: [\"http://\(target.address)\"], \(limit)}",
                passThrough: "  - {prefix: /tight, upstream: small}"))
        let gate = Gate()
        let scene = target.scene { visit in
            if visit.number == 0 { try gate.wait() }
            try visit.answer()
        }
        var client = try rig.client()
        try client.send(rig.request("GET", "/tight", fields: [scene.field]))
        _ = try scene.request()
        let refused = try rig.ask("GET", "/tight", fields: [scene.field])
        #expect(refused.status == 503 && refused["retry-after"] == "1")
        #expect(try rig.logLines(of: refused)[0].contains("\"upstream_overloaded\""))
        #expect(
            try rig.gateway.metric("bawaba_upstream_overloaded_total{upstream=\"small\"}") == 1)
        gate.open()
        #expect(try client.answer().status == 200)
        #expect(try rig.ask("GET", "/tight", fields: [scene.field]).status == 200)
        #expect(scene.count == 2)
    }

    @Test func `a target that fails is ejected, and comes back`() throws {
        let pair = try Pair(
            "outlier_detection: {consecutive_failures: 2, base_ejection_time: 3s}, "
                + "slow_start: 0s")
        let fails = Atomic(true)
        let scenes = pair.scenes(first: { visit in
            try visit.readBody()
            if fails.load(ordering: .relaxed) { return visit.reset() }
            try visit.answer()
        })
        let fields = [scenes.first.field]
        let statuses = try (0..<4).map { _ in
            try pair.rig.ask("POST", "/several", fields: fields, body: "x").status
        }
        #expect(statuses.filter { $0 == 502 }.count == 2)
        #expect(try pair.metric("ejections_total") == 1)
        fails.store(false, ordering: .relaxed)
        try eventually("the target's return") { try pair.isUp(pair.first) }
        let before = scenes.first.count
        for _ in 0..<4 {
            let answer = try pair.rig.ask("POST", "/several", fields: fields, body: "x")
            #expect(answer.status == 200)
        }
        #expect(scenes.first.count == before + 2)
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", "HTTP/1.1 503 Busy\r\n\r\n", "",
        "HTTP/1.1 503 Busy\r\nContent-Length: 9\r\n\r\nhalf",
    ])
    func `a target that breaks off, cannot serve or says nothing is ejected`(raw: String) throws {
        let pair = try Pair("outlier_detection: {consecutive_failures: 2}")
        let scenes = pair.scenes(first: { visit in
            try visit.send(raw)
            visit.close()
        })
        let fields = [scenes.first.field]
        for _ in 0..<4 {
            var client = try pair.rig.client()
            try client.send(pair.rig.request("POST", "/several", fields: fields, body: "x"))
            // Half an answer is cut.
            _ = try? client.answer(to: "POST")
        }
        try eventually("the ejection") { try !pair.isUp(pair.first) }
        for _ in 0..<4 {
            let answer = try pair.rig.ask("POST", "/several", fields: fields, body: "x")
            #expect(answer.status == 200)
        }
        // One request is one failure, also where it says 503 and breaks off.
        #expect(scenes.first.count == 2)
    }

    @Test func `a client that falls silent behind an early answer is no failure of its target`()
        throws
    {
        let pair = try Pair("outlier_detection: {consecutive_failures: 2}, timeouts: {idle: 400ms}")
        let script: Scene.Script = { visit in
            try visit.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n")
            _ = visit.awaitEnd()
        }
        let scenes = pair.scenes(first: script, second: script)
        let fields = [scenes.first.field, "Content-Length: 9"]
        for _ in 0..<4 {
            var client = try pair.rig.client()
            try client.send(pair.rig.request("POST", "/several", fields: fields) + "abc")
            #expect(try client.head().startLine.hasPrefix("HTTP/1.1 200 "))
            #expect(client.awaitEnd() != .nothing)
        }
        #expect(try pair.metric("ejections_total") == 0)
        #expect(try pair.isUp(pair.first) && pair.isUp(pair.second))
    }

    @Test func `a target that is too slow is ejected`() throws {
        let pair = try Pair(
            "outlier_detection: {consecutive_failures: 2}, timeouts: {response: 1500ms}")
        let scenes = pair.scenes(first: { visit in _ = visit.awaitEnd() })
        let statuses = try (0..<8).map { _ in
            try pair.rig.ask("GET", "/several", fields: [scenes.first.field]).status
        }
        #expect(statuses.filter { $0 == 504 }.count == 2)
        #expect(try !pair.isUp(pair.first))
    }

    @Test func `answers between failures keep a target in rotation`() throws {
        let pair = try Pair("outlier_detection: {consecutive_failures: 2}")
        let scenes = pair.scenes(first: { visit in
            try visit.answer(visit.number.isMultiple(of: 2) ? "503 Busy" : "200 OK")
        })
        for _ in 0..<16 {
            _ = try pair.rig.ask("GET", "/several", fields: [scenes.first.field])
        }
        #expect(try pair.isUp(pair.first))
        #expect(scenes.first.count == 8)
    }
}
