import Synchronization
import Testing

/// Targets that are asked whether they are well.
@Suite struct HealthCheckTests {
    private struct Pair {
        let rig: Rig
        let first: TestUpstream
        let second: TestUpstream
        /// Whether the first says that it is well.
        let firstIsWell = Flag()
        let secondIsWell = Flag()

        init(_ more: String, interval: String = "100ms") throws {
            (first, second) = (try TestUpstream(), try TestUpstream())
            for (upstream, flag) in [(first, firstIsWell), (second, secondIsWell)] {
                _ = upstream.others { visit in
                    guard flag.isSet else { return try visit.answer("500 Internal Server Error") }
                    try visit.answer(visit.request.line == "GET /up HTTP/1.1" ? "200 OK" : "404 No")
                }
            }
            let targets = "\"http://\(first.address)\", \"http://\(second.address)\""
            let health = "{path: /up, interval: \(interval), unhealthy: 2, \(more)}"
            rig = try Rig(
                .init(
                    workers: 1,
                    upstreams: "  several: {targets: [\(targets)], slow_start: 0s, "
                        + "health: \(health)}",
                    passThrough: "  - {prefix: /several, upstream: several}"))
        }

        func await(_ target: TestUpstream, isUp: Bool) throws {
            let labels = "upstream=\"several\",target=\"http://\(target.address)\""
            try eventually("the target's state") {
                let value = try rig.gateway.metric("bawaba_upstream_target_up{\(labels)}")
                return value == (isUp ? 1 : 0)
            }
        }
    }

    @Test func `a target that is not well gets no requests until it is`() throws {
        let pair = try Pair("healthy: 2")
        let (first, second) = (pair.first.scene(), pair.second.scene())
        pair.firstIsWell.set(false)
        try pair.await(pair.first, isUp: false)
        for _ in 0..<6 {
            #expect(try pair.rig.ask("GET", "/several", fields: [first.field]).status == 200)
        }
        #expect(first.count == 0 && second.count == 6)
        pair.firstIsWell.set(true)
        try pair.await(pair.first, isUp: true)
        for _ in 0..<6 { _ = try pair.rig.ask("GET", "/several", fields: [first.field]) }
        #expect(first.count == 3)
    }

