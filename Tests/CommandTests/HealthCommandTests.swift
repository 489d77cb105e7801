import Glibc
import RedisServer
import Testing

/// `bawaba health` as a container's health check runs it.
@Suite struct HealthCommandTests {
    @Test func `a gateway is alive before it is ready, and ready once it has Redis`() throws {
        let redis = try RedisServer()
        redis.stop()
        let gateway = try ServedPolicy(redis: redis.socketPath)
        // It listens some time after its start.
        var live = try Program.run("health", "--live", "--config", gateway.policy)
        for _ in 0..<400 where live.status != 0 {
            live = try Program.run("health", "--live", "--config", gateway.policy)
        }
        #expect(live.status == 0, "\(live.errors)")
        #expect(live.line == #"{"status":"alive"}"#)

        let early = try Program.run("health", "--config", gateway.policy)
        #expect(early.status == 1)
        #expect(early.output.contains(#""redis_connected":0"#))
        #expect(early.errors.contains("is not ready; redis_connected below workers: is Redis up"))

        try redis.start()
        var ready = early
        for _ in 0..<400 where ready.status != 0 {
            ready = try Program.run("health", "--address", gateway.admin)
        }
        #expect(ready.status == 0, "\(ready.output)\(ready.errors)")
        #expect(ready.line.hasPrefix(#"{"ready":true,"draining":false,"#))
        #expect(ready.errors.isEmpty)
    }

    @Test func `of the policy it needs the admin listener alone`() throws {
        let admin = try FakeAdmin()
        let folder = try Folder()
        let policy = try folder.write(
            """
            contract: {document: missing.yaml}
            listeners:
              - address: "0.0.0.0:8443"
                tls: {certificates: [{certificate_file: missing.crt, key_file: missing.key}]}
            redis: {url: "redis://user@redis", password_file: missing}
            admin: {address: "0.0.0.0:\(admin.port)"}
            """, to: "gateway.yaml")
        let asked = try admin.ask(
            ["--config", policy], answer: ["HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"])
        #expect(asked.outcome.status == 0)
        #expect(asked.outcome.output == "{}\n")
        #expect(asked.outcome.errors.isEmpty, "a probe does not repeat the policy's warnings")
        #expect(asked.request.hasPrefix("GET /readyz HTTP/1.1\r\nHost: 0.0.0.0:\(admin.port)\r\n"))
    }

    @Test func `an answer may come in pieces and in chunks`() throws {
        let admin = try FakeAdmin()
        let asked = try admin.ask(
            ["--address", admin.address, "--live"],
            answer: [
                "HTTP/1.1 200 ", "OK\r\nTransfer-Encoding: chunked\r\n\r", "\n3\r\nali",
                "\r\n2\r\nve\r\n0\r\n\r\n",
            ])
        #expect(asked.outcome.status == 0)
        #expect(asked.outcome.output == "alive\n")
        #expect(asked.request.hasPrefix("GET /healthz HTTP/1.1\r\n"))
    }

    @Test func `what a terminal would obey is not printed`() throws {
        let admin = try FakeAdmin()
        let asked = try admin.ask(
            ["--address", admin.address],
            answer: ["HTTP/1.1 503 No\r\nContent-Length: 8\r\n\r\n\u{1B}[2Jx\r\n\n"])
        #expect(asked.outcome.status == 1)
        #expect(asked.outcome.output == "?[2Jx\n")
    }

    @Test(arguments: [
        ("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", "says 404 to /readyz; name `admin"),
        ("-ERR unknown command\r\n", "is no admin listener; name `admin.address`"),
        ("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}", "has closed the connection"),
        ("", "has closed the connection"),
    ])
    func `what is no admin listener is told`(answer: String, text: String) throws {
        let admin = try FakeAdmin()
        let asked = try admin.ask(["--address", admin.address], answer: [answer])
        #expect(asked.outcome.status == 1)
        #expect(asked.outcome.errors.contains(text), "\(asked.outcome.errors)")
    }

    @Test func `an answer without end is given up on`() throws {
        let admin = try FakeAdmin()
        let asked = try admin.ask(
            ["--address", admin.address],
            answer: [
                "HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n",
                String(repeating: "x", count: 70_000),
            ])
        #expect(asked.outcome.status == 1)
        #expect(asked.outcome.errors.contains("is no admin listener"))
    }

