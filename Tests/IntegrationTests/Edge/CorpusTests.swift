import Glibc
import Testing

/// The shared corpus of raw requests, judged from both sides of the gateway by its own runner.
@Suite struct CorpusTests {
    private static var runner: String {
        // SAFETY: the environment is not changed while tests run.
        let given = unsafe getenv("BAWABA_SHARED").map { unsafe String(cString: $0) }
        return (given ?? "\(Gateway.root)/../shared") + "/corpus/h1_run.py"
    }

    @Test(.timeLimit(.minutes(5)))
    func `raw requests have one reading or none`() throws {
        guard unsafe access(Self.runner, R_OK) == 0 else {
            print("skipped: no runner at \(Self.runner)")
            return
        }
        let port = try freePort(at: "127.0.0.1")
        let rig = try Rig(
            .init(
                workers: 1, upstreams: "  corpus: {targets: [\"http://127.0.0.1:\(port)\"]}",
                passThrough: "  - {prefix: /corpus, upstream: corpus}"))
        let output = rig.place.file("corpus.log")
        let runner = try Program(
            [
                "python3", Self.runner, rig.plain.host, "\(rig.plain.port)", "--upstream-port",
                "\(port)", "--path", "/corpus", "--wait", "0.6",
            ], output: output)
        let status = try runner.wait(within: 240_000)
        let text = textOfFile(output)
        #expect(status == 0, "\(text)")
        #expect(text.contains("smuggled marker reached the upstream: 0 case(s)"))
    }
}
