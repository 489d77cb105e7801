import Bytes
import HTTP
import HTTP1
import Reactor
import TLS

/// A connection to an upstream's target and its HTTP/1.1 state. It serves one exchange at a time
/// and waits in the target's pool in between.
struct UpstreamLink: ~Copyable {
    enum Stage: Equatable {
        case connecting
        case handshake
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
    /// Which of the target's addresses.
    var address = 0
    var exchange = Handle.none
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
    /// The present request counts among its target's failures already.
    var isFailureNoted = false
    /// Interim answers to the present request so far.
    var interimCount = 0

    /// Makes the slot ready for a new connection.
    mutating func open(_ transport: consuming Transport, upstream: Int, target: Int) {
        wire.open(transport)
        stage = .connecting
        self.upstream = upstream
        self.target = target
        exchange = .none
        isCheck = false
        isCounted = false
        isReused = false
        expectAnswer()
    }

    /// Forgets the last answer.
    mutating func expectAnswer() {
        parser.reset()
        hasAnswered = false
        endsWhenSent = false
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
