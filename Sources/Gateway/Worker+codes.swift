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
            exchanges[exchange].composeToken(rules, body: &scratch)
            exchanges[exchange].addRequestID()
            downstreams[exchanges[exchange].downstream].unsentToken =
                exchanges[exchange].codes.issued
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

    // MARK: Withdrawing

    /// The tag of withdrawals' replies: no exchange has it.
    static var withdrawing: UInt64 { .max - 1 }

    /// The exchange ends before it knows what became of its code: whether its token became good, or
    /// whether the code was a replay.
    mutating func withdrawUnknown(_ exchange: Handle) {
        guard exchanges[exchange].phase == .handling else { return }
        if exchanges[exchange].codes.mayHaveIssued, let token = exchanges[exchange].codes.issued {
            withdraw(token)
        } else if exchanges[exchange].codes.mayBeReplay {
            // The answer comes all the same, and must still end the token.
            lateRedemptions.insert(Token(kind: 0, handle: exchange).raw)
        } else if let token = exchanges[exchange].codes.replayedToken {
            withdraw(token)
        }
    }

    /// A reply for an exchange that is gone.
    mutating func takeLateReply(_ tag: UInt64) {
        // The reservation's reply, an integer, comes before the redemption's.
        guard lateRedemptions.contains(tag), desk.link.pipeline.reply.kind != .integer else {
            return
        }
        lateRedemptions.remove(tag)
        if let token = CodeExchange.replayedToken(in: desk.link.pipeline.reply) { withdraw(token) }
    }

    /// Ends a token: now, or once Redis is back. It is remembered until Redis has said so.
    mutating func withdraw(_ token: IssuedToken) {
        if withdrawals.count < Bounds.withdrawalsMax { withdrawals.append(token) }
        withdrawalsAreRefused = false
        withdrawAll()
    }

    /// Sends the withdrawals that wait.
    mutating func withdrawAll() {
        let prefix = desk.prefix
        while let token = withdrawals.last, desk.link.isReady, desk.link.pipeline.hasRoom {
            withdrawals.removeLast()
            let replies = CodeStore.writeWithdrawal(
                token, prefix: prefix.span, into: &desk.link.pipeline)
            sentWithdrawals.append(SentWithdrawal(token: token, repliesDue: replies))
            desk.link.pipeline.expect(
                Self.withdrawing, replies: replies, nowMilliseconds: UInt64(clock.milliseconds))
        }
    }

    /// A withdrawal's reply: they come in the order in which they were sent.
    mutating func takeWithdrawalReply() {
        guard !sentWithdrawals.isEmpty else { return }
        if desk.link.pipeline.reply.errorCode != nil { sentWithdrawals[0].hasFailed = true }
        sentWithdrawals[0].repliesDue -= 1
        guard sentWithdrawals[0].repliesDue == 0 else { return }
        let done = sentWithdrawals.removeFirst()
        // A Redis that refuses is asked again when the link is new, or with the next withdrawal.
        if done.hasFailed {
            withdrawals.append(done.token)
            withdrawalsAreRefused = true
        }
        endIfDrained()
    }

    /// The link is gone, and who waited has been told: what it has not answered is sent again on
    /// the next one.
    mutating func keepWithdrawals() {
        withdrawals += sentWithdrawals.map(\.token)
        sentWithdrawals.removeAll()
        lateRedemptions.removeAll()
        withdrawalsAreRefused = false
    }

    /// Whether tokens are still to be ended.
    var hasWithdrawals: Bool { !withdrawals.isEmpty || !sentWithdrawals.isEmpty }
}

/// A token that Redis was asked to end.
struct SentWithdrawal {
    let token: IssuedToken
    var repliesDue: Int
    var hasFailed = false
}
