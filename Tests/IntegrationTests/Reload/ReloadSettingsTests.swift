import Bytes
import Identity
import Testing

/// Settings behind the rules of requests: each is shown by a request that fares otherwise after the
/// reload.
@Suite struct ReloadSettingsTests {
    @Test func `other resolvers are asked`() throws {
        let (old, new) = (try Names(), try Names())
        old.set("app.internal", ["127.0.0.5"])
        new.set("app.internal", ["127.0.0.1"])
        let upstream = try TestUpstream()
        let target = "http://app.internal:\(upstream.address.port)"
        let rig = try Rig(
            .init(
                workers: 1,
                upstreams: "  far: {targets: [\"\(target)\"], kept_connections: 0}",
                passThrough: "  - {prefix: /far, upstream: far}",
                more: "resolvers: [\"\(old.address)\"]"))
        #expect(try rig.ask("GET", "/far").status == 502)
        try rig.reload(("\(old.address)", "\(new.address)"))
        try eventually("the other server's address") {
            try rig.ask("GET", "/far").status == 200
        }
        #expect(new.count("app.internal") > 0)
    }

    @Test func `Redis gets the new password with the next connection`() throws {
        let port = try freePort(at: "127.0.0.1")
        let rig = try Rig(
            .init(
                workers: 1,
                redisArguments: [
                    "--port", "\(port)", "--bind", "127.0.0.1", "--user", "gate", "on", ">first",
                    "~*", "&*", "+@all",
                ], redisURL: "redis://gate@127.0.0.1:\(port)",
                redisMore: ", password_file: redis.password"),
            files: ["redis.password": "first"])
        let token = try rig.token()
        func status() throws -> Int {
            try rig.ask("GET", "/api/v1/channels", token: token).status
        }
        #expect(try status() == 200)
        try rig.redis.run(["ACL", "SETUSER", "gate", "resetpass", ">second"])
        try rig.redis.run(["CLIENT", "KILL", "USER", "gate"])
        try eventually("the refusal of the old password") { try status() == 503 }
        try rig.place.write("second", to: "redis.password")
        try rig.reload()
        try eventually("an answer with the new password") { try status() == 200 }
    }

    @Test func `more connections are taken, and fewer`() throws {
        let rig = try Rig(.init(workers: 1, bounds: "{body: 128MiB, connections: 2}"))
        let gate = Gate()
        let scene = rig.upstream.scene { visit in
            try gate.wait()
            try visit.answer()
        }
        var busy: [Client] = []
        for _ in 0..<2 {
            let client = try rig.client()
            try client.send(rig.request("GET", "/open", fields: [scene.field]))
            _ = try scene.request()
            busy.append(client)
        }
        /// Whether another one is served beside those that are busy.
        func serves() throws -> Bool {
            var client = try rig.client()
            try? client.send(rig.request("GET", "/open"))
            return (try? client.answer())?.status == 200
        }
        #expect(try !serves())
        try rig.reload(("connections: 2", "connections: 3"))
        #expect(try serves())
        try rig.reload(("connections: 3", "connections: 2"))
        try eventually("the end of the one between") {
            try rig.gateway.metric("bawaba_connections_open") == 2
        }
        #expect(try !serves())
        // Those that are open stay, however few there may be.
        try rig.reload(("connections: 2", "connections: 1"))
        for _ in busy { gate.open() }
        for index in busy.indices {
            #expect(try busy[index].answer().status == 200)
        }
    }

    @Test func `keys under another master key can be used`() throws {
        let rig = try Rig(.init(workers: 1))
        let second = "m2 " + String(repeating: "6b", count: 32)
        let host = try EmbedHost(rig.organization(), master: second)
        try rig.put(host)
        let token = try rig.token(org: host.org, abilities: ["write"])
        func status() throws -> Int {
            try rig.post(
                "/api/v1/embed-tokens", token: token,
                json: #"{"slug":"site","subject":"user-1","context":{}}"#
            ).status
        }
        #expect(try status() == 503)
        try rig.place.write("\(second)\n\(Rig.masterKey)\n", to: "master.key")
        #expect(try status() == 503)
        try rig.reload()
        #expect(try status() == 200)
        // The other way, too: what is taken away opens nothing.
        try rig.place.write(Rig.masterKey, to: "master.key")
        try rig.reload()
        #expect(try status() == 503)
    }
}
