import Bytes
import Contract
import HTTP
import Identity
import Operations
import Policy
import Quota
import Reactor

/// One request and its answer, whichever protocol carries them: the story of a request from its
/// head to its last byte. The functions below are its chapters, in the order of judgement
/// (Laravel's own, so that clients meet the errors they know); each returns the next step and
/// performs no I/O.
///
/// Here, as in `Worker`, functions are `mutating` even where they change nothing: to borrow a value
/// of this size for a call, the compiler copies all of it to the stack.
///
///     judgeHead -> (Redis) -> judgeAbilities -> judgeSize -> (body) -> judgeInput -> forward
struct Exchange: ~Copyable {
    /// What the worker does next.
    enum Step: Equatable {
        /// Answer here, with the refusal or the preflight that the decision names.
        case answer(Decision)
        /// Ask Redis who this is and whether it may.
        case admit
        /// Collect the body, then `judgeInput`.
        case hold
        /// Send it on; a body that was not held streams.
        case forward
        /// Answer here with what the handler makes.
        case handle(EdgeHandler)
    }

    /// What the exchange waits for.
    enum Phase: Equatable {
        case head
        case admitting
        case holding
        /// For Redis, on behalf of a handler of our own.
        case handling
        /// For a connection to the upstream.
        case connecting
        /// The request is sent or being sent; the answer's head is awaited.
        case sent
        /// The answer's body flows.
        case relaying
        /// Our own answer is written.
        case answered
    }

    var phase = Phase.head
    var tunnel = Tunnel.none
    /// The token of an answer that lasts is being looked up again.
    var isRechecked = false
    /// The client: the connection's peer, or whom a trusted proxy names.
    var client = IPAddress.loopback
    /// Who the client is by its certificate; nil when it gave none.
    var identity: ClientIdentity?
    var downstream = Handle.none
    var link = Handle.none
    /// The rules that it is judged by; 0 until its head is whole.
    var generation = 0
    /// Index into their route table, nil until routed.
    var route: Int?
    /// Bytes that had moved when silence was looked for last; -1 before the first time. And how
    /// often in a row it was found.
    private var seenBytes = -1
    private(set) var silentLooks = 0
    /// It is silent, and its connections gave back what they can.
    var isResting = false
    /// Its slot is free and has been for a while.
    private var isCold = false
    // What an answer that lasts needs of the rules, which may be gone by then.
    /// The numbers that its route and its upstream have in logs and metrics, -1 for none.
    var routeLabel = -1
    var upstreamLabel = -1
    /// Its upstream's place among the worker's.
    var upstream = 0
    /// The abilities that its route asks for; nil while its rules are in force.
    var needs: NeededAbilities?
    var bodyBytesMax = 0
    /// How long its upstream may take to answer, be silent, and be connected to, in milliseconds.
    var responseMilliseconds = 0
    var idleMilliseconds = 0
    var connectMilliseconds = 0
    var decision = Decision.allowed

    var head = RequestHead()
    var response = ResponseHead()
    var admission = Admission()
    /// The handler of ours that answers the route, once it is known.
    var edge: EdgeHandler?
    var codes = CodeExchange()
    var minting = EmbedMinting()
    /// The field that a handler of ours could not take.
    var inputFault: InputFault?
    /// The body that is held to be judged, decoded from its transfer coding; or what was sent of
    /// one that streams.
    var body = ByteBuffer()
    /// All that was sent of a body that streams is in `body`.
    var keepsBody = false
    /// The client's request is whole.
    var requestEnded = false
    /// Body bytes taken from the client, and answer bytes of the body given to it.
    var requestBytes = 0
    var responseBytes = 0
    /// Of the request's, those that are held: they count against the worker's budget.
    var heldBytes = 0
    /// Our own identifier, or the trusted proxy's.
    var requestID = RequestID(high: 0, low: 0)
    /// A trusted proxy's identifier, in the head's bytes; empty where ours counts.
    var givenID = ByteRange.empty
    var trace = TraceContext(traceHigh: 0, traceLow: 1, parent: 1, isSampled: false)
    /// The value of `Authorization` in the head's bytes, repeated ones joined; and the token in it.
    var authorization = ByteRange.empty
    var token: BearerToken?
    /// The widget that the path names, in the head's bytes; empty where the route names none.
    var slug = ByteRange.empty
    /// What the client did against HTTP itself.
    var fault: ProtocolFault?
    /// What would have been decided if everything were enforced.
    var wouldBe: Decision?
    /// The field and rule that were broken first, or the ability that is missing, for the log.
    var detail = ByteBuffer()
    /// Storage for what an assertion is made of.
    var assertionText = ByteBuffer()
    /// Methods for `Allow`.
    var allowed = MethodSet.none
    /// Seconds for `Retry-After` where the quota does not say.
    var retryAfterSeconds = 0
    /// Attempts to reach the upstream, and those that the retry budget paid for.
    var attempts = 0
    var retries = 0
    /// What its rules said of repeats, and what the request is hashed by; nil by nothing.
    var retriesMax = 0
    var balanceKey: UInt64?
    /// Bit sets of targets: those that could not be reached, and those that failed it otherwise.
    var triedTargets: UInt64 = 0
    var failedTargets: UInt64 = 0
    /// The client takes trailers: `TE` said so (RFC 9110 §10.1.4).
    var takesTrailers = false
    /// The client's request goes on being chunked to the upstream.
    var sendsChunked = false
    /// The answer is chunked to the client.
    var answersChunked = false
    /// When each stage began, and how long each took, nanoseconds.
    var startedAt = 0
    var stageStartedAt = 0
    var times = StageTimes()

