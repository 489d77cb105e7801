import Bytes
package import Reactor

/// The sandbox's loop: an HTTP/1.1 upstream on one thread, for development and the first run.
package struct SandboxServer: ~Copyable {
    private enum Kind: UInt8 {
        case listener, connection, signal
    }

    private var poller: Poller
    private var clock = Clock()
    private var timers: TimerWheel
    private let listener: Listener
    private let signals: SignalSource
    private var connections: Slab<SandboxConnection>
    private var desk: SandboxDesk
    private var isEnding = false

    /// Where it listens: with the port that the kernel chose when 0 was asked for.
    package var address: SocketAddress { listener.address }

    private init(
        _ listener: consuming Listener, _ signals: consuming SignalSource,
        _ poller: consuming Poller, desk: consuming SandboxDesk
    ) {
        self.listener = listener
        self.signals = signals
        self.poller = poller
        self.desk = desk
        timers = TimerWheel(nowMilliseconds: clock.milliseconds)
        connections = Slab(limit: Bounds.sandboxConnectionsMax) { _ in SandboxConnection() }
    }

    /// Listens. From then on SIGTERM and SIGINT end the server instead of the process.
    package static func listen(
        _ address: SocketAddress, desk: consuming SandboxDesk
    ) throws(Errno) -> SandboxServer {
        let signals = try SignalSource([.terminate, .interrupt])
        let listener = try Listener(address, reusePort: false, backlog: 256)
        var poller = try Poller(capacity: 256)
        try poller.addLevel(listener.raw, token: Token(kind: Kind.listener.rawValue))
        try poller.addLevel(signals.raw, token: Token(kind: Kind.signal.rawValue))
        return SandboxServer(listener, signals, poller, desk: desk)
    }

    /// Serves until a signal has come.
    package mutating func run() throws(Errno) {
        while !isEnding {
            clock.refresh()
            let wait = timers.timeoutMilliseconds(now: clock.milliseconds)
            let count = try poller.wait(timeoutMilliseconds: wait)
            clock.refresh()
            for index in 0..<count { dispatch(poller.event(index)) }
            while let id = timers.expire(now: clock.milliseconds) {
                if let handle = connections.handle(at: Int(id)) { close(handle) }
            }
        }
    }

    private mutating func dispatch(_ event: Event) {
        switch Kind(rawValue: event.token.kind) {
        case .listener: accept()
        case .signal: isEnding = signals.next() != nil
        case .connection:
            guard connections.isLive(event.token.handle) else { return }
            serve(event.token.handle)
        case nil: break
        }
    }

    private mutating func accept() {
        var peer = SocketAddress(.loopback, port: 0)
        guard case .accepted(let socket) = listener.accept(peer: &peer) else { return }
        // Beyond the bound the connection is closed at once.
        guard let handle = connections.take() else { return }
        let raw = socket.raw
        connections[handle].open(socket)
        let token = Token(kind: Kind.connection.rawValue, handle: handle)
        guard (try? poller.add(raw, token: token)) != nil else { return close(handle) }
        serve(handle)
    }

    private mutating func serve(_ handle: Handle) {
        let progress = connections[handle].serve(&desk, unixSeconds: clock.unixSeconds)
        guard progress == .waiting else { return close(handle) }
        timers.schedule(
            handle.index, atMilliseconds: clock.milliseconds + Bounds.sandboxIdleMilliseconds)
    }

    private mutating func close(_ handle: Handle) {
        timers.cancel(handle.index)
        connections[handle].close()
        connections.free(handle)
    }
}
