import Bytes
import Operations
import Policy
import Reactor
import TLS

extension Worker {
    /// Takes the connections that wait at a listener.
    mutating func accept(_ index: Int) {
        guard let slot = listeners.handle(at: index) else { return }
        for socket in listeners[slot].sockets {
            // A bound per turn, so that a flood of connections does not starve those that are open.
            for _ in 0..<Bounds.acceptsPerTurn {
                guard acceptOne(socket, slot) else { break }
            }
        }
    }

    /// Takes every connection that waits at a listener, and lets its sockets go. Another process
    /// may have them as well; the poller would go on telling of connections that come there.
    mutating func stopAccepting(_ index: Int) {
        guard let slot = listeners.handle(at: index) else { return }
        for socket in listeners[slot].sockets {
            // As many as may have waited; a flood has no end.
            for _ in 0..<Bounds.listenBacklog {
                guard acceptOne(socket, slot) else { break }
            }
            try? poller.remove(socket.raw)
        }
        listeners[slot].sockets = []
    }

    /// Takes one connection. False when none waits, or when none can be taken for now.
    private mutating func acceptOne(_ socket: ListeningSocket, _ slot: Handle) -> Bool {
        var peer = SocketAddress(.loopback, port: 0)
        switch socket.listener.accept(peer: &peer) {
        case .accepted(let socket):
            open(socket, from: peer, at: slot)
            return true
        case .wouldBlock:
            return false
        case .failed(let errno):
            if errno.isExhaustion { pauseAccepting() }
            return false
        }
    }

    /// Descriptors or memory ran out. The listeners' events stop for a moment: they are
    /// level-triggered and would come again at once.
    private mutating func pauseAccepting() {
        setAccepting(false)
        timers.schedule(
            TimerID.worker(.accept),
            atMilliseconds: clock.milliseconds + Bounds.acceptPauseMilliseconds)
    }

    /// Begins to accept, or goes on after a pause.
    mutating func resumeAccepting() { setAccepting(true) }

    private mutating func setAccepting(_ isAccepting: Bool) {
        for index in 0..<listeners.slotCount {
            guard let slot = listeners.handle(at: index) else { continue }
            for socket in listeners[slot].sockets {
                try? poller.setLevel(
                    socket.raw, token: Token(kind: Kind.listener.rawValue, index: index),
                    read: isAccepting, write: false)
            }
        }
    }

    private mutating func open(
        _ socket: consuming Socket, from peer: SocketAddress, at slot: Handle
    ) {
        // Closed, not left to wait: a client learns at once to try elsewhere, and nothing of an
        // attack is left in the queue when it is over.
        if memory.isRefusing { return recorder.add(.memoryConnectionsRefused) }
        guard hasRoom(), let handle = downstreams.take() else {
            recorder.add(.connectionsRefused)
            return
        }
        connectionCount += 1
        recorder.add(.connectionsAccepted)
        let raw = socket.raw
        let index = Int(slot.index)
        let wantsProxyHeader = listeners[slot].proxyProtocol
        downstreams[handle].open(
            Transport(socket), listener: index, client: peer.ip ?? .loopback,
            now: clock.monotonicNanoseconds)
        if !listeners[slot].http2 { downstreams[handle].mayBeSession = false }
        downstreams[handle].idleSince = clock.milliseconds
        if !wantsProxyHeader, !admitAddress(handle) { return }
        do {
            try poller.add(raw, token: Token(kind: Kind.downstream.rawValue, handle: handle))
        } catch {
            closeDownstream(handle)
            return
        }
        recorder.set(.connectionsOpen, connectionCount)
        if wantsProxyHeader {
            downstreams[handle].stage = .proxyHeader
        } else if !startHandshake(handle) {
            return
        }
        let limit = rules.timeouts
        let isPlain = downstreams[handle].stage == .head
        setTimer(handle, isPlain ? limit.idleMilliseconds : limit.handshakeMilliseconds)
        serveDownstream(handle)
    }

    /// Begins TLS where the listener speaks it. False when the connection had to be closed.
    mutating func startHandshake(_ handle: Handle) -> Bool {
        guard let slot = listeners.handle(at: downstreams[handle].listener) else {
            downstreams[handle].stage = .head
            return true
        }
        guard let context = listeners[slot].tls else {
            downstreams[handle].stage = .head
            return true
        }
        do {
            try downstreams[handle].wire.transport?.startTLS(context)
            downstreams[handle].isTLS = true
            downstreams[handle].mayBeSession = false
            downstreams[handle].stage = .handshake
            return true
        } catch {
            count(.violation, handle)
            closeDownstream(handle)
            return false
        }
    }
}
