import Bytes
import Glibc
import Reactor
import TLS

/// A client and a server at the two ends of a socket pair, driven by the test's own thread.
struct Pair: ~Copyable {
    var client: Transport
    var server: Transport

    /// Both ends in plain text.
    init() throws {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        // SAFETY: the call writes two numbers, for which there is room.
        guard unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw Errno.last }
        client = Transport(Socket(taking: Descriptor(taking: ends[0])))
        server = Transport(Socket(taking: Descriptor(taking: ends[1])))
    }

    /// Both ends under TLS, before the handshake.
    static func connected(
        _ server: TLSServerContext, _ client: TLSClientContext, name: String
    ) throws -> Pair {
        var pair = try Pair()
        try pair.server.startTLS(server)
        try pair.client.startTLS(client, serverName: name)
        return pair
    }

    /// Both ends under TLS, after the handshake.
    static func established() throws -> Pair {
        var pair = try connected(makeServer(["a"]), makeClient(), name: "a.test")
        let results = pair.handshake()
        guard results.client == .done, results.server == .done else {
            throw Command.Failure(description: "\(results)")
        }
        return pair
    }

    /// Shakes hands until both are done or one has failed.
    mutating func handshake() -> (client: HandshakeResult, server: HandshakeResult) {
        var results = (client: HandshakeResult.wouldBlock, server: HandshakeResult.wouldBlock)
        for _ in 0..<20 {
            mark()
            if results.client == .wouldBlock { results.client = client.handshake() }
            mark()
            if results.server == .wouldBlock { results.server = server.handshake() }
            if results.client != .wouldBlock && results.server != .wouldBlock { break }
        }
        mark()
        return results
    }

    /// What the poller would say at most.
    mutating func mark() {
        client.markReadable()
        client.markWritable()
        server.markReadable()
        server.markWritable()
    }
}

/// Waits until the descriptor is ready, a minute at most.
func waitUntilReady(_ descriptor: Int32, _ events: Int32) throws {
    var request = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    guard unsafe poll(&request, 1, 60_000) == 1 else {
        throw Command.Failure(description: "nothing happened for a minute")
    }
}

/// An accepted connection and how its handshake ended.
struct Accepted: ~Copyable {
    var transport: Transport
    let handshake: HandshakeResult
}

/// A listening socket of a test on a free port.
struct TestListener: ~Copyable {
    private let listener: Listener

    init() throws {
        let loopback = Array("127.0.0.1:0".utf8)
        guard let address = SocketAddress(loopback.span) else {
            throw Command.Failure(description: "address")
        }
        listener = try Listener(address, reusePort: false, backlog: 16)
    }

    var port: String { "\(listener.address.port)" }

    /// Waits for a connection and shakes hands with it.
    func accept(_ context: TLSServerContext) throws -> Accepted {
        try waitUntilReady(listener.raw, POLLIN)
        var peer = listener.address
        guard case .accepted(let socket) = listener.accept(peer: &peer) else {
            throw Command.Failure(description: "accept")
        }
        var transport = Transport(socket)
        try transport.startTLS(context)
        while true {
            let result = transport.handshake()
            guard result == .wouldBlock else {
                return Accepted(transport: transport, handshake: result)
            }
            try waitUntilReady(transport.raw, transport.canRead ? POLLOUT : POLLIN)
            transport.markReadable()
            transport.markWritable()
        }
    }
}
