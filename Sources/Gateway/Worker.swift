import Bytes
import Contract
import HTTP
import HTTP2
import Identity
import Operations
import Policy
import Quota
import Reactor
import Redis
import TLS
import Upstream

/// What an event or a timer is about.
enum Kind: UInt8 {
    case listener
    case downstream
    case link
    case redis
    case mailbox
    case resolver
}

/// One thread of the data plane and the one shell that performs I/O: its own poller, listeners,
/// connections, upstream pools and Redis link. Nothing in it is shared with another thread except
/// the mailbox, the counters and the log ring, none of which it waits for.
struct Worker: ~Copyable {
    /// What requests are judged by that come now.
    var rules: Rules
    /// What requests that began earlier are still judged by, the oldest first.
    var retired: [Rules] = []
    let mailbox: Mailbox<WorkerMessage>
    var poller: Poller
    var clock: Clock
    var timers: TimerWheel

    var listeners: Slab<ListenerSlot>
    /// Of the listeners, those that were removed and whose connections have yet to end.
    var removedListeners = 0
    /// The keys that tickets are sealed with now.
    var ticketKeys: TicketKeys
    var downstreams: Slab<Downstream>
    /// Connections among them: the others are streams of HTTP/2.
    var connectionCount = 0
    /// Those of each client, where the policy bounds them.
    var addresses = ClientAddresses()
    /// When idle connections are looked for again, to make room, in milliseconds.
    var nextReuseAt = 0
    /// Streams of HTTP/2 beyond the first of each connection.
    var sharedStreams = 0
    var sessions: Slab<SessionSlot>
    var exchanges: Slab<Exchange>
    var links: Slab<UpstreamLink>
    var upstreams: [UpstreamState]
    var resolver: Resolver?
    /// It asks servers of a former policy, or none: another is to take its place.
    var resolverIsOld = false
    /// Before when no other is made, since the last could not be, in milliseconds.
    var resolverRetryAt = 0
    /// Where former rules go, so that no request waits while their memory is given back.
    let reloads: Mailbox<ReloadMessage>
    /// What the reloading thread has yet to be told.
    var untold: [ReloadMessage] = []
    let number: Int

    /// The link to Redis and what admission remembers; the transport under the link.
    var desk: AdmissionDesk
    var redisTransport: Transport?
    var redisStage = RedisStage.connecting
    var redisInput = ByteBuffer()
    /// Empty until the name is resolved; tried in turn.
    var redisAddresses: [SocketAddress]
    var redisTurn = 0
    /// Redis is given by name: its addresses may change while we are not connected.
    let redisIsNamed: Bool
    let redisHost: String
    let redisPort: UInt16
    var redisTLS: TLSClientContext?
    var redisIsResolving = false
    /// Before when no connection is given up because Redis is a replica, in milliseconds.
    var redisLeaveAt = 0

    /// Makes embed tokens; the desk has the keys.
    var embedMinter = EmbedMinter()
    /// What Redis is to be asked to undo once it can be.
    var withdrawals: [Withdrawal] = []
    /// What it has been asked, in the order of its answers.
    var sentWithdrawals: [SentWithdrawal] = []
    /// Redis refused one of them: it is not asked again in every turn.
    var withdrawalsAreRefused = false
    /// Codes of exchanges that are gone while Redis was being asked, by their tags.
    var lateCodes: [UInt64: UnansweredCode] = [:]
    /// The drain's time is over, and only Redis is waited for.
    var isClosing = false

    /// When tokens were last used, until Redis is told.
    var uses = TokenUses()
    /// Replies to the batch under way, and whether one of them was an error.
    var usesRepliesDue = 0
    var usesAreRefused = false

    var judge = InputJudge()
    var recorder: Recorder
    var identifiers: IdentifierSource

    /// Storage lent to whichever connection reads.
    var spareInputs = SpareBuffers(
        limit: Bounds.spareInputsMax, bytesMax: Bounds.spareInputsMax * Bounds.readBytes)
    /// Storage lent to connections that have a request to answer.
    var spareOutputs = SpareBuffers(
        limit: Bounds.spareOutputsMax, bytesMax: Bounds.spareOutputsMax * Bounds.relayBytesMax)
    /// What all HTTP/2 sessions take memory from.
    let sessionMemory = SessionMemory()
    /// The head of a health check's answer.
    var checkHead = ResponseHead()
    /// Bodies and field values of our own answers.
    var scratch = ByteBuffer()
    /// Connections whose work goes on without an event: a pipelined request, a body that may flow.
    var queue: [QueuedWork] = []
    /// Connections to upstreams whose requests are whole and go out with the turn's others.
    var unsent: [Handle] = []
    /// Streams of upstreams whose clients got something in this turn.
    var answeredStreams: [Handle] = []
    /// What was read from the mailbox.
    var messages: [WorkerMessage] = []
    /// Bytes of bodies that are held to be judged, or until they are answered.
    var heldBytes = 0
    /// Where it is among the exchanges whose tokens are looked up again, among those that may be
    /// silent, and among the slots that may be free.
    var recheckWalk = SlotWalk()
    var silenceWalk = SlotWalk()
    var coolWalk = SlotWalk()
    /// Whether silence is looked for; whether unused storage is, and whether some was found.
    var looksForSilence = false
    var isCooling = false
    var coolsAgain = false
    /// How near the process is to its memory ceiling.
    var memory: MemoryWatch
    var isDraining = false
    /// Another process serves in place of this one: there is no hurry to end.
    var isReplaced = false
    /// When what is left is cut, in milliseconds.
    var drainEndsAt = Int.max
    var isFinished = false
    /// Why connections are closed with requests under way.
    var closingDecision = Decision.clientGone
    /// Whether the last wait brought several events at once.
    private var isBusy = false

