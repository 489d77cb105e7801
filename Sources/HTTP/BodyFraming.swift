/// How the end of a message's content is known (RFC 9112 §6.3).
@usableFromInline package enum BodyFraming: Equatable, Sendable {
    /// There is no content.
    case none
    /// Exactly so many bytes.
    case length(Int)
    /// Chunks, and trailers behind them.
    case chunked
    /// Everything until the peer closes: responses only.
    case untilClose
}
