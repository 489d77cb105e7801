import Testing

/// Reloads that are refused, asked for twice, or come at the wrong time.
@Suite struct ReloadRefusalTests {
    @Test func `a policy with an error is refused whole, and says why`() throws {
        let rig = try Rig(.init(workers: 1))
        let good = rig.place.text(of: "gateway.yaml")
        try rig.rewrite(
            ("{prefix: /named, upstream: named}", "{prefix: /later, upstream: namde}"))
        let (status, output) = try rig.tryReload()
        #expect(status == 1)
        #expect(output.contains("gateway.yaml:") && output.contains("did you mean `named`?"))
        #expect(output.contains("the old one stays in force"))
        #expect(rig.gateway.log.contains("reload refused, the old policy stays: "))
        #expect(try rig.ask("GET", "/named").status == 200)
        #expect(try rig.ask("GET", "/later").status == 404)
        #expect(try rig.gateway.metric("bawaba_policy_last_reload_successful") == 0)
        #expect(try rig.gateway.metric("bawaba_reloads_total{result=\"refused\"}") == 1)
        #expect(try rig.gateway.metric("bawaba_policy_generation") == 1)
        try rig.place.write(good, to: "gateway.yaml")
        try rig.reload()
        #expect(try rig.gateway.metric("bawaba_policy_last_reload_successful") == 1)
        #expect(try rig.gateway.metric("bawaba_reloads_total{result=\"taken\"}") == 1)
    }

    @Test(arguments: [
        ("workers: 1", "workers: 2", "workers"),
        ("control.sock}", "control.sock2}", "control.socket"),
        ("/access.log", "/other.log", "access_log"),
        ("redis: {url: \"unix://", "redis: {prefix: \"x:\", url: \"unix://", "redis.prefix"),
        ("redis.sock\"", "redis.sock?db=2\"", "redis.url"),
    ])
    func `what cannot change at run time is named`(old: String, new: String, key: String) throws {
        let rig = try Rig(.init(workers: 1))
        try rig.rewrite((old, new))
        let (status, output) = try rig.tryReload()
        #expect(status == 1)
        #expect(output.contains("`\(key)` cannot change while the gateway runs"), "\(output)")
        #expect(try rig.ask("GET", "/open").status == 200)
    }

    @Test func `a certificate without its key is refused`() throws {
        let rig = try Rig(.init(workers: 1))
        try rig.rewrite(("/other.key}", "/api.key}"))
        let (status, output) = try rig.tryReload()
        #expect(status == 1)
        #expect(output.contains("listener \(rig.tls)"), "\(output)")
    }

    @Test func `the answer says how many workers took the policy`() throws {
        let rig = try Rig(.init(workers: 1))
        #expect(rig.gateway.log.contains(" with 1 worker\n"))
        let (status, output) = try rig.tryReload()
        #expect(status == 0)
        #expect(output.contains("policy 2 is in force on 1 worker;"), "\(output)")
    }

    @Test func `SIGHUP reloads, and leaves its answer in the log`() throws {
        let rig = try Rig(.init())
        try rig.rewrite(("{prefix: /named, upstream: named}", "{prefix: /later}"))
        rig.gateway.hangUp()
        try eventually("the reload") {
            try rig.gateway.metric("bawaba_policy_generation") == 2
        }
        #expect(try rig.ask("GET", "/later").status == 200)
        try eventually("the log") {
            rig.gateway.log.contains("reload: policy 2 is in force on 2 workers")
        }
    }

    @Test func `who asks at once is answered by one reload, and each by one that began later`()
        throws
    {
        let rig = try Rig(.init())
        let programs = try (0..<8).map { number in
            try Program(
                [Gateway.binary, "reload", "--socket", rig.place.file("control.sock")],
                output: rig.place.file("reload-\(number).log"))
        }
        for program in programs { #expect(try program.wait(within: 60_000) == 0) }
        let taken = try rig.gateway.metric("bawaba_reloads_total{result=\"taken\"}")
        #expect((1...8).contains(taken))
        #expect(try rig.gateway.metric("bawaba_policy_generation") == taken + 1)
    }

    @Test func `a gateway that is about to end takes no policy`() throws {
        let rig = try Rig(.init(workers: 1))
        let go = Flag(false)
        let scene = rig.upstream.scene { visit in
            _ = try visit.wait(within: 15_000) { go.isSet }
            try visit.answer()
        }
        var client = try rig.client()
        try client.send(rig.request("GET", "/open", fields: [scene.field]))
        _ = try scene.request()
        rig.gateway.terminate()
        try eventually("draining") { try rig.gateway.ask("/readyz").status == 503 }
        let (status, output) = try rig.tryReload()
        #expect(status == 1)
        #expect(output.contains("the gateway is about to end"))
        go.set(true)
        #expect(try client.answer().status == 200)
        #expect(try rig.gateway.wait() == 0)
    }

    @Test func `only the control socket can ask for one`() throws {
        let rig = try Rig.main
        var client = try Client(rig.gateway.admin)
        try client.send("POST /reload HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n")
        #expect(try client.answer().status == 404)
    }
}
