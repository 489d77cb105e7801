package import Contract
import HTTP

/// What the policy says about one operation of the contract.
package struct OperationPolicy: Sendable {
    package let auth: AuthKind
    package let abilities: AbilityRequirement
    /// Whether a request against the contract is refused or only reported. Abilities, tokens and
    /// limits are always enforced.
    package let mode: Mode
    /// The same for rules that an overlay marks as assumed.
    package let assumed: Mode
    /// The contract's rules as this operation wants them: assumed ones enforced or reported. nil
    /// when nothing is to be judged.
    package let input: InputProgram?
    /// Index into the policy's limits; nil counts nothing.
    package let limit: Int?
    /// Index into the policy's upstreams.
    package let upstream: Int
    package let bodyBytesMax: Int
    /// Complete: what the operation does not say is its upstream's.
    package let timeouts: UpstreamTimeouts
    /// Which of the gateway's own handlers answers; nil where the upstream does.
    package let edge: EdgeHandler?
    /// Whether requests are forwarded unjudged, whatever their method, body or type.
    package let isUntouched: Bool
    /// Whether clients may open WebSockets.
    package let takesWebSocket: Bool
}

/// How a request says who it is.
@usableFromInline package enum AuthKind: String, Sendable, CaseIterable {
    /// A Sanctum token; the request's cookies are dropped.
    case bearer
    /// A Sanctum token, or else the session cookie, which the upstream judges.
    case bearerOrSession = "bearer-or-session"
    /// An embed token, as the page of a widget has it; the request's cookies are dropped.
    case embed
    /// Nobody is asked.
    case `public`
}

/// The abilities that a token must have.
package enum AbilityRequirement: Sendable, Equatable {
    /// Every one of these; an empty list asks for a valid token only.
    case all([String])
    /// At least one of these; never empty.
    case any([String])

    package var names: [String] {
        switch self {
        case .all(let names), .any(let names): names
        }
    }
}

/// Whether a broken rule refuses the request.
package enum Mode: String, Sendable, CaseIterable {
    case enforce
    /// Counted and logged, then forwarded.
    case report
}

/// Who answers an operation.
package enum Handler: String, Sendable, CaseIterable {
    /// The upstream.
    case forward
    /// The gateway itself.
    case edge
}

/// What the gateway can answer itself.
package enum EdgeHandler: Sendable {
    /// An authorization code becomes a token (RFC 6749 §4.1.3).
    case codeExchange
    /// A visitor's token for an embedded widget is signed (laravel.md §6).
    case embedToken

    /// What the required fields of an operation's body say that it is.
    init?(_ facts: OperationFacts) {
        guard facts.method == .post, facts.input != nil, facts.bodyFault == nil else { return nil }
        let required = facts.fields.filter { field in
            field.path.count == 1 && field.rules.contains { $0.rule == .required }
        }.map { $0.path[0] }
        if required.contains("code"), required.contains("redirect_uri") {
            self = .codeExchange
        } else if required.contains("slug"), required.contains("subject") {
            self = .embedToken
        } else {
            return nil
        }
    }
}
