import RedisServer
import Testing

@Suite struct OrgCommandTests {
    private let server: RedisServer

    init() throws { server = try RedisServer() }

    private func run(_ words: String...) throws -> Program.Outcome {
        try Program.run(words + ["--redis", "unix://\(server.socketPath)"])
    }

    @Test func `an organization without a record is active, with the policy's limits`() throws {
        let shown = try run("org", "show", "acme")
        #expect(shown.status == 0)
        #expect(
            shown.line == """
                org        acme
                status     active
                limits     the policy's
                """)
    }

    @Test func `suspend and activate write the status that the gateway reads`() throws {
        #expect(try run("org", "set", "acme", "--suspend").status == 0)
        #expect(try server.run(["HGET", "bawaba:org:acme", "status"]) == "suspended")
        #expect(try run("org", "set", "acme", "--activate").status == 0)
        #expect(try server.run(["HGET", "bawaba:org:acme", "status"]) == "active")
    }

    @Test(arguments: [
        ("standard=100/60s", "100/60"), ("standard=100/60", "100/60"),
        ("standard=5/1m:20", "5/60:20"), ("standard=7/2h", "7/7200"), ("standard=1/1d", "1/86400"),
    ])
    func `a limit is stored as the gateway reads it`(text: String, stored: String) throws {
        let outcome = try run("org", "set", "acme", "--limit", text)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try server.run(["HGET", "bawaba:org:acme", "limit:standard"]) == stored)
    }

    @Test func `limits are shown in words, and can be taken back`() throws {
        _ = try run("org", "set", "acme", "--limit", "a=100/1m:20", "--limit", "b=1/1s")
        let shown = try run("org", "show", "acme")
        #expect(shown.output.contains("limit      a: 100 per 60 s, 20 at once\n"))
        #expect(shown.output.contains("limit      b: 1 per 1 s, 1 at once\n"))
        _ = try run("org", "set", "acme", "--clear-limit", "a", "--suspend")
        let json = try run("org", "show", "acme", "--format", "json")
        #expect(json.line == #"{"org":"acme","status":"suspended","limits":{"b":"1/1"}}"#)
    }

    @Test(arguments: [
        (["acme"], "say what to change"), (["acme", "--suspend", "--activate"], "suspend"),
        (["a b", "--suspend"], "visible ASCII characters"),
        (["acme", "--limit", "standard"], "write name=requests/period"),
        (["acme", "--limit", "=1/1s"], "write name=requests/period"),
        (["acme", "--limit", "standard=1/1y"], "write name=requests/period"),
        (["acme", "--limit", "standard=0/1s"], "a number is 0 or too large"),
        (["acme", "--limit", "standard=1/32d"], "a number is 0 or too large"),
        (
            ["acme", "--limit", "standard=1/1d:105"],
            "a burst of 105 takes more than 104 days to come back (burst × period / requests); "
                + "write :104 or less"
        ),
    ])
    func `set says what is wrong and what to do`(words: [String], text: String) throws {
        let outcome = try Program.run(
            ["org", "set"] + words + ["--redis", "unix://\(server.socketPath)"])
        #expect(outcome.status != 0)
        #expect(outcome.errors.contains(text), "\(outcome.errors)")
        #expect(try server.run(["DBSIZE"]) == "0")
    }
}
