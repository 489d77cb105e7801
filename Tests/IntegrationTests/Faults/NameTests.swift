import Testing

/// Upstreams and Redis by name: several addresses, some of them dead, and answers that change.
@Suite(.serialized) struct NameTests {
    private func rig(
        _ names: Names, upstream: TestUpstream? = nil, redisURL: String? = nil,
        redisArguments: [String] = [], isReady: Bool = true
    ) throws -> Rig {
        var upstreams = ""
        if let upstream {
            let target = "http://app.internal:\(upstream.address.port)"
            upstreams = "  far: {targets: [\"\(target)\"], kept_connections: 0}"
        }
        return try Rig(
            .init(
                workers: 1, redisArguments: redisArguments, redisURL: redisURL,
                isReady: isReady, upstreams: upstreams,
                passThrough: upstream == nil ? "" : "  - {prefix: /far, upstream: far}",
                more: "resolvers: [\"\(names.address)\"]"))
    }

    @Test func `a dead address of a name costs no request`() throws {
        let names = try Names()
        let upstream = try TestUpstream()
        names.set("app.internal", ["127.0.0.5", "127.0.0.1", "127.0.0.6"])
        let rig = try rig(names, upstream: upstream)
        for _ in 0..<12 { #expect(try rig.ask("GET", "/far").status == 200) }
        // Each dead address rests after it failed.
        let failures = try rig.gateway.metric(
            "bawaba_upstream_connection_failures_total{upstream=\"far\"}")
        #expect((1...4).contains(failures), "\(failures)")
    }

    @Test func `another target is tried before all dead addresses of one`() throws {
        let names = try Names()
        let upstream = try TestUpstream()
        names.set("app.internal", (5...9).map { "127.0.0.\($0)" })
        let port = upstream.address.port
        let rig = try Rig(
            .init(
                workers: 1,
                upstreams: "  far: {targets: [\"http://app.internal:\(port)\", "
                    + "\"http://\(upstream.address)\"], balance: {hash: X-User}}",
                passThrough: "  - {prefix: /far, upstream: far}",
                more: "resolvers: [\"\(names.address)\"]"))
        for user in 0..<8 {
            #expect(try rig.ask("GET", "/far", fields: ["X-User: \(user)"]).status == 200)
        }
    }

    @Test func `want of descriptors says nothing about a target`() throws {
        let names = try Names()
        let upstream = try TestUpstream()
        names.set("app.internal", ["127.0.0.1"])
        let rig = try rig(names, upstream: upstream)
        var client = try rig.client()
        try client.send(rig.request("GET", "/far"))
        #expect(try client.answer().status == 200)
        func limit(_ count: Int) throws {
            let words = ["prlimit", "--pid", "\(rig.gateway.id)", "--nofile=\(count):"]
            #expect(try Program.run(words, in: rig.place).0 == 0)
        }
        try limit(3)
        for _ in 0..<3 {
            try client.send(rig.request("GET", "/far"))
            let answer = try client.answer()
            #expect(answer.status == 503 && answer["retry-after"] != nil)
        }
        try limit(1_024)
        try client.send(rig.request("GET", "/far"))
        #expect(try client.answer().status == 200)
        let labels = "{upstream=\"far\"}"
        #expect(try rig.gateway.metric("bawaba_upstream_connection_failures_total\(labels)") == 0)
        #expect(try rig.gateway.metric("bawaba_upstream_overloaded_total\(labels)") == 3)
    }

    @Test func `a name's new addresses are used without a restart`() throws {
        let names = try Names()
        let upstream = try TestUpstream()
        names.set("app.internal", ["127.0.0.5"])
        let rig = try rig(names, upstream: upstream)
        #expect(try rig.ask("GET", "/far").status == 502)
        names.set("app.internal", ["127.0.0.1"])
        try eventually("the new address") { try rig.ask("GET", "/far").status == 200 }
    }

    @Test func `the first request finds the addresses that DNS is slow to tell`() throws {
        let names = try Names()
        let upstream = try TestUpstream()
        names.set("app.internal", ["127.0.0.1"])
        names.ignore(2)
        let rig = try rig(names, upstream: upstream, isReady: false)
        #expect(try rig.ask("GET", "/far").status == 200)
        #expect(names.count("app.internal") == 4)
    }

    @Test func `a new process without the addresses of the old one does not replace it`() throws {
        let names = try Names()
        let upstream = try TestUpstream()
        names.set("app.internal", ["127.0.0.1"])
        let rig = try rig(names, upstream: upstream)
        names.fail("app.internal")
        try rig.upgrade(
            says: "upstreams' names without an address: 1 (0 in the old process)")
        try eventually("its end") { rig.gateway.log.contains("goes on serving") }
        #expect(try rig.ask("GET", "/far").status == 200)
    }

    @Test func `a gateway is ready once every name was answered`() throws {
        let names = try Names()
        let upstream = try TestUpstream()
        let rig = try rig(names, upstream: upstream, isReady: false)
        try eventually("the question") { names.count("app.internal") > 0 }
        try eventually("Redis") { try rig.gateway.metric("bawaba_redis_connected") == 1 }
        let early = try rig.gateway.ask("/readyz")
        #expect(early.status == 503)
        #expect(early.text.contains(#""names_unanswered":1"#), "\(early.text)")
        names.set("app.internal", [])
        try eventually("readiness") { try rig.gateway.ask("/readyz").status == 200 }
        #expect(try rig.ask("GET", "/far").status == 502)
    }

    /// A gateway that finds Redis, at 127.0.0.1, by a name with these addresses.
    private func redisByName(
        _ addresses: [String]
    ) throws -> (rig: Rig, names: Names, port: UInt16) {
        let names = try Names()
        let port = try freePort(at: "127.0.0.1")
        names.set("redis.internal", addresses)
        let rig = try rig(
            names, redisURL: "redis://redis.internal:\(port)",
            redisArguments: ["--port", "\(port)", "--bind", "127.0.0.1"])
        return (rig, names, port)
    }

    @Test func `Redis is followed to another address`() throws {
        let (rig, names, port) = try redisByName(["127.0.0.5", "127.0.0.1"])
        let token = try rig.token()
        #expect(try rig.ask("GET", "/api/v1/channels", token: token).status == 200)
        rig.redis.stop()
        let moved = try SharedRedis(["--port", "\(port)", "--bind", "127.0.0.2"])
        names.set("redis.internal", ["127.0.0.2"])
        #expect(try rig.ask("GET", "/api/v1/channels", token: token).status == 503)
        try eventually("an answer of the Redis that moved") {
            try rig.ask("GET", "/api/v1/channels", token: token).status == 401
        }
        _ = moved
    }

    @Test func `a Redis that became a replica is left for the one that its name has now`() throws {
        let (rig, names, port) = try redisByName(["127.0.0.1"])
        let token = try rig.token()
        #expect(try rig.ask("GET", "/api/v1/channels", token: token).status == 200)
        let next = try SharedRedis(["--port", "\(port)", "--bind", "127.0.0.2"])
        try next.run(["REPLICAOF", "127.0.0.1", "\(port)"])
        try eventually("the replica's copy") {
            try next.run(["EXISTS", "bawaba:token:\(token.id)"]).contains("1")
        }
        // The roles change, and no connection breaks.
        try next.run(["REPLICAOF", "NO", "ONE"])
        try rig.redis.run(["REPLICAOF", "127.0.0.2", "\(port)"])
        names.set("redis.internal", ["127.0.0.2"])
        try eventually("an answer of the new master") {
            try rig.ask("GET", "/api/v1/channels", token: token).status == 200
        }
        #expect(try rig.ask("GET", "/api/v1/channels", token: token).status == 200)
    }

    @Test func `a master that stays a replica is asked again once a second at most`() throws {
        let (rig, _, _) = try redisByName(["127.0.0.1"])
        let token = try rig.token()
        #expect(try rig.ask("GET", "/api/v1/channels", token: token).status == 200)
        try rig.redis.run(["REPLICAOF", "127.0.0.1", "\(try freePort(at: "127.0.0.1"))"])
        let began = milliseconds()
        for _ in 0..<50 {
            #expect(try rig.ask("GET", "/api/v1/channels", token: token).status == 503)
        }
        let seconds = (milliseconds() - began) / 1_000
        let made = try rig.gateway.metric("bawaba_redis_reconnections_total")
        #expect((1...(seconds + 2)).contains(made), "\(made) in \(seconds) s")
        try rig.redis.run(["REPLICAOF", "NO", "ONE"])
        try eventually("answers") {
            try rig.ask("GET", "/api/v1/channels", token: token).status == 200
        }
    }
}
