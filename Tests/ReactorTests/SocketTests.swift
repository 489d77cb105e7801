import Bytes
import Glibc
import Reactor
import Testing

@Suite struct SocketTests {
    @Test(arguments: ["127.0.0.1:0", "[::1]:0"])
    func `bytes go both ways between the addresses that each end tells`(text: String) throws {
        guard let address = SocketAddress(text) else { return }
        let link = try Loopback(address)
        var buffer = ByteBuffer()
        #expect(link.far.receive(into: &buffer, atMost: 10) == .wouldBlock)
        #expect(link.near.connectError() == nil)
        #expect(link.near.send(text: "hello") == .bytes(5))
        #expect(try isReady(link.far.raw))
        #expect(link.far.receive(into: &buffer, atMost: 3) == .bytes(3))
        #expect(link.far.receive(into: &buffer, atMost: 3) == .bytes(2))
        let received = buffer.span.toString()
        #expect(received == "hello")
        #expect(link.far.send(text: "there") == .bytes(5))
        #expect(try isReady(link.near.raw))
        #expect(link.near.receive(into: &buffer, atMost: 100) == .bytes(5))

        let near = try link.near.localAddress()
        #expect(near == link.peer)
        #expect(try link.far.peerAddress() == near)
        let listening = link.listener.address
        #expect(try link.near.peerAddress() == listening)
        #expect(listening.port != 0)
    }

    @Test func `an IPv6 wildcard takes IPv4 clients under their own address`() throws {
        let any = SocketAddress(IPAddress(high: 0, low: 0), port: 0)
        let listener = try Listener(any, reusePort: false, backlog: 1)
        let client = try Socket.connect(
            to: SocketAddress(.loopback, port: listener.address.port))
        #expect(try isReady(listener.raw))
        var peer = any
        guard case .accepted = listener.accept(peer: &peer) else {
            Issue.record("not accepted")
            return
        }
        #expect(peer == (try client.localAddress()))
        #expect(peer.ip == .loopback)
    }

    @Test func `an end is told after the bytes before it`() throws {
        let link = try SocketPair()
        #expect(link.one.send(text: "last") == .bytes(4))
        link.one.shutdownWrite()
        var buffer = ByteBuffer()
        #expect(link.other.receive(into: &buffer, atMost: 100) == .bytes(4))
        #expect(link.other.receive(into: &buffer, atMost: 100) == .closed)
        // The other direction still works.
        #expect(link.other.send(text: "still") == .bytes(5))
        #expect(link.one.receive(into: &buffer, atMost: 100) == .bytes(5))
    }

    @Test func `writing to a lost peer is an error and no signal`() throws {
        var link = try SocketPair()
        link.other.close()
        let isOpen = link.other.isOpen
        #expect(!isOpen)
        #expect(link.one.send(text: "x") == .failed(.brokenPipe))
    }

    @Test func `a reset is seen as one`() throws {
        var link = try Loopback()
        link.far.closeWithReset()
        #expect(try isReady(link.near.raw))
        var buffer = ByteBuffer()
        #expect(link.near.receive(into: &buffer, atMost: 100) == .failed(.connectionReset))
    }

    @Test func `a full socket takes part of the bytes and then none`() throws {
        let link = try SocketPair()
        let block = [UInt8](repeating: 7, count: 8_388_608)
        guard case .bytes(let first) = link.one.send(block.span) else {
            Issue.record("nothing sent")
            return
        }
        #expect(first > 0 && first < block.count)
        var result = IOResult.bytes(0)
        while case .bytes = result { result = link.one.send(block.span) }
        #expect(result == .wouldBlock)
    }

    @Test func `nothing asked for is nothing moved`() throws {
        let link = try SocketPair()
        var buffer = ByteBuffer()
        #expect(link.one.send(text: "") == .bytes(0))
        #expect(link.one.receive(into: &buffer, atMost: 0) == .bytes(0))
    }

    @Test func `a refused connection says so`() throws {
        let port = try Listener(
            SocketAddress(.loopback, port: 0), reusePort: false, backlog: 1
        ).address.port
        let client = try Socket.connect(to: SocketAddress(.loopback, port: port))
        var poller = try Poller(capacity: 1)
        try poller.add(client.raw, token: Token(kind: 1))
        #expect(try poller.wait(timeoutMilliseconds: 5_000) == 1)
        let event = poller.event(0)
        #expect(event.isWritable && event.isFailed)
        #expect(client.connectError() == .connectionRefused)
    }

    @Test func `two listeners share a port only when both want to`() throws {
        let any = SocketAddress(.loopback, port: 0)
        let first = try Listener(any, reusePort: true, backlog: 1)
        let address = first.address
        #expect(throws: Never.self) { _ = try Listener(address, reusePort: true, backlog: 1) }
        #expect(throws: Errno.addressInUse) {
            _ = try Listener(address, reusePort: false, backlog: 1)
        }
    }
}

@Suite struct UnixListenerTests {
    private func mode(_ path: String) -> UInt32 {
        var status = stat()
        // SAFETY: the path is a C string for the length of the call.
        return unsafe lstat(path, &status) == 0 ? status.st_mode & 0o777 : 0
    }

    @Test func `only the owner may connect, and is known`() throws {
        let path = temporaryPath("owner")
        guard let address = SocketAddress(unixPath: path) else { return }
        let listener = try Listener(unix: address, backlog: 1)
        #expect(mode(path) == 0o600)
        let client = try Socket.connect(to: address)
        var peer = address
        guard case .accepted(let socket) = listener.accept(peer: &peer) else {
            Issue.record("not accepted")
            return
        }
        #expect(peer.isUnix && peer.unixPath.isEmpty)
        let credentials = try socket.peerCredentials()
        #expect(credentials.processID == getpid())
        #expect(credentials.userID == ProcessLimits.effectiveUser)
        #expect(try client.peerAddress() == address)
        listener.unlinkPath()
        #expect(mode(path) == 0)
    }

    @Test func `a path that nobody listens on any more is taken over, one in use is not`() throws {
        let path = temporaryPath("stale")
        guard let address = SocketAddress(unixPath: path) else { return }
        // Goes away at once, and leaves its file.
        _ = try Listener(unix: address, backlog: 1)
        #expect(mode(path) == 0o600)
        let listener = try Listener(unix: address, mode: 0o660, backlog: 1)
        #expect(mode(path) == 0o660)
        #expect(throws: Errno.addressInUse) { _ = try Listener(unix: address, backlog: 1) }
        listener.unlinkPath()
    }

    @Test func `a file that is no socket stays`() throws {
        let path = temporaryPath("file")
        // SAFETY: the path is a C string for the length of the calls.
        close(unsafe open(path, O_CREAT | O_WRONLY, 0o644))
        guard let address = SocketAddress(unixPath: path) else { return }
        #expect(throws: Errno.fileExists) { _ = try Listener(unix: address, backlog: 1) }
        #expect(mode(path) == 0o644)
        unsafe unlink(path)
    }
}

@Suite struct ErrnoTests {
    @Test func `an error number has its name and meaning`() {
        #expect(Errno.connectionRefused.name == "ECONNREFUSED")
        #expect(Errno.connectionRefused.description == "ECONNREFUSED: Connection refused")
        #expect(Errno(code: 12_345).description == "errno 12345")
        #expect(Errno(code: EMFILE).isExhaustion && !Errno.connectionReset.isExhaustion)
    }
}
