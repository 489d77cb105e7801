/// What the gateway decided about a request, and for a refusal why: the `decision` of a log line
/// and of the metrics. One case per reason that an operator would act on differently.
@usableFromInline package enum Decision: UInt8, CaseIterable, Sendable {
    /// Judged and answered by the upstream or an edge handler, whatever their status.
    case allowed
    /// Declared pass-through: forwarded without being judged.
    case passedThrough
    /// A CORS preflight or `OPTIONS`, answered here.
    case preflight

    // The client's request could not be taken as HTTP or within the limits.
    case malformedRequest
    case malformedURL
    case requestTimeout
    case misdirected
    case targetTooLong
    case headTooLarge
    case bodyTooLarge
    case encodedBody
    case inputOutOfBounds
    case methodOverride

    // The contract does not know it.
    case notFound
    case methodNotAllowed
    /// It asks for another protocol where there is none.
    case notUpgradable

    // Who is asking.
    case missingToken
    case malformedToken
    case unknownToken
    case wrongSecret
    case expiredToken
    /// An embed token with another signature than its key makes.
    case forgedToken
    /// An embed token that its key did sign, but that is not good here: the detail says why.
    case invalidToken
    /// An embed token for a widget that is unknown or disabled.
    case unavailableWidget
    /// An embed token on a page of an origin that its widget does not list.
    case refusedOrigin
    case failedLookups
    case missingAbility
    case suspended

    // What the gateway answers itself.
    case invalidGrant
    case codeReplayed
    case unknownWidget
    case invalidHandlerInput
    case embedKeyMissing
    case embedKeyUnreadable

    // How often, and with what.
    case rateLimited
    case invalidInput

    // Our side.
    case redisUnavailable
    case overloaded
    case internalFault

    // The upstream's side.
    case upstreamUnreachable
    case upstreamBroken
    case upstreamTimeout
    case upstreamOverloaded

    /// The client went away before its answer was whole.
    case clientGone
    /// We ended before it was whole: the time for that was over.
    case drainOver

    /// How many there are.
    package static let count = 45

    /// The text in logs and labels, in snake case as Prometheus labels are written.
    package var text: StaticString {
        switch self {
        case .allowed: "allowed"
        case .passedThrough: "passed_through"
        case .preflight: "preflight"
        case .malformedRequest: "malformed_request"
        case .malformedURL: "malformed_url"
        case .requestTimeout: "request_timeout"
        case .misdirected: "misdirected"
        case .targetTooLong: "target_too_long"
        case .headTooLarge: "head_too_large"
        case .bodyTooLarge: "body_too_large"
        case .encodedBody: "encoded_body"
        case .inputOutOfBounds: "input_out_of_bounds"
        case .methodOverride: "method_override"
        case .notFound: "not_found"
        case .methodNotAllowed: "method_not_allowed"
        case .notUpgradable: "not_upgradable"
        case .missingToken: "missing_token"
        case .malformedToken: "malformed_token"
        case .unknownToken: "unknown_token"
        case .wrongSecret: "wrong_secret"
        case .expiredToken: "expired_token"
        case .forgedToken: "forged_token"
        case .invalidToken: "invalid_token"
        case .unavailableWidget: "unavailable_widget"
        case .refusedOrigin: "refused_origin"
        case .failedLookups: "failed_lookups"
        case .missingAbility: "missing_ability"
        case .suspended: "suspended"
        case .invalidGrant: "invalid_grant"
        case .codeReplayed: "code_replayed"
        case .unknownWidget: "unknown_widget"
        case .invalidHandlerInput: "invalid_handler_input"
        case .embedKeyMissing: "embed_key_missing"
        case .embedKeyUnreadable: "embed_key_unreadable"
        case .rateLimited: "rate_limited"
        case .invalidInput: "invalid_input"
        case .redisUnavailable: "redis_unavailable"
        case .overloaded: "overloaded"
        case .internalFault: "internal_fault"
        case .upstreamUnreachable: "upstream_unreachable"
        case .upstreamBroken: "upstream_broken"
        case .upstreamTimeout: "upstream_timeout"
        case .upstreamOverloaded: "upstream_overloaded"
        case .clientGone: "client_gone"
        case .drainOver: "drain_over"
        }
    }
}
