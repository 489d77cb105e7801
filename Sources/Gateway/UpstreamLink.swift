import Bytes
import HTTP
import HTTP1
import Reactor
import TLS

/// A connection to an upstream's target and its HTTP/1.1 state: it serves one exchange at a time
/// and waits in the target's pool in between. Or an HTTP/2 connection, or a stream of one, which
/// serves one exchange.
struct UpstreamLink: ~Copyable {
    enum Stage: Equatable {
        case connecting
        case handshake
        /// HTTP/2 has begun; the target's SETTINGS are awaited.
        case settings
        /// HTTP/2: requests are streams.
        case session
        /// HTTP/2: the connection is being given up.
        case over
        /// The request is being sent, or its answer's head is awaited.
        case head
        /// The answer's body is being read.
        case body
        /// In the pool.
        case idle
    }

    var wire = Wire()
    var stage = Stage.connecting
    var upstream = 0
    var target = 0
    /// Which of the target's addresses: the number that `UpstreamState` gave it.
    var address = 0
    /// When it is replaced where its target has several addresses, in milliseconds.
    var renewAt = Int.max
    var exchange = Handle.none
    /// Its client holds too much for it to be read now.
    var isPaused = false
    /// It asks a target whether it is well, and belongs to no exchange.
    var isCheck = false
    /// Its request counts among the target's in flight.
    var isCounted = false
    var parser = ResponseParser()
    /// The connection answered a request before the present one.
    var isReused = false
    /// A byte of the present answer arrived.
    var hasAnswered = false
    /// The request's bytes end with those that wait to be sent: a tunnel's client said so.
    var endsWhenSent = false
    /// The whole request is here, and a part of it waits for the target to take it.
    var isBehind = false
    /// The present request counts among its target's failures already.
    var isFailureNoted = false
    /// Interim answers to the present request so far.
    var interimCount = 0

    /// HTTP/2: the connection's session, or the one that a stream belongs to.
    var session = Handle.none
    /// Of an HTTP/2 connection: whether the target's group may choose it, whether no stream is
    /// open, when something came last in nanoseconds, and whether a sign of life is awaited.
    var isOffered = false
    var isUnused = false
    var receivedAt = 0
    var isPinged = false
    /// When it was last asked for one, in nanoseconds, and how many of its requests we have given
    /// up.
    var pingedAt = 0
    /// Until when one that is being made is waited for, in milliseconds.
    var connectEndsAt = 0
    var cancelCount = 0
    /// It takes no more requests and ends with the last that it has, whatever it speaks.
    var isLeaving = false

    /// Whether this is a stream; its connection, while there is one; its number, once it is asked,
    /// and its place among the session's streams.
    var isStream = false
    var carrier = Handle.none
    var stream: Int32 = 0
    /// When it was asked, in nanoseconds.
    var askedAt = 0
    var place = 0
    /// The session has the whole request.
    var hasSentAll = false
    /// The session knows already that the stream is over.
    var streamIsGone = false

    /// Makes the slot ready for a new connection.
    mutating func open(_ transport: consuming Transport, upstream: Int, target: Int) {
        wire.open(transport)
        begin(upstream: upstream, target: target)
    }

    /// Makes the slot ready for a stream of the connection `carrier`.
    mutating func openStream(
        of carrier: Handle, session: Handle, upstream: Int, target: Int, place: Int
    ) {
        wire.openStream()
        begin(upstream: upstream, target: target)
        isStream = true
        self.carrier = carrier
        self.session = session
        self.place = place
    }

    /// Forgets the slot's last occupant: a slot that is taken is begun before anything can fail.
    mutating func begin(upstream: Int, target: Int) {
        stage = .connecting
        self.upstream = upstream
        self.target = target
        address = 0
        renewAt = .max
        exchange = .none
        isPaused = false
        isCheck = false
        isCounted = false
        isReused = false
        session = .none
        isOffered = false
        isUnused = false
        receivedAt = 0
        isPinged = false
        pingedAt = 0
        connectEndsAt = 0
        cancelCount = 0
        isLeaving = false
        isStream = false
        carrier = .none
        stream = 0
        hasSentAll = false
        streamIsGone = false
        expectAnswer()
    }

    /// Forgets the last answer.
    mutating func expectAnswer() {
        parser.reset()
        hasAnswered = false
        endsWhenSent = false
        isBehind = false
        isFailureNoted = false
        interimCount = 0
    }

    /// Parses an answer's head into `head`. True when it is whole.
    mutating func parseHead(
        limits: HeadLimits, method: Method, into head: inout ResponseHead
    ) throws(ProtocolFault) -> Bool {
        let parsed = try parser.parse(
            wire.input, answering: method, limits: limits, into: &head)
        guard let consumed = parsed else { return false }
        wire.input.consume(consumed)
        parser.reset()
        return true
    }
}
