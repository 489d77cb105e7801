import HTTP
import Operations

/// The status and the words of each refusal: the one table that turns decisions into answers. The
/// words of Laravel's own errors are laravel.md's, to the byte; the others follow their manner.
struct Refusal {
    let status: Int
    let message: StaticString
    /// Laravel renders 401 and 422 compactly, with `/` escaped, and everything else pretty-printed.
    var isCompact = false

    init(_ status: Int, _ message: StaticString, isCompact: Bool = false) {
        self.status = status
        self.message = message
        self.isCompact = isCompact
    }

    /// The refusal that a decision stands for. A decision that refuses nothing has none; answering
    /// it as an error is a fault of ours.
    init(_ decision: Decision) {
        switch decision {
        case .malformedRequest: self.init(400, "Bad Request")
        case .malformedURL: self.init(400, "Malformed URL.")
        case .requestTimeout: self.init(408, "Request Timeout")
        case .misdirected: self.init(421, "The gateway does not serve this host.")
        case .targetTooLong: self.init(414, "URI Too Long")
        case .headTooLarge: self.init(431, "Request Header Fields Too Large")
        case .bodyTooLarge: self.init(413, "The POST data is too large.")
        case .encodedBody:
            self.init(415, "The body must be JSON or a URL-encoded form, without Content-Encoding.")
        case .inputOutOfBounds:
            self.init(
                422, "The query or form has too many fields or nests too deeply.", isCompact: true)
        case .methodOverride:
            self.init(422, "The  method field is prohibited.", isCompact: true)
        case .notFound: self.init(404, "The route could not be found.")
        case .notUpgradable: self.init(501, "There is no WebSocket here.")
        case .methodNotAllowed: self.init(405, "The method is not supported for this route.")
        case .missingToken, .malformedToken, .unknownToken, .wrongSecret, .expiredToken,
            .forgedToken, .invalidToken, .unavailableWidget:
            self.init(401, "Unauthenticated.", isCompact: true)
        case .failedLookups, .rateLimited: self.init(429, "Too Many Attempts.")
        case .missingAbility: self.init(403, "Invalid ability provided.")
        case .suspended, .refusedOrigin: self.init(403, "This action is unauthorized.")
        case .invalidGrant, .codeReplayed:
            self.init(400, "Authorization code is invalid, used, or expired.", isCompact: true)
        case .unknownWidget: self.init(404, "Widget not found.", isCompact: true)
        case .invalidInput, .invalidHandlerInput:
            self.init(422, "The given data was invalid.", isCompact: true)
        case .redisUnavailable, .overloaded, .embedKeyMissing, .embedKeyUnreadable,
            .upstreamOverloaded:
            self.init(503, "Service Unavailable")
        case .upstreamUnreachable, .upstreamBroken: self.init(502, "Bad Gateway")
        case .upstreamTimeout: self.init(504, "Gateway Timeout")
        case .internalFault, .allowed, .passedThrough, .preflight, .clientGone,
            .drainOver:
            self.init(500, "Server Error")
        }
    }
}

extension Decision {
    /// The decision that a protocol fault of the client leads to.
    init(_ fault: ProtocolFault) {
        switch fault {
        case .malformedURL: self = .malformedURL
        case .targetTooLong: self = .targetTooLong
        case .headTooLarge, .tooManyFields: self = .headTooLarge
        case .chunkTooLarge: self = .bodyTooLarge
        case .unsecuredScheme: self = .misdirected
        default: self = .malformedRequest
        }
    }
}
