import Bytes
import Identity
import Operations
import Policy
import Quota
import Reactor
import Redis

/// Handlers of our own: what the gateway answers instead of the upstream.
extension Worker {
    /// The tag of replies that nobody waits for: no exchange has it.
    static var nobody: UInt64 { .max }

    /// A handler of ours makes the answer.
    mutating func handle(_ exchange: Handle, _ handler: EdgeHandler) {
        exchanges[exchange].phase = .handling
        setTimer(exchange: exchange, rules.policy.redis.timeoutMilliseconds)
        switch handler {
        case .codeExchange: beginCodeExchange(exchange)
        case .embedToken: beginMinting(exchange)
        }
    }

    private var codeDesk: CodeExchange.Desk {
        CodeExchange.Desk(
            firstScript: AdmissionDesk.codeScripts, prefix: desk.prefix, nobody: Self.nobody)
    }

    private mutating func beginCodeExchange(_ exchange: Handle) {
        let verdict = exchanges[exchange].beginCodeExchange(
            &judge, tag: Token(kind: 0, handle: exchange).raw, desk: codeDesk,
            link: &desk.link, failed: desk.failed, now: UInt64(clock.milliseconds))
        if let verdict { codeExchanged(exchange, verdict) }
    }

    /// Gives a handler's exchange the reply that it waits for.
    mutating func takeHandlerReply(_ exchange: Handle) {
        switch exchanges[exchange].edge {
        case .codeExchange?: takeCodeReply(exchange)
        case .embedToken?: takeMintingReply(exchange)
        case nil: refuse(exchange, .internalFault)
        }
    }

    private mutating func takeCodeReply(_ exchange: Handle) {
        let verdict = exchanges[exchange].codes.receive(
            desk: codeDesk, link: &desk.link, failed: &desk.failed,
            nowMilliseconds: UInt64(clock.milliseconds))
        if let verdict { codeExchanged(exchange, verdict) }
    }

    private mutating func codeExchanged(_ exchange: Handle, _ verdict: CodeVerdict) {
        exchanges[exchange].mark(.handler, now: clock.monotonicNanoseconds)
        switch verdict {
        case .issued:
            exchanges[exchange].composeToken(rules(of: exchange), body: &scratch)
            exchanges[exchange].addRequestID()
            downstreams[exchanges[exchange].downstream].unsentTokens +=
                exchanges[exchange].codes.issued.map { [$0] } ?? []
            answer(exchange)
        case .invalidGrant(let isReplay):
            refuse(exchange, isReplay ? .codeReplayed : .invalidGrant)
        case .throttled(let seconds):
            exchanges[exchange].retryAfterSeconds = seconds
            refuse(exchange, .failedLookups)
        case .redisFault(let fault):
            failHandler(exchange, fault)
        }
    }

    /// Redis did not do its part. A token that may have become good meanwhile is withdrawn.
    mutating func failHandler(_ exchange: Handle, _ fault: RedisFault) {
        withdrawUnknown(exchange)
        recorder.add(.redisFailures)
        exchanges[exchange].detail.append(fault.reason)
        refuse(exchange, .redisUnavailable)
    }
}