    /// Runs until it is told to drain and the last connection is gone.
    mutating func run() {
        clock.refresh()
        startResolving()
        startRechecking()
        startChecks()
        lookAtMemory()
        pollRedis()
        // Arms the timer of the next attempt: nothing else would when the first failed at once.
        flushRedis()
        while !isFinished {
            let wait = queue.isEmpty ? timers.timeoutMilliseconds(now: clock.milliseconds) : 0
            let count = awaitEvents(wait)
            clock.refresh()
            serve(count)
            serveMore(after: count)
            runQueue()
            expireTimers()
            if clock.milliseconds >= memory.nextAt { lookAtMemory() }
            flushRedis()
            sendRequests()
        }
    }

    /// Waits for events. Where several came at once lately, a moment is let pass first: going to
    /// sleep and being woken for each of them costs more than serving it, here and for those who
    /// wake us. A worker that always finds something never gets there, nor does one with little to
    /// do.
    private mutating func awaitEvents(_ milliseconds: Int) -> Int {
        if milliseconds != 0, isBusy {
            if let count = try? poller.wait(timeoutMilliseconds: 0), count > 0 { return count }
            Poller.pause(microseconds: Bounds.gatherMicroseconds)
        }
        let count = (try? poller.wait(timeoutMilliseconds: milliseconds)) ?? 0
        isBusy = count >= Bounds.gatherEvents
        return count
    }

    /// Serves what has come meanwhile before HTTP/2 connections send: one write, and one wake-up of
    /// whoever gets it, for several answers instead of one each.
    private mutating func serveMore(after events: Int) {
        var served = events
        for _ in 0..<Bounds.pollsBeforeSending
        where !queue.isEmpty && served < Bounds.pollerEvents {
            guard let more = try? poller.wait(timeoutMilliseconds: 0), more > 0 else { return }
            serve(more)
            served += more
        }
    }

    private mutating func serve(_ events: Int) {
        for index in 0..<events {
            dispatch(poller.event(index))
            watchMemory(after: index + 1)
        }
    }

    private mutating func dispatch(_ event: Event) {
        switch Kind(rawValue: event.token.kind) {
        case .listener: accept(event.token.index)
        case .downstream: downstreamEvent(event)
        case .link: linkEvent(event)
        case .redis: redisEvent(event)
        case .mailbox: readMailbox()
        case .resolver: resolverEvent(event)
        case nil: break
        }
    }

    /// Lets a whole request go out with the others of this turn: one by one, each would wake an
    /// upstream that has just gone to sleep, which costs more than the sending.
    mutating func sendSoon(_ link: Handle) {
        unsent.append(link)
        if unsent.count >= Bounds.requestsPerSend { sendRequests() }
    }

    private mutating func sendRequests() {
        for link in unsent where links.isLive(link) { sendLink(link) }
        unsent.removeAll(keepingCapacity: true)
    }

    /// Lets a connection go on in this turn, after the events.
    mutating func enqueueDownstream(_ handle: Handle) {
        guard downstreams.isLive(handle), !downstreams[handle].wire.isQueued else { return }
        downstreams[handle].wire.isQueued = true
        queue.append(QueuedWork(handle: handle, isLink: false))
    }

    /// As `enqueueDownstream`, for a connection to an upstream.
    mutating func enqueueLink(_ handle: Handle) {
        guard links.isLive(handle), !links[handle].wire.isQueued else { return }
        links[handle].wire.isQueued = true
        queue.append(QueuedWork(handle: handle, isLink: true))
    }

    /// Serves what was queued when the turn's events were done; what is queued meanwhile waits for
    /// the next turn, so that no connection can keep the others from being read.
    private mutating func runQueue() {
        let count = queue.count
        for index in 0..<count {
            let work = queue[index]
            if work.isLink {
                guard links.isLive(work.handle) else { continue }
                links[work.handle].wire.isQueued = false
                serveLink(work.handle)
            } else {
                guard downstreams.isLive(work.handle) else { continue }
                downstreams[work.handle].wire.isQueued = false
                serveDownstream(work.handle)
            }
            watchMemory(after: index + 1)
        }
        queue.removeFirst(count)
    }
}

/// A connection in the worker's queue.
struct QueuedWork {
    let handle: Handle
    let isLink: Bool
}

/// What other threads tell a worker.
enum WorkerMessage: Sendable {
    /// Begin to accept.
    case accept
    /// Stop accepting, finish what is in flight, then end.
    case drain(DrainReason)
    /// Seal session tickets with these.
    case ticketKeys(TicketKeys)
    /// Judge by this from now on, with the sockets of listeners that are new.
    case adopt(Delivery, [[ListeningSocket]])
    /// Look at memory: another worker found it nearly at its ceiling.
    case lookAtMemory
    /// A reload is over: for the admin thread, whose connections wait for it.
    case reloaded(ReloadOutcome)
}

/// Why a gateway ends.
enum DrainReason: Sendable {
    /// It was told to, and somebody waits for it.
    case stop
    /// Another process has taken over.
    case replaced
}

/// A listener of the policy: where the worker accepts, and how connections begin.
struct ListenerSlot: ~Copyable {
    /// One; several after an upgrade to fewer workers; none once it is over.
    var sockets: [ListeningSocket] = []
    var address = SocketAddress(.loopback, port: 0)
    /// Whose requests it takes.
    var hosts: [HostPattern] = []
    /// How clients prove who they are.
    var clients: ClientCertificatePolicy?
    var tls: TLSServerContext?
    var proxyProtocol = false
    /// When what is left of its connections is cut, in milliseconds; nil while it is in the policy.
    var endsAt: Int?
    /// Whether HTTP/2 is spoken beside HTTP/1.1.
    var http2 = true
}
