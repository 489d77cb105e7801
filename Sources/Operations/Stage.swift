/// A part of a request's life whose time is measured. They follow each other; what is not taken
/// (no Redis for a public operation) takes no time and is not counted.
@usableFromInline package enum Stage: Int, CaseIterable, Sendable {
    /// TLS handshake of the connection; counted with the connection's first request.
    case handshake
    /// First byte of the request to the end of its head.
    case head
    /// Token look-up and judgement; with the quota's debit when both went in one round trip.
    case identity
    /// The quota's own round trip.
    case quota
    /// Waiting for the body that is judged.
    case body
    /// Judging parameters and body against the contract.
    case validation
    /// What a handler of the gateway's own asked of Redis.
    case handler
    /// Request handed to the upstream until the head of its answer.
    case upstream
    /// Head of the answer until its last byte was handed to the client.
    case response
    /// First byte of the request until the last byte of the answer.
    case total

    /// How many there are.
    package static let count = 10

    /// The text in logs and labels.
    package var text: StaticString {
        switch self {
        case .handshake: "handshake"
        case .head: "head"
        case .identity: "identity"
        case .quota: "quota"
        case .body: "body"
        case .validation: "validation"
        case .handler: "handler"
        case .upstream: "upstream"
        case .response: "response"
        case .total: "total"
        }
    }
}

/// The time that each stage of one request took, in nanoseconds; 0 where a stage was not taken.
@usableFromInline package struct StageTimes: Sendable {
    @usableFromInline var nanoseconds = InlineArray<10, Int>(repeating: 0)  // Stage.count

    package init() {}

    package subscript(_ stage: Stage) -> Int {
        @inlinable get { nanoseconds[stage.rawValue] }
        @inlinable set { nanoseconds[stage.rawValue] = newValue }
    }
}