    @Test func `a gateway that hangs is given two seconds`() throws {
        let admin = try FakeAdmin()
        let outcome = try Program.run("health", "--address", admin.address)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("did not answer within 2000 ms; its process hangs"))
    }

    @Test func `a gateway that does not run is told`() throws {
        let outcome = try Program.run("health", "--address", "127.0.0.1:1")
        #expect(outcome.status == 1)
        #expect(outcome.output.isEmpty)
        #expect(
            outcome.errors.contains(
                "cannot reach the admin listener at 127.0.0.1:1: ECONNREFUSED: Connection "
                    + "refused; does the gateway run"), "\(outcome.errors)")
    }

    @Test func `a policy without an admin listener has nothing to ask`() throws {
        let folder = try Folder()
        let without = try folder.write("access_log: off\n", to: "without.yaml")
        let none = try Program.run("health", "--config", without)
        #expect(none.status == 1)
        #expect(none.errors.contains("write `admin: {address: \"127.0.0.1:9901\"}` into it"))
        let wrong = try folder.write("admin: {address: here}\n", to: "wrong.yaml")
        let refused = try Program.run("health", "--config", wrong)
        #expect(refused.status == 1)
        #expect(refused.errors.contains("\(wrong):1:"), "\(refused.errors)")
    }

    @Test(arguments: [
        ([], "say which gateway"),
        (["--config", "a", "--address", "127.0.0.1:1"], "say which gateway"),
        (["--address", "here"], "write an IP address and a port"),
        (["--config", "/nowhere/gateway.yaml"], "does not exist"),
    ])
    func `it says how it wants to be asked`(words: [String], text: String) throws {
        let outcome = try Program.run(["health"] + words)
        #expect(outcome.status != 0)
        #expect(outcome.errors.contains(text), "\(outcome.errors)")
    }
}

/// Something that listens on a free port of loopback and answers what a test tells it to.
private final class FakeAdmin {
    private let listener: Int32
    let port: UInt16

    var address: String { "127.0.0.1:\(port)" }

    init() throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = listener
        let status = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            // SAFETY: every socket address begins with its family.
            let any = unsafe UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: sockaddr.self)
            guard unsafe bind(descriptor, any, length) == 0, listen(descriptor, 8) == 0 else {
                return Int32(-1)
            }
            return unsafe getsockname(descriptor, any, &length)
        }
        guard status == 0 else { throw Program.Failure(description: "listen: errno \(errno)") }
        port = UInt16(bigEndian: address.sin_port)
    }

    deinit { close(listener) }

    /// Runs `bawaba health` with these words and answers it in these pieces, then closes.
    func ask(
        _ words: [String], answer: [String]
    ) throws -> (request: String, outcome: Program.Outcome) {
        var output = try Pipe()
        var errors = try Pipe()
        let process = try Program.start(
            ["health"] + words, output: output.writing, errors: errors.writing)
        output.endWriting()
        errors.endWriting()
        let connection = accept(listener, nil, nil)
        var chunk = [UInt8](repeating: 0, count: 4_096)
        // SAFETY: reads into the array's own storage; the question fits one packet.
        let count = unsafe recv(connection, &chunk, chunk.count, 0)
        for piece in answer {
            let bytes = Array(piece.utf8)
            // SAFETY: sends the array's own bytes.
            _ = unsafe send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        }
        // Said to the peer at once, even if a program that another test starts has inherited it.
        shutdown(connection, Int32(SHUT_RDWR))
        close(connection)
        while output.isOpen { output.read() }
        while errors.isOpen { errors.read() }
        return (
            String(decoding: chunk.prefix(max(count, 0)), as: UTF8.self),
            Program.Outcome(
                status: Program.waitForEnd(process), output: output.text, errors: errors.text)
        )
    }
}

/// A running `bawaba serve` with an admin listener.
private final class ServedPolicy {
    let policy: String
    let admin: String
    private let folder: Folder
    private let process: pid_t

    init(redis: String) throws {
        folder = try Folder()
        _ = try folder.write(
            """
            openapi: 3.0.3
            info: {title: Shop, version: 1.0.0}
            paths:
              /items: {get: {operationId: items, responses: {'200': {description: ok}}}}
            """, to: "openapi.yaml")
        admin = try FakeAdmin().address
        policy = try folder.write(
            """
            contract: {document: openapi.yaml}
            workers: 1
            listeners: [{address: "\(try FakeAdmin().address)", hosts: ["*"]}]
            redis: {url: "unix://\(redis)"}
            upstreams: {app: {targets: ["http://127.0.0.1:1"]}}
            defaults: {auth: public}
            admin: {address: "\(admin)"}
            access_log: off
            """, to: "gateway.yaml")
        let log = unsafe open("/dev/null", O_WRONLY | O_CLOEXEC)
        defer { close(log) }
        process = try Program.start(["serve", policy], output: log, errors: log)
    }

    deinit {
        kill(process, SIGTERM)
        _ = Program.waitForEnd(process)
    }
}
