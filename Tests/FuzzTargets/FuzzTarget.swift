/// What random bytes are given to, and what has to hold of it whatever they are.
package enum FuzzTarget: String, CaseIterable, Sendable {
    /// Heads of requests and answers over HTTP/1.1, with what follows them.
    case head
    /// Answers over HTTP/1.1, with what comes before and behind.
    case answer
    /// Content over HTTP/1.1: chunks, lengths, trailers.
    case content
    /// A request's target.
    case target
    /// The server's side of an HTTP/2 connection.
    case session
    /// The client's side of one.
    case client

    /// What does not hold; nil when all does.
    package func problem(_ input: [UInt8]) -> String? {
        switch self {
        case .head: HeadProperty.problem(input)
        case .answer: AnswerProperty.problem(input)
        case .content: ContentProperty.problem(input)
        case .target: TargetProperty.problem(input)
        case .session: SessionProperty.problem(input)
        case .client: ClientProperty.problem(input)
        }
    }
}