    @Test func `a target with a dead address comes back as another does`() throws {
        let upstream = try TestUpstream()
        let isWell = Flag()
        _ = upstream.others { visit in
            try visit.answer(isWell.isSet ? "200 OK" : "500 Internal Server Error")
        }
        // ::1 and 127.0.0.1, of which only the latter is served.
        let target = "http://localhost:\(upstream.address.port)"
        let health = "{path: /up, interval: 100ms, unhealthy: 2, healthy: 2}"
        let rig = try Rig(
            .init(
                workers: 1,
                upstreams: "  both: {targets: [\"\(target)\"], kept_connections: 0, "
                    + "health: \(health)}",
                passThrough: "  - {prefix: /both, upstream: both}"))
        func follow(isUp: Bool) throws {
            let labels = "upstream=\"both\",target=\"\(target)\""
            try eventually("the target's state") {
                let value = try rig.gateway.metric("bawaba_upstream_target_up{\(labels)}")
                return value == (isUp ? 1 : 0)
            }
        }
        try eventually("checks") {
            try rig.gateway.metric("bawaba_upstream_health_check_failures_total{upstream=\"both\"}")
                > 4
        }
        try follow(isUp: true)
        isWell.set(false)
        try follow(isUp: false)
        isWell.set(true)
        try follow(isUp: true)
        for _ in 0..<6 { #expect(try rig.ask("GET", "/both").status == 200) }
        // Its checks tell that the other address is dead: no request has to.
        let failures = try rig.gateway.metric(
            "bawaba_upstream_connection_failures_total{upstream=\"both\"}")
        #expect(failures == 0)
    }

    @Test func `a check that a reload does away with says nothing any more`() throws {
        let pair = try Pair("timeout: 1h", interval: "1h")
        let (asked, ends) = (Flag(false), Flag(false))
        _ = pair.first.others { visit in
            asked.set(true)
            try eventually("the reload") { ends.isSet }
            visit.reset()
        }
        try eventually("the check") { asked.isSet }
        let open = "bawaba_upstream_connections_open{upstream=\"several\"}"
        try eventually("one check under way") { try pair.rig.gateway.metric(open) == 1 }
        try pair.rig.reload(
            (", health: {path: /up, interval: 1h, unhealthy: 2, timeout: 1h}}", "}"))
        ends.set(true)
        try eventually("the check's end") { try pair.rig.gateway.metric(open) == 0 }
        try pair.await(pair.first, isUp: true)
    }

    @Test func `when no target says that it is well all are used`() throws {
        let pair = try Pair("healthy: 1")
        let (first, second) = (pair.first.scene(), pair.second.scene())
        pair.firstIsWell.set(false)
        pair.secondIsWell.set(false)
        try pair.await(pair.first, isUp: false)
        try pair.await(pair.second, isUp: false)
        for _ in 0..<6 {
            #expect(try pair.rig.ask("GET", "/several", fields: [first.field]).status == 200)
        }
        #expect(first.count == 3 && second.count == 3)
    }

    @Test func `a check that is not answered in time, broken off or no HTTP has failed`() throws {
        for script: Scene.Script in [
            { visit in _ = visit.awaitEnd() }, { visit in visit.reset() },
            { visit in try visit.send("nonsense\r\n\r\n") },
            { visit in try visit.send("HTTP/1.1 200 O") },
        ] {
            let pair = try Pair("timeout: 400ms", interval: "400ms")
            try pair.await(pair.first, isUp: true)
            _ = pair.first.others(script)
            try pair.await(pair.first, isUp: false)
            try pair.await(pair.second, isUp: true)
        }
    }

    @Test func `a target with another certificate than asked for is not well`() throws {
        let certificates = try Certificates.shared.get()
        let place = try Workplace()
        let address = Address(host: "127.0.0.1", port: try freePort(at: "127.0.0.1"))
        let server = try Program(
            [
                "openssl", "s_server", "-accept", "\(address)", "-cert",
                certificates.file("upstream.pem"), "-key", certificates.file("upstream.key"),
                "-www", "-quiet",
            ], output: place.file("server.log"))
        defer { withExtendedLifetime(server) {} }
        try eventually("openssl s_server") { (try? TestSocket.connected(to: address)) != nil }
        func upstream(_ name: String) -> String {
            """
              \(name):
                targets: ["https://\(address)"]
                tls: {ca_file: \(certificates.file("authority.pem")), server_name: \(name).test}
                health: {path: /, interval: 1s, unhealthy: 2}
            """
        }
        let rig = try Rig(
            .init(workers: 1, upstreams: upstream("upstream") + "\n" + upstream("stranger")))
        func isUp(_ name: String) throws -> Bool {
            let labels = "upstream=\"\(name)\",target=\"https://\(address)\""
            return try rig.gateway.metric("bawaba_upstream_target_up{\(labels)}") == 1
        }
        try eventually("failed checks") { try !isUp("stranger") }
        #expect(try isUp("upstream"))
        withExtendedLifetime(place) {}
    }

    @Test func `a check names the target and ends its connection`() throws {
        let pair = try Pair("healthy: 1")
        let seen = Inbox<Seen>()
        _ = pair.first.others { visit in
            seen.put(visit.request)
            try visit.answer()
        }
        let check = try seen.take("a check")
        #expect(check.line == "GET /up HTTP/1.1")
        #expect(check["host"] == "\(pair.first.address)" && check["connection"] == "close")
        #expect(try seen.take("another check").connection != check.connection)
    }
}

/// A yes or no that several threads see; yes to begin with.
final class Flag: Sendable {
    private let value: Atomic<Bool>

    init(_ isSet: Bool = true) { value = Atomic(isSet) }

    var isSet: Bool { value.load(ordering: .acquiring) }

    func set(_ newValue: Bool) { value.store(newValue, ordering: .releasing) }
}
