import Bytes
import Glibc
import Reactor
import Testing

/// A TCP connection with itself: a listener, the connecting end and the accepted one.
struct Loopback: ~Copyable {
    let listener: Listener
    var near: Socket
    var far: Socket
    /// What accepting told about `near`.
    let peer: SocketAddress

    init(_ address: SocketAddress = SocketAddress(.loopback, port: 0)) throws {
        let listener = try Listener(address, reusePort: false, backlog: 8)
        let near = try Socket.connect(to: listener.address)
        #expect(try isReady(listener.raw))
        var peer = SocketAddress(.loopback, port: 0)
        switch listener.accept(peer: &peer) {
        case .accepted(let socket): far = socket
        case .wouldBlock: throw Errno.wouldBlock
        case .failed(let errno): throw errno
        }
        self.listener = listener
        self.near = near
        self.peer = peer
    }
}

/// Two sockets that are connected with each other without a network.
struct SocketPair: ~Copyable {
    var one: Socket
    var other: Socket

    init() throws {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        // SAFETY: the call writes two numbers, for which there is room.
        guard unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw Errno.last }
        one = Socket(taking: Descriptor(taking: ends[0]))
        other = Socket(taking: Descriptor(taking: ends[1]))
    }
}

/// Waits up to five seconds until a descriptor is readable.
func isReady(_ raw: Int32, milliseconds: Int = 5_000) throws -> Bool {
    var poller = try Poller(capacity: 1)
    try poller.addLevel(raw, token: Token(kind: 0))
    return try poller.wait(timeoutMilliseconds: milliseconds) == 1
}

extension Socket {
    /// Sends the whole text; short ones fit into any socket.
    func send(text: String) -> IOResult {
        let bytes = Array(text.utf8)
        return send(bytes.span)
    }
}

/// A path for a unix socket that no other test uses.
func temporaryPath(_ name: String, _ id: UInt64 = .random(in: 0 ... .max)) -> String {
    "/tmp/bawaba-\(name)-\(String(id, radix: 36))"
}
