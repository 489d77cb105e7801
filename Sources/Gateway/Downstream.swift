import Bytes
import HTTP
import HTTP1
import Identity
import Reactor
import TLS

/// A client's connection and its HTTP/1.1 state. The worker owns it in a slab and decides what
/// happens; this only keeps what belongs to the connection.
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
        /// Our last answer is written; the rest of the request is read and thrown away, so that the
        /// answer is not lost to a reset (RFC 9112 §9.6).
        case lingering
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
    /// It has been idle for a moment and gave back what it can.
    var isResting = true
    /// A token in an answer that is not sent yet: it ends if the answer never is.
    var unsentToken: IssuedToken?
    /// The token in the last answer, once that is sent: it ends if its client had gone before.
    var sentToken: IssuedToken?
    /// Bytes thrown away while lingering.
    var lingeredBytes = 0
    /// Nanoseconds of the TLS handshake, counted with the connection's first request.
    var handshakeNanoseconds = 0
    var acceptedAt = 0

    /// Makes the slot ready for a new connection.
    mutating func open(
        _ transport: consuming Transport, listener: Int, client: IPAddress, now: Int
    ) {
        wire.open(transport)
        stage = .head
        self.listener = listener
        self.client = client
        parser.reset()
        exchange = .none
        closesAfterAnswer = false
        isStalled = false
        isResting = true
        unsentToken = nil
        sentToken = nil
        lingeredBytes = 0
        handshakeNanoseconds = 0
        acceptedAt = now
    }

    /// Parses the PROXY header; nil while it is not whole.
    func proxyHeader() throws(ProxyHeaderFault) -> ProxyHeader? {
        try ProxyHeader.parse(wire.input.span)
    }

    /// Parses a request head into `head`. True when it is whole.
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
