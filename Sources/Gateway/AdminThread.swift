import Bytes
import HTTP
import HTTP1
import Operations
import Policy
import Reactor
import Synchronization
import TLS

/// The thread that answers operators: health, readiness and metrics on the admin listener, and the
/// same with the gateway's state on the control socket. It shares nothing with the workers but
/// their counters, so that asking never slows a request.
final class AdminThread: Sendable {
    private let mailbox: Mailbox<WorkerMessage>

    private init(_ mailbox: Mailbox<WorkerMessage>) { self.mailbox = mailbox }

    /// Opens the admin listener and the control socket that the policy names, and serves them; nil
    /// when it names neither.
    static func start(
        _ policy: Policy, _ parts: CommonParts, _ sockets: ListeningSockets
    ) throws(Gateway.StartFault) -> AdminThread? {
        guard policy.adminAddress != nil || policy.controlSocket != nil else { return nil }
        var place = "the admin thread"
        do throws(Errno) {
            let mailbox = try Mailbox<WorkerMessage>(capacity: Bounds.mailboxMessagesMax)
            let poller = try Poller(capacity: Bounds.adminConnectionsMax)
            var server = AdminServer(parts, mailbox, poller: poller)
            try server.watchMailbox()
            if let address = policy.adminAddress {
                place = "\(address) (admin)"
                server.admin = try sockets.admin(at: address)
            }
            if let path = policy.controlSocket {
                place = "\(path) (control)"
                server.control = try sockets.control(at: path)
            }
            let box = AdminBox(server)
            let thread = try Thread.spawn(name: "admin") { box.run() }
            _ = consume thread
            return AdminThread(mailbox)
        } catch {
            throw .listen(address: place, error)
        }
    }

    /// Begins to answer; or says from now on that the gateway is not ready, so that balancers send
    /// no more, or leaves the answering to the process that took over; or tells those who asked
    /// for a reload what became of it.
    func tell(_ message: WorkerMessage) { _ = mailbox.post(message) }
}

/// Where the server lives from its making to its end on its own thread.
private final class AdminBox: Sendable {
    private let server: Mutex<AdminServer>

    init(_ server: consuming sending AdminServer) { self.server = Mutex(server) }

    func run() { server.withLock { $0.run() } }
}

/// One connection of an operator: a request, an answer, the end.
private struct AdminConnection: ~Copyable {
    var wire = Wire()
    var parser = RequestParser()
    var head = RequestHead()
    var isControl = false
    var isAnswered = false
    /// The number of the reload that it waits for, 0 for none.
    var reload = 0

    /// Parses the request's head. True when it is whole.
    mutating func parse() throws(ProtocolFault) -> Bool {
        try parser.parse(wire.input, limits: HeadLimits(), into: &head) != nil
    }

    /// Whether the request's path is `path`.
    func asks(_ path: StaticString) -> Bool { head.text(head.target.path).equals(path) }

    /// Only who may use the control socket has the policy loaded anew.
    var asksForReload: Bool { isControl && head.method == .post && asks("/reload") }
}

/// The admin thread's own small loop.
private struct AdminServer: ~Copyable {
    private enum Kind: UInt8 {
        case admin, control, connection, mailbox
    }

    /// Behind those of the connections, whose timers have their indices.
    private static var acceptTimer: UInt32 { UInt32(Bounds.adminConnectionsMax) }

    private let parts: CommonParts
    private let mailbox: Mailbox<WorkerMessage>
    private var poller: Poller
    private var clock = Clock()
    private var timers: TimerWheel
    var admin: ListeningSocket?
    var control: ListeningSocket?
    private var connections: Slab<AdminConnection>
    private var isDraining = false
    private var wasReady = false
    private var reloadCount = 0
    private var messages: [WorkerMessage] = []
    private var body = ByteBuffer()

    init(
        _ parts: CommonParts, _ mailbox: Mailbox<WorkerMessage>, poller: consuming Poller
    ) {
        self.parts = parts
        self.mailbox = mailbox
        self.poller = poller
        timers = TimerWheel(nowMilliseconds: clock.milliseconds)
        connections = Slab(limit: Bounds.adminConnectionsMax) { _ in AdminConnection() }
    }

