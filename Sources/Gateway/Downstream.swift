import Bytes
import Contract
import HTTP
import HTTP1
import Identity
import Reactor
import TLS

/// A client's connection and its HTTP/1.1 state; or a stream of an HTTP/2 connection, which carries
/// one request. The worker owns it in a slab and decides what happens; this only keeps what belongs
/// to the connection.
struct Downstream: ~Copyable {
    /// What the next bytes of the client are.
    enum Stage: Equatable {
        /// PROXY protocol header, before anything else.
        case proxyHeader
        /// TLS handshake.
        case handshake
        /// A request head, or nothing: the connection is between two requests.
        case head
        /// The body of the request whose exchange is at work.
        case body
        /// The request is whole; what follows belongs to the next one and waits.
        case waiting
        /// Frames of HTTP/2: its requests are streams.
        case session
        /// Our last answer is written; the rest of the request is read and thrown away, so that the
        /// answer is not lost to a reset (RFC 9112 §9.6).
        case lingering
    }

    /// How far a stream's answer is.
    enum Answer {
        case none
        /// The head ends the stream.
        case headOnly
        case content
    }

    var wire = Wire()
    var stage = Stage.head
    var listener = 0
    var client = IPAddress.loopback
    var parser = RequestParser()
    /// The request at work, `.none` between requests.
    var exchange = Handle.none
    /// Nothing more is served after the present answer.
    var closesAfterAnswer = false
    /// The client did not take all that was sent; the write time limit runs.
    var isStalled = false
    /// What it took since that time limit began, in bytes.
    var takenBytes = 0
    /// It holds too much to be read now.
    var isPaused = false
    /// It has been idle for a moment and gave back what it can.
    var isResting = true
    /// Since when it has been idle, in milliseconds.
    var idleSince = 0
    /// Requests that came over it.
    var requests = 0
    /// It counts for its client's address.
    var isCounted = false
    /// Tokens in answers that are not sent yet: they end if the answers never are.
    var unsentTokens: [IssuedToken] = []
    /// The token in the last answer, once that is sent: it ends if its client had gone before.
    var sentToken: IssuedToken?
    /// Until when a connection may linger, in milliseconds; 0 before its last answer is sent.
    var lingersUntil = 0
    /// Bytes of a stream that were thrown away behind its answer.
    var lingeredBytes = 0
    /// Nanoseconds of the TLS handshake, counted with the connection's first request.
    var handshakeNanoseconds = 0
    var acceptedAt = 0
    /// Who the client is by its certificate; nil when it gave none.
    var identity: ClientIdentity?
    var isTLS = false
    /// Nothing was asked yet: what comes first may be HTTP/2's preface.
    var mayBeSession = false
    /// Whether bytes have come that may become its preface.
    var hasBegunPreface = false
    /// The HTTP/2 session: the connection's own, or the one that a stream belongs to.
    var session = Handle.none
    /// The stream whose head has begun on an HTTP/2 connection and is not whole; 0 for none.
    var blockStream: Int32 = 0
    /// Tokens in answers that an HTTP/2 connection has in frames, each with the count of sent bytes
    /// at which it is on its way; and that count, and when it last grew, in milliseconds.
    var framedTokens: [(token: IssuedToken, end: Int)] = []
    var sentBytes = 0
    var progressAt = 0

    /// Of a stream: its connection, its number, its place among the session's streams.
    var carrier = Handle.none
    var stream: Int32 = 0
    var place = 0
    var answer = Answer.none
    /// The answer is complete: what waits is all there is.
    var isAnswered = false
    /// The session has the whole answer; the rest of the request is thrown away for a while.
    var hasSentAll = false
    /// Its client must let it send more (WINDOW_UPDATE): no room of ours would help.
    var isBlockedByClient = false
    /// The session knows already that the stream is over.
    var streamIsGone = false
    var trailers = FieldList()
    var trailerBytes = ByteBuffer()

    /// Whether this is a stream of an HTTP/2 connection.
    var isStream: Bool { !carrier.isNone }

    /// Makes the slot ready for a new connection.
    mutating func open(
        _ transport: consuming Transport, listener: Int, client: IPAddress, now: Int
    ) {
        wire.open(transport)
        begin(listener: listener, client: client)
        mayBeSession = true
        acceptedAt = now
    }

    /// Makes the slot ready for a stream of the connection `carrier`.
    mutating func openStream(
        _ stream: Int32, of carrier: Handle, session: Handle, listener: Int, client: IPAddress,
        isTLS: Bool, place: Int
    ) {
        wire.openStream()
        begin(listener: listener, client: client)
        self.stream = stream
        self.carrier = carrier
        self.session = session
        self.isTLS = isTLS
        self.place = place
    }

    private mutating func begin(listener: Int, client: IPAddress) {
        stage = .head
        self.listener = listener
        self.client = client
        parser.reset()
        exchange = .none
        closesAfterAnswer = false
        isStalled = false
        isPaused = false
        isResting = true
        requests = 0
        isCounted = false
        if unsentTokens.capacity > 0 { unsentTokens.removeAll() }
        sentToken = nil
        lingersUntil = 0
        lingeredBytes = 0
        handshakeNanoseconds = 0
        isTLS = false
        mayBeSession = false
        hasBegunPreface = false
        session = .none
        carrier = .none
        answer = .none
        isAnswered = false
        hasSentAll = false
        isBlockedByClient = false
        streamIsGone = false
        blockStream = 0
        if framedTokens.capacity > 0 { framedTokens.removeAll() }
        sentBytes = 0
        progressAt = 0
        trailers.removeAll()
        wire.scan = MultipartScan()
    }

    /// Keeps an answer's trailers until its content has gone.
    mutating func keepTrailers(_ body: borrowing BodyReader) {
        guard body.hasTrailers else { return }
        trailers = body.trailers
        trailerBytes.removeAll()
        trailerBytes.append(contentsOf: body.trailerBytes)
    }

    /// Parses the PROXY header; nil while it is not whole.
    func proxyHeader() throws(ProxyHeaderFault) -> ProxyHeader? {
        try ProxyHeader.parse(wire.input.span)
    }

    /// Parses a request head into `head`. True when it is whole.
    /// Takes empty lines, which belong to no request. True when no head has begun behind them.
    mutating func isBetweenHeads() -> Bool {
        wire.input.consume(RequestParser.emptyLines(wire.input.span))
        return wire.input.isEmpty || wire.input.count == 1 && wire.input.span[0] == ASCII.cr
    }

    mutating func parseHead(
        limits: HeadLimits, into head: inout RequestHead
    ) throws(ProtocolFault) -> Bool {
        let parsed = try parser.parse(wire.input, limits: limits, into: &head)
        guard let consumed = parsed else { return false }
        wire.input.consume(consumed)
        parser.reset()
        return true
    }
}
