import Testing

/// A name that moves to another address while connections to the old one are in use: what an
/// operator does who switches between two sets of servers by DNS.
@Suite(.serialized) struct AddressChangeTests {
    private func rig(_ names: Names, port: UInt16, _ more: String = "") throws -> Rig {
        let target = "http://app.internal:\(port)"
        return try Rig(
            .init(
                workers: 1, upstreams: "  far: {targets: [\"\(target)\"]\(more)}",
                passThrough: "  - {prefix: /far, upstream: far, body_max: 1MiB}",
                more: "resolvers: [\"\(names.address)\"]"))
    }

    private func open(_ rig: Rig) throws -> Int {
        try rig.gateway.metric("bawaba_upstream_connections_open{upstream=\"far\"}")
    }

    @Test func `requests leave an address that its name no longer has`() throws {
        let names = try Names()
        let old = try TestUpstream()
        let new = try TestUpstream(at: "127.0.0.2", port: old.address.port)
        _ = old.others { visit in try visit.answer(body: "old") }
        _ = new.others { visit in try visit.answer(body: "new") }
        let gate = Gate()
        let slow = old.scene { visit in
            try gate.wait()
            try visit.answer(body: "slow")
        }
        names.set("app.internal", ["127.0.0.1"])
        let rig = try rig(names, port: old.address.port)
        #expect(try rig.ask("GET", "/far").text == "old")
        var client = try rig.client()
        try client.send(rig.request("GET", "/far", fields: [slow.field]))
        _ = try slow.request()
        names.set("app.internal", ["127.0.0.2"])
        // The connection is never idle for long, so that nothing but DNS can end it.
        try eventually("the new address") { try rig.ask("GET", "/far").text == "new" }
        // What was under way there ends as it would have.
        gate.open()
        #expect(try client.answer().text == "slow")
        try eventually("the end of the old connections") { try open(rig) == 1 }
        #expect(try rig.ask("GET", "/far").text == "new")
    }

    @Test func `an idle connection to such an address is closed at once`() throws {
        let names = try Names()
        let old = try TestUpstream()
        _ = try TestUpstream(at: "127.0.0.2", port: old.address.port)
        names.set("app.internal", ["127.0.0.1"])
        let rig = try rig(names, port: old.address.port, ", timeouts: {keep: 10m}")
        #expect(try rig.ask("GET", "/far").status == 200)
        try eventually("an idle connection") { try open(rig) == 1 }
        names.set("app.internal", ["127.0.0.2"])
        try eventually("its end") { try open(rig) == 0 }
    }

    @Test func `a connection to an address that the name keeps stays`() throws {
        let names = try Names()
        let upstream = try TestUpstream()
        names.set("app.internal", ["127.0.0.1"])
        let rig = try rig(names, port: upstream.address.port)
        #expect(try rig.ask("GET", "/far").status == 200)
        names.set("app.internal", ["127.0.0.5", "127.0.0.1"])
        let asked = names.count("app.internal")
        // The name is asked for at both families: one more answer than the next has been taken.
        try eventually("two more answers") {
            let status = try rig.ask("GET", "/far").status
            #expect(status == 200)
            return names.count("app.internal") >= asked + 3
        }
        let made = try rig.gateway.metric("bawaba_upstream_connections_total{upstream=\"far\"}")
        #expect(made == 1)
    }

    @Test func `an HTTP2 connection to such an address takes no more requests`() throws {
        let names = try Names()
        let script = { @Sendable (peer: inout FramePeer, text: String) throws in
            while true {
                if case .ended(let stream) = try peer.next() { try peer.answer(stream, text) }
            }
        }
        let old = try FrameUpstream { peer in try script(&peer, "old") }
        let port = old.address.port
        let new = try FrameUpstream(at: "127.0.0.2", port: port) { peer in
            try script(&peer, "new")
        }
        names.set("app.internal", ["127.0.0.1"])
        let rig = try rig(names, port: port, ", protocol: http2")
        var client = try rig.client()
        try client.send(
            "POST /far HTTP/1.1\r\nHost: api.test\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nbody")
        try eventually("the stream") {
            try rig.gateway.metric("bawaba_upstream_requests_total{upstream=\"far\"}") == 1
        }
        #expect(try rig.ask("GET", "/far").text == "old")
        names.set("app.internal", ["127.0.0.2"])
        try eventually("the new address") { try rig.ask("GET", "/far").text == "new" }
        let count = try open(rig)
        #expect(count == 2)
        try client.send("\r\n0\r\n\r\n")
        #expect(try client.answer().text == "old")
        try eventually("the end of the old connection") { try open(rig) == 1 }
        #expect(try rig.ask("GET", "/far").text == "new")
        #expect(old.connections == 1)
        #expect(new.connections == 1)
    }
}