    /// Does what the main thread says.
    private mutating func obey(_ message: WorkerMessage) {
        switch message {
        case .accept: setAccepting(true)
        case .drain(.stop): isDraining = true
        case .drain(.replaced):
            // The successor has them too: events would go on coming unless they are taken away.
            if let raw = admin?.raw { try? poller.remove(raw) }
            if let raw = control?.raw { try? poller.remove(raw) }
            admin = nil
            control = nil
        case .reloaded(let outcome): answer(outcome)
        case .ticketKeys, .adopt, .lookAtMemory: break
        }
    }

    /// Hears of the drain.
    mutating func watchMailbox() throws(Errno) {
        try poller.addLevel(mailbox.raw, token: Token(kind: Kind.mailbox.rawValue))
    }

    mutating func run() {
        while true {
            clock.refresh()
            let wait = timers.timeoutMilliseconds(now: clock.milliseconds)
            let count = (try? poller.wait(timeoutMilliseconds: wait)) ?? 0
            clock.refresh()
            for index in 0..<count { dispatch(poller.event(index)) }
            while let id = timers.expire(now: clock.milliseconds) {
                if id == Self.acceptTimer {
                    setAccepting(true)
                } else if let handle = connections.handle(at: Int(id)) {
                    close(handle)
                }
            }
        }
    }

    private mutating func dispatch(_ event: Event) {
        switch Kind(rawValue: event.token.kind) {
        case .admin: accept(isControl: false)
        case .control: accept(isControl: true)
        case .mailbox:
            guard mailbox.take(into: &messages) else { return }
            for message in messages { obey(message) }
            messages.removeAll()
        case .connection:
            guard connections.isLive(event.token.handle) else { return }
            connections[event.token.handle].wire.transport?.mark(event)
            serve(event.token.handle)
        case nil: break
        }
    }

    private mutating func accept(isControl: Bool) {
        var peer = SocketAddress(.loopback, port: 0)
        let accepted = (isControl ? control : admin)?.listener.accept(peer: &peer)
        switch consume accepted {
        case .accepted(let socket)?: open(socket, isControl: isControl)
        case .failed(let errno)?: if errno.isExhaustion { pauseAccepting() }
        case .wouldBlock?: break
        case nil: break
        }
    }

    private mutating func open(_ socket: consuming Socket, isControl: Bool) {
        // The control socket is its owner's: mode 0600, and the peer's user is looked at as well.
        if isControl {
            guard let peer = try? socket.peerCredentials(),
                peer.userID == 0 || peer.userID == ProcessLimits.effectiveUser
            else { return }
        }
        guard let handle = connections.take() else { return }
        let raw = socket.raw
        connections[handle].wire.open(Transport(socket))
        connections[handle].parser.reset()
        connections[handle].isControl = isControl
        connections[handle].isAnswered = false
        connections[handle].reload = 0
        let token = Token(kind: Kind.connection.rawValue, handle: handle)
        guard (try? poller.add(raw, token: token)) != nil else { return close(handle) }
        timers.schedule(
            handle.index, atMilliseconds: clock.milliseconds + Bounds.adminMilliseconds)
        serve(handle)
    }

    /// Descriptors or memory ran out: as in the workers, the listeners' events stop for a moment.
    private mutating func pauseAccepting() {
        setAccepting(false)
        timers.schedule(
            Self.acceptTimer,
            atMilliseconds: clock.milliseconds + Bounds.acceptPauseMilliseconds)
    }

    private mutating func setAccepting(_ isAccepting: Bool) {
        if let raw = admin?.raw {
            try? poller.setLevel(
                raw, token: Token(kind: Kind.admin.rawValue), read: isAccepting, write: false)
        }
        if let raw = control?.raw {
            try? poller.setLevel(
                raw, token: Token(kind: Kind.control.rawValue), read: isAccepting, write: false)
        }
    }

