import Testing

/// `bawaba reload` where there is nobody to ask.
@Suite struct ReloadCommandTests {
    private static let rest = """
        contract: {document: missing.yaml}
        listeners: [{address: "127.0.0.1:1", hosts: ["*"]}]
        redis: {url: "redis://redis"}
        """

    @Test func `it wants to know which gateway`() throws {
        let none = try Program.run("reload")
        #expect(none.status == 64)
        #expect(none.errors.contains("--config gateway.yaml, or --socket"))
        let both = try Program.run("reload", "--config", "a", "--socket", "b")
        #expect(both.status == 64)
    }

    @Test func `a policy without a control socket is told how to get one`() throws {
        let folder = try Folder()
        let policy = try folder.write(Self.rest, to: "gateway.yaml")
        let outcome = try Program.run("reload", "--config", policy)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("has no control socket to ask; write `control: "))
        #expect(outcome.errors.contains("or send SIGHUP"))
    }

    @Test func `of the policy it needs the control socket alone, which nobody listens at`() throws {
        let folder = try Folder()
        let policy = try folder.write(
            Self.rest + "\ncontrol: {socket: control.sock}\n", to: "gateway.yaml")
        let outcome = try Program.run("reload", "--config", policy)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("cannot reach the control socket "))
        #expect(outcome.errors.contains("/control.sock: ENOENT"))
        #expect(outcome.errors.contains("does the gateway run, with this `control.socket`"))
    }
}
