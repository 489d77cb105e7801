import Bytes
import Identity
import Operations
import Policy
import Quota
import Reactor
import Redis

/// Undoing: a token that nobody was given ends, and so does one whose code was presented again.
/// What is to be undone is remembered until Redis has said that it is.
extension Worker {
    /// The tag of withdrawals' replies: no exchange has it.
    static var withdrawing: UInt64 { .max - 1 }

    /// The exchange ends before it knows what became of its code: whether its token became good, or
    /// whether the code was a replay.
    mutating func withdrawUnknown(_ exchange: Handle) {
        guard exchanges[exchange].phase == .handling else { return }
        if exchanges[exchange].codes.mayHaveIssued, let token = exchanges[exchange].codes.issued {
            withdraw(.token(token))
        } else if var code = exchanges[exchange].codes.unanswered {
            // The answer comes all the same, and must still end the token.
            code.latestUse = clock.unixSeconds - Bounds.replayClockSkewSeconds
            code.latestUse -= (rules.policy.redis.timeoutMilliseconds + 999) / 1_000
            lateCodes[Token(kind: 0, handle: exchange).raw] = code
        } else if let id = exchanges[exchange].codes.replayedToken {
            withdraw(.replayed(id: id))
        }
    }

    /// A reply for an exchange that is gone.
    mutating func takeLateReply(_ tag: UInt64) {
        guard var code = lateCodes[tag] else { return }
        // The reservation's reply comes before the redemption's.
        code.repliesDue -= 1
        lateCodes[tag] = code.repliesDue > 0 ? code : nil
        guard code.repliesDue == 0 else { return }
        if let id = CodeExchange.replayedToken(in: desk.link.pipeline.reply) {
            withdraw(.replayed(id: id))
        } else if desk.link.pipeline.reply.errorCode != nil {
            // An error says nothing of the code: its record does.
            withdraw(.unanswered(code))
        }
        endIfDrained()
    }

    /// Undoes something: now, or once Redis is back.
    mutating func withdraw(_ withdrawal: Withdrawal) {
        remember(withdrawal)
        withdrawalsAreRefused = false
        withdrawAll()
    }

    private mutating func remember(_ withdrawal: Withdrawal) {
        if withdrawals.count < Bounds.withdrawalsMax {
            withdrawals.append(withdrawal)
        } else {
            recorder.add(.withdrawalsDropped)
        }
    }

    /// Sends withdrawals that wait, as many as may be under way; their answers bring the next.
    mutating func withdrawAll() {
        while let withdrawal = withdrawals.last, desk.link.isReady, desk.link.pipeline.hasRoom,
            sentWithdrawals.count < Bounds.withdrawalsSentMax
        {
            withdrawals.removeLast()
            let replies = withdrawal.write(prefix: desk.prefix, into: &desk.link.pipeline)
            sentWithdrawals.append(SentWithdrawal(withdrawal: withdrawal, repliesDue: replies))
            desk.link.pipeline.expect(
                Self.withdrawing, replies: replies, nowMilliseconds: UInt64(clock.milliseconds))
        }
    }

    /// A withdrawal's reply: they come in the order in which they were sent.
    mutating func takeWithdrawalReply() {
        guard !sentWithdrawals.isEmpty else { return }
        var done = sentWithdrawals[0]
        done.take(desk.link.pipeline.reply)
        sentWithdrawals[0] = done
        guard done.repliesDue == 0 else { return }
        sentWithdrawals.removeFirst()
        if done.isRefused {
            withdrawals.append(done.withdrawal)
            withdrawalsAreRefused = true
            recorder.add(.redisFailures)
            timers.schedule(
                TimerID.worker(.withdrawals),
                atMilliseconds: clock.milliseconds + Bounds.withdrawalRetryMilliseconds)
        } else if let next = done.next {
            withdraw(next)
        }
        endIfDrained()
    }

    /// Asks a Redis again that has refused.
    mutating func retryWithdrawals() {
        withdrawalsAreRefused = false
        withdrawAll()
    }

    /// The link is gone, and who waited has been told: what it has not answered is sent again on
    /// the next one.
    mutating func keepWithdrawals() {
        withdrawals += sentWithdrawals.map(\.withdrawal)
        sentWithdrawals.removeAll()
        for code in lateCodes.values { remember(.unanswered(code)) }
        lateCodes.removeAll()
        withdrawalsAreRefused = false
    }

    /// Whether something is still to be undone, or may turn out to be.
    var hasWithdrawals: Bool {
        !withdrawals.isEmpty || !sentWithdrawals.isEmpty || !lateCodes.isEmpty
    }
}

/// What Redis is asked to undo.
enum Withdrawal {
    /// A token that ends, and why.
    case token(IssuedToken, because: TokenEnd = .revoked)
    /// A code that was presented when the link was lost: had it been used before, its token ends.
    case unanswered(UnansweredCode)
    /// A token that ends because its code was replayed; its hash is asked for first, which names
    /// the second key.
    case replayed(id: Int)

    /// - Returns: how many replies come.
    fileprivate func write(prefix: [UInt8], into pipeline: inout RedisPipeline) -> Int {
        switch self {
        case .token(let token, let reason):
            return CodeStore.writeWithdrawal(
                token, because: reason, prefix: prefix.span, into: &pipeline)
        case .unanswered(let code):
            CodeStore.writeUse(of: code, prefix: prefix.span, into: &pipeline)
        case .replayed(let id):
            CodeStore.writeHashQuestion(id: id, prefix: prefix.span, into: &pipeline)
        }
        return 1
    }

    /// What the reply to a question leads to.
    fileprivate func next(_ reply: borrowing RedisReply) -> Withdrawal? {
        switch self {
        case .token: nil
        case .unanswered(let code): code.replayedToken(in: reply).map { .replayed(id: $0) }
        case .replayed(let id):
            IssuedToken(id: id, hash: reply.bytes).map { .token($0, because: .replayed) }
        }
    }
}

/// A withdrawal that Redis has yet to answer.
struct SentWithdrawal {
    let withdrawal: Withdrawal
    private(set) var repliesDue: Int
    private(set) var isRefused = false
    private(set) var next: Withdrawal?

    init(withdrawal: Withdrawal, repliesDue: Int) {
        self.withdrawal = withdrawal
        self.repliesDue = repliesDue
    }

    fileprivate mutating func take(_ reply: borrowing RedisReply) {
        repliesDue -= 1
        switch reply.errorCode {
        case nil: next = withdrawal.next(reply)
        // A key that is none of ours: to ask again changes nothing.
        case .wrongType?: break
        default: isRefused = true
        }
    }
}
