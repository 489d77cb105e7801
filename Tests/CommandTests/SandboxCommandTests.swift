import Glibc
import Testing

/// The sandbox as the gateway meets it: over a real socket, in the built program.
@Suite struct SandboxCommandTests {
    @Test func `one connection carries several requests, pipelined and chunked`() throws {
        let sandbox = try Sandbox()
        let client = try sandbox.connect()
        let json = #"{"wa_id":"971500000001"}"#
        let text = #"{"conversation_id":"01HZK7P5R3Q6V0YH4XJ3M8CONV1","body":"Hi"}"#
        try client.send(
            "GET /api/v1/contacts HTTP/1.1\r\nHost: x\r\nX-Request-Id: r1\r\n\r\n"
                + "POST /api/v1/contacts HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
                + "Content-Type: application/json\r\n\r\n"
                + "8\r\n\(json.prefix(8))\r\n10;x=y\r\n\(json.dropFirst(8))\r\n"
                + "0\r\nX-T: 1\r\n\r\n"
                + "POST /api/v1/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Content-Length: \(text.utf8.count)\r\n\r\n\(text)")
        let first = try client.receive()
        #expect(first.status == "200")
        #expect(first.fields.contains("X-Sandbox-Request-Id: r1"))
        #expect(first.body.hasPrefix(#"{"data":[{"id":"01HZK7P5R3Q6V0YH4XJ3M8AAA1""#))
        let second = try client.receive()
        #expect(second.fields.contains("X-Sandbox-Body-Bytes: 24"))
        #expect(second.body.contains(#""wa_id":"971500000001""#))
        let third = try client.receive()
        #expect(third.fields.contains("X-Sandbox-Body-Bytes: \(text.utf8.count)"))
        #expect(third.body.contains(#""status":"queued""#))
    }

    @Test func `what one connection makes, another finds`() throws {
        let sandbox = try Sandbox()
        let json = #"{"wa_id":"971500000001","name":"Sara"}"#
        let first = try sandbox.connect()
        try first.send(
            "POST /api/v1/contacts HTTP/1.1\r\nHost: x\r\nX-Bawaba-Org: acme\r\n"
                + "Content-Type: application/json\r\nContent-Length: \(json.utf8.count)\r\n\r\n"
                + json)
        #expect(try first.receive().status == "200")
        let second = try sandbox.connect()
        for (org, total) in [("acme", 1), ("other", 0)] {
            try second.send(
                "GET /api/v1/contacts?search=sara HTTP/1.1\r\nHost: x\r\n"
                    + "X-Bawaba-Org: \(org)\r\n\r\n")
            #expect(try second.receive().body.contains("\"total\":\(total)}"))
        }
    }

    @Test func `HEAD is answered without content, and the connection goes on`() throws {
        let sandbox = try Sandbox()
        let client = try sandbox.connect()
        try client.send("HEAD /api/v1/channels HTTP/1.1\r\nHost: x\r\n\r\n")
        let head = try client.receive(hasBody: false)
        #expect(head.status == "200")
        try client.send("GET /api/v1/channels HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        let get = try client.receive()
        #expect(get.fields.contains("Connection: close"))
        #expect(head.fields.contains("Content-Length: \(get.body.utf8.count)"))
        #expect(client.isAtEnd)
    }

    @Test func `a client that waits for 100 gets it before it sends`() throws {
        let sandbox = try Sandbox()
        let client = try sandbox.connect()
        try client.send(
            "POST /api/v1/oauth/token HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n"
                + "Content-Length: 2\r\n\r\n")
        #expect(try client.receive(hasBody: false).status == "100")
        try client.send("{}")
        #expect(try client.receive().status == "200")
    }

    @Test func `many connections are served at once`() throws {
        let sandbox = try Sandbox()
        let clients = try (0..<20).map { _ in try sandbox.connect() }
        for client in clients { try client.send("GET /api/v1/templates HTTP/1.1\r\nHost: x\r\n") }
        for client in clients.reversed() {
            try client.send("\r\n")
            #expect(try client.receive().status == "200")
        }
    }

    @Test func `what is no HTTP is refused, and the connection closed`() throws {
        let sandbox = try Sandbox()
        let client = try sandbox.connect()
        try client.send("nonsense\r\n\r\n")
        #expect(try client.receive().status == "400")
        #expect(client.isAtEnd)
    }

    @Test func `an overlay's examples are given`() throws {
        let folder = try Folder()
        let overlay = try folder.write(
            """
            overlay: 1.0.0
            info: {title: Another example, version: 1.0.0}
            actions:
              - target: $.paths['/api/v1/embed-tokens'].post.responses['200'].content.*
                update: {example: {data: {slug: another}}}
            """, to: "overlay.yaml")
        let sandbox = try Sandbox(["--overlay", overlay])
        let client = try sandbox.connect()
        try client.send("POST /api/v1/embed-tokens HTTP/1.1\r\nHost: x\r\n\r\n")
        #expect(try client.receive().body == #"{"data":{"slug":"another"}}"#)
    }

    @Test func `with a key, only what the gateway vouches for is answered`() throws {
        let folder = try Folder()
        let key = try folder.write("0123456789abcdef0123456789abcdef\n", to: "key")
        let sandbox = try Sandbox(["--assertion-key", key])
        let client = try sandbox.connect()
        try client.send("POST /api/v1/contacts HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}")
        let refused = try client.receive()
        #expect(refused.status == "401")
        #expect(refused.body.contains("send requests through the gateway"))
    }

    @Test func `SIGTERM ends it in order`() throws {
        #expect(try Sandbox().terminate() == 0)
    }

    @Test(arguments: [
        (["--listen", "here"], "write an IP address and a port"),
        (["--listen", "127.0.0.1:0", "--assertion-key", "/nowhere/key"], "does not exist"),
        (["--listen", "127.0.0.1:0", "--overlay", "/nowhere/x.yaml"], "does not exist"),
        (["--listen", "192.0.2.1:1"], "choose another address"),
    ])
    func `it says why it does not start`(words: [String], text: String) throws {
        let outcome = try Program.run(
            ["sandbox", "--contract", "\(Sandbox.policy)/openapi.yaml"] + words)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains(text), "\(outcome.errors)")
    }
}

