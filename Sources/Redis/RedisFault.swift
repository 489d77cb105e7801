import Bytes

/// Why Redis could not be asked or did not answer as it should. None of them is the client's fault,
/// none carries what was sent, and none may be retried when a debit was under way.
package enum RedisFault: Error, Equatable, Sendable {
    /// No connection at the moment; nothing was sent.
    case unavailable
    /// As many requests as `Bounds.redisInFlightMax` wait for an answer; nothing was sent.
    case overloaded
    /// No answer within the policy's time.
    case timedOut
    /// The connection ended while an answer was due.
    case closed
    /// What arrived is not RESP2.
    case protocolViolation
    /// A reply larger than `Bounds.redisReplyBytesMax`.
    case replyTooLarge
    /// A reply of another shape than the command has, or one that nobody waits for.
    case unexpectedReply
    /// Redis answered with an error.
    case refused(RedisErrorCode)
    /// A key holds what the gateway cannot read, such as a limit that is not `requests/seconds`.
    case invalidRecord

    /// For logs and metrics: short, stable, without anything from the request.
    package var reason: StaticString {
        switch self {
        case .unavailable: "redis_unavailable"
        case .overloaded: "redis_overloaded"
        case .timedOut: "redis_timed_out"
        case .closed: "redis_closed"
        case .protocolViolation: "redis_protocol"
        case .replyTooLarge: "redis_reply_too_large"
        case .unexpectedReply: "redis_unexpected_reply"
        case .refused(let code): code.reason
        case .invalidRecord: "redis_invalid_record"
        }
    }
}

/// The first word of an error reply. The rest is dropped, since it may quote arguments.
package enum RedisErrorCode: UInt8, Equatable, Sendable, CaseIterable {
    case other, generic, noScript, wrongType, loading, readOnly, noAuth, wrongPass, noPermission
    case outOfMemory, busy, misconfigured, moved, ask, clusterDown, masterDown, tryAgain, execAbort

    /// The code that an error reply's text begins with.
    package init(_ text: Span<UInt8>) {
        var length = 0
        while length < text.count, text[length] != 0x20 { length += 1 }
        let word = text.extracting(first: length)
        for code in Self.allCases where code != .other && word.equals(code.word) {
            self = code
            return
        }
        self = .other
    }

    private var word: StaticString {
        switch self {
        case .other: ""
        case .generic: "ERR"
        case .noScript: "NOSCRIPT"
        case .wrongType: "WRONGTYPE"
        case .loading: "LOADING"
        case .readOnly: "READONLY"
        case .noAuth: "NOAUTH"
        case .wrongPass: "WRONGPASS"
        case .noPermission: "NOPERM"
        case .outOfMemory: "OOM"
        case .busy: "BUSY"
        case .misconfigured: "MISCONF"
        case .moved: "MOVED"
        case .ask: "ASK"
        case .clusterDown: "CLUSTERDOWN"
        case .masterDown: "MASTERDOWN"
        case .tryAgain: "TRYAGAIN"
        case .execAbort: "EXECABORT"
        }
    }

    /// For logs and metrics.
    package var reason: StaticString {
        switch self {
        case .other: "redis_error"
        case .generic: "redis_err"
        case .noScript: "redis_noscript"
        case .wrongType: "redis_wrongtype"
        case .loading: "redis_loading"
        case .readOnly: "redis_readonly"
        case .noAuth: "redis_noauth"
        case .wrongPass: "redis_wrongpass"
        case .noPermission: "redis_noperm"
        case .outOfMemory: "redis_oom"
        case .busy: "redis_busy"
        case .misconfigured: "redis_misconf"
        case .moved: "redis_moved"
        case .ask: "redis_ask"
        case .clusterDown: "redis_clusterdown"
        case .masterDown: "redis_masterdown"
        case .tryAgain: "redis_tryagain"
        case .execAbort: "redis_execabort"
        }
    }
}