    /// Makes the slot ready for a new request; buffers keep their storage.
    mutating func begin(for downstream: Handle, now: Int) {
        phase = .head
        tunnel = .none
        isRechecked = false
        seenBytes = -1
        isResting = false
        isCold = false
        self.downstream = downstream
        link = .none
        generation = 0
        route = nil
        routeLabel = -1
        upstreamLabel = -1
        upstream = 0
        needs = nil
        bodyBytesMax = 0
        decision = .allowed
        head.reset()
        response.reset()
        admission.reset()
        if edge != nil {
            codes.reset()
            minting.reset()
        }
        edge = nil
        inputFault = nil
        body.removeAll()
        keepsBody = false
        requestEnded = false
        requestBytes = 0
        responseBytes = 0
        heldBytes = 0
        givenID = .empty
        authorization = .empty
        token = nil
        slug = .empty
        fault = nil
        wouldBe = nil
        detail.removeAll()
        allowed = .none
        retryAfterSeconds = 0
        attempts = 0
        retries = 0
        retriesMax = 0
        balanceKey = nil
        triedTargets = 0
        failedTargets = 0
        takesTrailers = false
        sendsChunked = false
        answersChunked = false
        startedAt = now
        stageStartedAt = now
        times = StageTimes()
    }

    /// Whether nothing has moved either way since this was called last.
    mutating func isSilent() -> Bool {
        let moved = requestBytes + responseBytes
        if moved == seenBytes {
            silentLooks += 1
            return true
        }
        seenBytes = moved
        silentLooks = 0
        isResting = false
        return false
    }

    /// Gives the storage of a free slot back that nobody has used since this was called last. True
    /// while it keeps some.
    mutating func cool() -> Bool {
        let capacity =
            head.bytes.capacity + response.bytes.capacity + body.capacity + detail.capacity
            + assertionText.capacity
        guard capacity > 0 else { return false }
        if isCold { releaseStorage() }
        isCold.toggle()
        return isCold
    }

    /// Gives the storage of a free slot back.
    mutating func releaseStorage() {
        head.bytes.releaseStorage()
        response.bytes.releaseStorage()
        body.releaseStorage()
        detail.releaseStorage()
        assertionText.releaseStorage()
    }

    /// Makes room for all of a large body whose length is known, once a quarter of it has come: one
    /// that grows until its end is copied, and in memory twice. What does not come takes none.
    mutating func makeRoomForBody() {
        guard case .length(let count) = head.framing, count > Bounds.relayBytesMax,
            body.capacity < count, body.count >= count / 4
        else { return }
        body.reserve(count - body.count)
    }

    /// Notes the time limits towards its upstream.
    mutating func take(_ timeouts: UpstreamTimeouts) {
        connectMilliseconds = timeouts.connectMilliseconds
        responseMilliseconds = timeouts.responseMilliseconds
        idleMilliseconds = timeouts.idleMilliseconds
    }

    /// Closes a stage at `now` and opens the next.
    mutating func mark(_ stage: Stage, now: Int) {
        times[stage] += now - stageStartedAt
        stageStartedAt = now
    }
}
