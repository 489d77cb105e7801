import RedisServer
import Testing

/// How commands find Redis, and what they say when they cannot use it.
@Suite struct StoreTests {
    private let create = ["token", "create", "--org", "acme", "--abilities", "read", "--quiet"]

    @Test func `a policy says where Redis is, although its keys are out of reach`() throws {
        let server = try RedisServer(arguments: ["--requirepass", "geheim"])
        let folder = try Folder()
        _ = try folder.write("geheim\n", to: "password")
        let policy = try folder.write(
            """
            contract: {document: missing.yaml}
            listeners:
              - address: "0.0.0.0:8443"
                tls: {certificates: [{certificate_file: missing.crt, key_file: missing.key}]}
            redis:
              url: "unix://\(server.socketPath)"
              prefix: "edge:"
              password_file: password
            limits:
              standard: {rate: 600 per minute}
            """, to: "gateway.yaml")
        let made = try Program.run(create + ["--id", "7", "--config", policy])
        #expect(made.status == 0, "\(made.errors)")
        #expect(made.line.hasPrefix("7|"))
        let shown = try Program.run("token", "show", "7", "--config", policy)
        #expect(shown.output.contains("org        acme"))
        let other = try Program.run(
            "org", "set", "acme", "--limit", "fast=1/1s", "--config", policy)
        #expect(other.status == 1)
        #expect(other.errors.contains("the policy has no limit `fast`; it has: standard"))
        let known = try Program.run(
            "org", "set", "acme", "--limit", "standard=1/1s", "--config", policy)
        #expect(known.status == 0, "\(known.errors)")
    }

    @Test func `what is wrong with the policy's Redis is told with its place`() throws {
        let folder = try Folder()
        let policy = try folder.write("redis:\n  url: 127.0.0.1:6379\n", to: "gateway.yaml")
        let outcome = try Program.run(create + ["--config", policy])
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("\(policy):2:"))
        #expect(outcome.errors.contains("begin with redis://"))
    }

    @Test func `a prefix keeps gateways apart`() throws {
        let server = try RedisServer()
        let words = ["--redis", "unix://\(server.socketPath)", "--prefix", "edge*:"]
        #expect(try Program.run(create + ["--id", "7"] + words).status == 0)
        #expect(try server.run(["EXISTS", "edge*:token:7"]) == "1")
        #expect(try Program.run(["token", "list", "--format", "json"] + words).line.hasPrefix("{"))
        let other = ["--redis", "unix://\(server.socketPath)"]
        #expect(try Program.run(["token", "list", "--format", "json"] + other).output.isEmpty)
    }

    @Test func `a password comes from a file that nobody else can read`() throws {
        let server = try RedisServer(arguments: ["--requirepass", "geheim"])
        let folder = try Folder()
        let words = create + ["--redis", "unix://\(server.socketPath)"]
        let without = try Program.run(words)
        #expect(without.status == 1)
        #expect(without.errors.contains("--redis-password-file"))
        let good = try folder.write("geheim\n", to: "good")
        #expect(try Program.run(words + ["--redis-password-file", good]).status == 0)
        let wrong = try folder.write("falsch\n", to: "wrong")
        let refused = try Program.run(words + ["--redis-password-file", wrong])
        #expect(refused.status == 1)
        #expect(refused.errors.contains("refuses the user's name or password"))
        let open = try folder.write("geheim\n", to: "open", mode: 0o644)
        let readable = try Program.run(words + ["--redis-password-file", open])
        #expect(readable.status == 1)
        #expect(readable.errors.contains("run: chmod 600"))
    }

    @Test func `a password in an argument is refused and not repeated`() throws {
        let outcome = try Program.run(create + ["--redis", "redis://:geheim@127.0.0.1:1"])
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("--redis-password-file"))
        #expect(!outcome.errors.contains("geheim"))
    }

    @Test(arguments: [
        (["--redis", "redis://127.0.0.1:1"], "cannot reach Redis at 127.0.0.1:1: ECONNREFUSED"),
        (["--redis", "redis://[::1]:1"], "cannot reach Redis at [::1]:1: "),
        (["--redis", "unix:///nowhere/redis.sock"], "ENOENT"),
        (["--redis", "localhost:6379"], "begin with redis://"),
        (["--config", "/nowhere/gateway.yaml"], "does not exist"),
        ([], "say where Redis is"),
        (["--redis", "redis://localhost", "--config", "x"], "leave --redis out"),
        (["--config", "x", "--prefix", "y"], "with --config the policy says them"),
    ])
    func `a Redis that cannot be reached is named`(words: [String], text: String) throws {
        let outcome = try Program.run(create + words)
        #expect(outcome.status != 0)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains(text), "\(outcome.errors)")
    }

    @Test func `a Redis that has stopped is given up on`() throws {
        let server = try RedisServer()
        server.freeze()
        defer { server.thaw() }
        let outcome = try Program.run(create + ["--redis", "unix://\(server.socketPath)"])
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("did not answer within 5000 ms"))
    }

    @Test(arguments: [
        ["--help"], ["token", "--help"], ["token", "create", "--help"],
        ["token", "show", "--help"], ["token", "list", "--help"], ["token", "revoke", "--help"],
        ["org", "--help"], ["org", "set", "--help"], ["org", "show", "--help"],
        ["widget", "--help"], ["widget", "set", "--help"], ["widget", "show", "--help"],
        ["widget", "list", "--help"], ["embed-key", "--help"], ["embed-key", "rotate", "--help"],
        ["embed-key", "list", "--help"], ["embed-key", "retire", "--help"], ["embed", "--help"],
        ["embed", "verify", "--help"], ["serve", "--help"], ["check", "--help"],
        ["health", "--help"], ["sandbox", "--help"], ["version", "--help"],
    ])
    func `every command explains itself`(words: [String]) throws {
        let outcome = try Program.run(words)
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix("OVERVIEW: "))
    }
}
