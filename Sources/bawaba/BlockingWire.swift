import Bytes
import Reactor
import Redis
import TLS

/// The socket under a command that waits for answers: one that never waits by itself, and a poller
/// that does.
struct BlockingWire: ~Copyable {
    /// How messages speak of the other end: what it is, and what to do when it fails.
    struct Peer {
        let name: String
        /// How long a step may take, as messages say it.
        let milliseconds: Int
        let ifUnreachable: String
        let ifSilent: String
        let ifClosed: String
    }

    private let peer: Peer
    private var transport: Transport
    private var poller: Poller

    private init(
        _ peer: Peer, _ transport: consuming Transport, _ poller: consuming Poller
    ) {
        self.peer = peer
        self.transport = transport
        self.poller = poller
    }

    /// Connects to the first address of the place that takes it, with TLS where it says so.
    static func connect(_ place: StorePlace) throws(CommandFault) -> BlockingWire {
        let deadline = deadline()
        var fault = CommandFault("\(place.name) has no address", remedy: "correct it")
        for address in try addresses(place, deadline) {
            do throws(CommandFault) {
                var wire = try connect(address, Peer(place), deadline)
                try wire.secure(place, deadline)
                return wire
            } catch {
                fault = error
            }
        }
        throw fault
    }

    /// The monotonic time in milliseconds by which a step must be done that begins now.
    static func deadline(after milliseconds: Int = Bounds.commandMilliseconds) -> Int {
        now() + milliseconds
    }

    private static func now() -> Int { Clock.monotonicNanoseconds() / 1_000_000 }

    // MARK: Bytes

    /// Waits until some of the bytes are sent, and returns how many.
    mutating func send(
        _ bytes: borrowing ByteBuffer, _ deadline: Int
    ) throws(CommandFault) -> Int {
        while true {
            switch transport.send(bytes.span) {
            case .bytes(let count): return count
            case .wouldBlock: try wait(deadline)
            case .closed, .failed: throw lost()
            }
        }
    }

    /// Waits until there are bytes, and appends them.
    mutating func receive(
        into buffer: inout ByteBuffer, _ deadline: Int
    ) throws(CommandFault) {
        while true {
            switch transport.receive(into: &buffer, atMost: Bounds.readBytes) {
            case .bytes: return
            case .wouldBlock: try wait(deadline)
            case .closed, .failed: throw lost()
            }
        }
    }

    private mutating func wait(_ deadline: Int) throws(CommandFault) {
        guard let event = Self.wait(&poller, deadline) else {
            throw CommandFault(
                "\(peer.name) did not answer within \(peer.milliseconds) ms",
                remedy: peer.ifSilent)
        }
        transport.mark(event)
    }

    private func lost() -> CommandFault {
        CommandFault("\(peer.name) has closed the connection", remedy: peer.ifClosed)
    }
}

extension BlockingWire.Peer {
    /// A Redis.
    fileprivate init(_ place: StorePlace) {
        self.init(
            name: "Redis at \(place.name)", milliseconds: Bounds.commandMilliseconds,
            ifUnreachable: "is it running?",
            ifSilent: "is it stopped, or busy with a slow command? (redis-cli ping)",
            ifClosed: "if it wants TLS, write rediss://; its log says more")
    }
}

/// Getting there.
extension BlockingWire {
    private static func makePoller() throws(CommandFault) -> Poller {
        do throws(Errno) {
            return try Poller(capacity: 4)
        } catch {
            throw CommandFault("cannot wait for events (\(error))", remedy: "raise `ulimit -n`")
        }
    }

    /// The next event; nil when the time is over.
    private static func wait(_ poller: inout Poller, _ deadline: Int) -> Event? {
        while true {
            let rest = deadline - now()
            guard rest > 0 else { return nil }
            let count = (try? poller.wait(timeoutMilliseconds: rest)) ?? 0
            if count > 0 { return poller.event(0) }
        }
    }

    /// Connects to one address, without TLS.
    static func connect(
        _ address: SocketAddress, _ peer: Peer, _ deadline: Int
    ) throws(CommandFault) -> BlockingWire {
        var poller = try makePoller()
        let failure: Errno?
        do throws(Errno) {
            let socket = try Socket.connect(to: address)
            try poller.add(socket.raw, token: Token(kind: 0))
            if wait(&poller, deadline) == nil {
                throw Errno.timedOut
            }
            failure = socket.connectError()
            if failure == nil { return BlockingWire(peer, Transport(socket), poller) }
        } catch {
            failure = error
        }
        let reason = failure.map { "\($0)" } ?? "unknown"
        throw CommandFault("cannot reach \(peer.name): \(reason)", remedy: peer.ifUnreachable)
    }

    private mutating func secure(
        _ place: StorePlace, _ deadline: Int
    ) throws(CommandFault) {
        guard place.address.isTLS, case .tcp(let host, _) = place.address.endpoint else { return }
        do throws(TLSError) {
            let trust: TLSTrust =
                place.caPEM.map { .authorities(pem: $0, file: "ca_file") } ?? .system
            try transport.startTLS(try TLSClientContext(trust: trust), serverName: host)
        } catch {
            throw CommandFault("TLS to \(peer.name): \(error)", remedy: error.remedy)
        }
        while true {
            switch transport.handshake() {
            case .done: return
            case .wouldBlock: try wait(deadline)
            case .failed(let fault):
                throw CommandFault(
                    "TLS to \(peer.name) failed: \(fault)",
                    remedy: "does it speak TLS, under this name, with a certificate of our CAs?")
            }
        }
    }

    /// Where the place is: more than one address for a name.
    private static func addresses(
        _ place: StorePlace, _ deadline: Int
    ) throws(CommandFault) -> [SocketAddress] {
        switch place.address.endpoint {
        case .unix(let path): return SocketAddress(unixPath: path).map { [$0] } ?? []
        case .tcp(let host, let port):
            if let ip = IPAddress(host) { return [SocketAddress(ip, port: UInt16(port))] }
            return try resolve(host, UInt16(port), place.resolvers, deadline)
        }
    }

    private static func resolve(
        _ host: String, _ port: UInt16, _ servers: [SocketAddress], _ deadline: Int
    ) throws(CommandFault) -> [SocketAddress] {
        var poller = try makePoller()
        do {
            var resolver = try Resolver(servers: servers)
            try poller.addLevel(resolver.raw, token: Token(kind: 0))
            resolver.resolve(host, port: port, token: 0)
            while now() < deadline {
                if let answer = resolver.next() { return try answer.result.get().addresses }
                let pause = resolver.timeoutMilliseconds() ?? Bounds.commandMilliseconds
                _ = try poller.wait(timeoutMilliseconds: max(min(pause, deadline - now()), 0))
                try resolver.process()
            }
        } catch let error as DNSError {
            throw CommandFault("cannot reach Redis at \(host): \(text(error))", remedy: dns)
        } catch {
            throw CommandFault("cannot ask for the address of \(host): \(error)", remedy: dns)
        }
        throw CommandFault("no answer about the name \(host)", remedy: dns)
    }

    private static func text(_ error: DNSError) -> String {
        switch error {
        case .notFound, .badName: "there is no such name"
        case .noAddress: "the name has no address"
        case .timedOut, .serverFailure: "no DNS server answers"
        case .malformedAnswer, .cancelled, .other: "the DNS server's answer is of no use"
        }
    }

    private static var dns: String { "correct the name, or the policy's `resolvers`" }
}
