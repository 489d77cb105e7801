extension Rig {
    /// Changes the policy's file: every `old` becomes `new`.
    func rewrite(_ changes: (old: String, new: String)...) throws {
        var text = place.text(of: "gateway.yaml")
        for change in changes {
            guard text.contains(change.old) else { throw Failure("no \(change.old) in \(text)") }
            text = text.replacing(change.old, with: change.new)
        }
        try place.write(text, to: "gateway.yaml")
    }

    /// What `bawaba reload` says, and its exit status.
    func tryReload() throws -> (status: Int32, output: String) {
        let (status, output) = try Program.run(
            [Gateway.binary, "reload", "--socket", place.file("control.sock")], in: place,
            within: 60_000)
        return (status, output)
    }

    /// Changes the policy and has it taken.
    func reload(_ changes: (old: String, new: String)...) throws {
        var text = place.text(of: "gateway.yaml")
        for change in changes {
            guard text.contains(change.old) else { throw Failure("no \(change.old) in \(text)") }
            text = text.replacing(change.old, with: change.new)
        }
        try place.write(text, to: "gateway.yaml")
        let (status, output) = try tryReload()
        guard status == 0 else { throw Failure("the reload was refused: \(output)") }
    }

    /// Every operation needs the ability `read`.
    static let reading = Options(
        workers: 1, defaults: "  auth: bearer\n  abilities: [read]",
        more: "operations: {exchangeCodeForToken: {auth: public, handler: forward}}")
}