    private mutating func serve(_ handle: Handle) {
        var spares = SpareBuffers(limit: 0, bytesMax: 0)
        while !connections[handle].isAnswered {
            guard case .bytes = connections[handle].wire.receive(spares: &spares) else {
                if !connections[handle].wire.canRead { return }
                return close(handle)
            }
            do throws(ProtocolFault) {
                if try connections[handle].parse() { answer(handle) }
            } catch {
                return close(handle)
            }
        }
        if connections[handle].reload > 0 { return }
        switch connections[handle].wire.flush() {
        case .pending: break
        case .done, .failed: close(handle)
        }
    }

    /// Asks for a reload, which whoever sent the request waits for.
    private mutating func reload(_ handle: Handle) {
        reloadCount += 1
        connections[handle].reload = reloadCount
        timers.schedule(
            handle.index, atMilliseconds: clock.milliseconds + Bounds.reloadMilliseconds)
        _ = parts.reloads.post(.request(reloadCount))
    }

    private mutating func answer(_ outcome: ReloadOutcome) {
        for index in 0..<connections.slotCount {
            guard let handle = connections.handle(at: index), connections[handle].reload > 0,
                outcome.requests.contains(connections[handle].reload)
            else { continue }
            connections[handle].reload = 0
            body.removeAll()
            for line in outcome.lines {
                body.append(string: line)
                body.append("\n")
            }
            write(handle, outcome.isTaken ? 200 : 409, "text/plain; charset=utf-8")
            serve(handle)
        }
    }

    private mutating func answer(_ handle: Handle) {
        connections[handle].isAnswered = true
        if connections[handle].asksForReload { return reload(handle) }
        body.removeAll()
        let status: Int
        var type: StaticString = "application/json"
        if connections[handle].asks("/healthz") {
            body.append("{\"status\":\"alive\"}\n")
            status = 200
        } else if connections[handle].asks("/readyz") {
            status = appendReadiness()
        } else if connections[handle].asks("/metrics") {
            parts.metrics.appendExposition(to: &body)
            type = Metrics.contentType
            status = 200
        } else {
            body.append("{\"message\":\"Ask for /healthz, /readyz or /metrics.\"}\n")
            status = 404
        }
        write(handle, status, type)
    }

    /// Ready means: every worker has reached Redis once and has had an answer to each upstream's
    /// name, and the gateway is not draining. Losing Redis later does not make it unready, because
    /// what needs no Redis goes on; the body tells.
    private mutating func appendReadiness() -> Int {
        let connected = parts.metrics[.redisConnected]
        let workers = parts.mailboxes.count
        let unanswered = parts.metrics[.namesUnanswered]
        if connected == workers, unanswered == 0 { wasReady = true }
        let isReady = wasReady && !isDraining
        body.append("{\"ready\":")
        body.append(isReady ? "true" : "false")
        body.append(",\"draining\":")
        body.append(isDraining ? "true" : "false")
        body.append(",\"workers\":")
        body.append(decimal: workers)
        body.append(",\"redis_connected\":")
        body.append(decimal: connected)
        body.append(",\"names_unanswered\":")
        body.append(decimal: unanswered)
        // No reason to be unready: under one attack all gateways would go at once.
        body.append(",\"memory_pressure\":\"")
        body.append(parts.metrics.memory.pressure.text)
        body.append("\"}\n")
        return isReady ? 200 : 503
    }

    private mutating func write(_ handle: Handle, _ status: Int, _ type: StaticString) {
        let isHead = connections[handle].head.method == .head
        connections[handle].wire.output.appendStatusLine(status)
        connections[handle].wire.output.appendField("Content-Type", type)
        connections[handle].wire.output.appendFraming(.length(body.count))
        connections[handle].wire.output.append("Connection: close\r\n\r\n")
        if !isHead { connections[handle].wire.output.append(contentsOf: body) }
    }

    private mutating func close(_ handle: Handle) {
        timers.cancel(handle.index)
        connections[handle].wire.close()
        connections.free(handle)
    }
}