/// A running `bawaba sandbox` on a free port.
private final class Sandbox {
    static let policy: String = {
        var folder = #filePath[...]
        for _ in 0..<3 { folder = folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)] }
        return "\(folder)/policies/oktawa"
    }()

    private var process: pid_t
    private let port: UInt16

    init(_ words: [String] = []) throws {
        let errors = try Pipe()
        let command = [
            "sandbox", "--listen", "127.0.0.1:0", "--contract", "\(Self.policy)/openapi.yaml",
        ]
        process = try Program.start(command + words, output: errors.writing, errors: errors.writing)
        // `sandbox: 15 operations at http://127.0.0.1:41234`
        let line = errors.readLine()
        guard let port = line.split(separator: ":").last.flatMap({ UInt16($0) }) else {
            throw Program.Failure(description: "the sandbox said: \(line)")
        }
        self.port = port
    }

    deinit { if process > 0 { _ = terminate() } }

    func terminate() -> Int32 {
        defer { process = 0 }
        kill(process, SIGTERM)
        return Program.waitForEnd(process)
    }

    func connect() throws -> Client { try Client(port: port) }
}

/// A client that waits for its answers.
private final class Client {
    struct Answer {
        let status: String
        let fields: [String]
        let body: String
    }

    private let descriptor: Int32
    private var bytes: [UInt8] = []

    init(port: UInt16) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = unsafe withUnsafePointer(to: &address) { pointer in
            // SAFETY: every socket address begins with its family.
            unsafe Glibc.connect(
                descriptor, UnsafeRawPointer(pointer).assumingMemoryBound(to: sockaddr.self),
                length)
        }
        guard status == 0 else { throw Program.Failure(description: "connect: errno \(errno)") }
    }

    deinit { close(descriptor) }

    func send(_ text: String) throws {
        let bytes = Array(text.utf8)
        // SAFETY: sends the array's own bytes.
        guard unsafe Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
        else { throw Program.Failure(description: "send: errno \(errno)") }
    }

    func receive(hasBody: Bool = true) throws -> Answer {
        let end = Array("\r\n\r\n".utf8)
        var headEnd: Int?
        while headEnd == nil {
            headEnd = bytes.indices.first { bytes[$0...].starts(with: end) }
            if headEnd == nil { try fill() }
        }
        let count = headEnd ?? 0
        let head = String(decoding: bytes[..<count], as: UTF8.self)
        bytes.removeFirst(count + 4)
        let lines = head.split(separator: "\r\n").map(String.init)
        let length = lines.first { $0.hasPrefix("Content-Length: ") }.flatMap {
            Int($0.dropFirst(16))
        }
        let bodyCount = hasBody ? length ?? 0 : 0
        while bytes.count < bodyCount { try fill() }
        let body = String(decoding: bytes.prefix(bodyCount), as: UTF8.self)
        bytes.removeFirst(bodyCount)
        let words = lines.first?.split(separator: " ") ?? []
        return Answer(
            status: words.count > 1 ? String(words[1]) : "", fields: Array(lines.dropFirst()),
            body: body)
    }

    /// Whether the server has closed, and nothing is left.
    var isAtEnd: Bool {
        var byte: UInt8 = 0
        return unsafe bytes.isEmpty && recv(descriptor, &byte, 1, 0) <= 0
    }

    private func fill() throws {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        // SAFETY: reads into the array's own storage.
        let count = unsafe recv(descriptor, &chunk, chunk.count, 0)
        guard count > 0 else { throw Program.Failure(description: "the sandbox has closed") }
        bytes += chunk.prefix(count)
    }
}
