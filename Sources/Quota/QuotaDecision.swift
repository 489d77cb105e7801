import Bytes
package import Redis

/// What a limit says about one request, as Laravel's headers tell it (laravel.md §2).
package struct QuotaDecision: Equatable, Sendable {
    package var isAllowed: Bool
    /// `X-RateLimit-Limit`.
    package var limit: Int
    /// `X-RateLimit-Remaining`: 0 when refused.
    package var remaining: Int
    /// `Retry-After` in whole seconds, rounded up; 0 when allowed.
    package var retryAfterSeconds: Int
    /// `X-RateLimit-Reset`, in unix seconds: now and `Retry-After`.
    package var resetUnix: Int

    package init(
        isAllowed: Bool, limit: Int, remaining: Int, retryAfterSeconds: Int, unixSeconds: Int
    ) {
        self.isAllowed = isAllowed
        self.limit = limit
        self.remaining = remaining
        self.retryAfterSeconds = retryAfterSeconds
        resetUnix = unixSeconds + retryAfterSeconds
    }
}

/// The debit of one request from an organization's limit, in one Redis script.
///
/// GCRA in its debt form: the key holds what is owed (`debt`, nanoseconds: the theoretical arrival
/// time less now) and since when (`at`, Redis' clock in microseconds). Debt is paid off as time
/// passes; a request adds one interval and is refused when the sum would exceed a full burst. A
/// refused request owes nothing. A clock that jumps back pays nothing off, and time counts on from
/// where it jumped to, so that no such jump lets more through or blocks for longer than a full
/// burst. All numbers stay below 2^53, which Lua counts exactly.
///
/// A debit that turns out to have used other numbers than the organization's is repeated with the
/// right ones and credits the first: as much of it as cannot have been paid off since. What is owed
/// then is never less than what the admitted requests owe.
package enum QuotaDebit {
    /// A debit that is taken back: by the one that repeats it, or alone.
    package struct Credit: Equatable, Sendable {
        package var nanoseconds: Int
        /// When it was debited, by Redis' clock.
        package var sinceMicroseconds: Int

        package init(nanoseconds: Int, sinceMicroseconds: Int) {
            self.nanoseconds = nanoseconds
            self.sinceMicroseconds = sinceMicroseconds
        }
    }

    /// Key 1: `quota:<org>:<limit>`. Arguments: interval in nanoseconds, burst, and for a repeated
    /// debit the nanoseconds to credit and since when. Returns {1, remaining, now} or {0,
    /// milliseconds until the next would be allowed, now}.
    package static let script = RedisScript(
        source: """
            local time = redis.call('TIME')
            local now = time[1] * 1000000 + time[2]
            local interval = tonumber(ARGV[1])
            local most = interval * tonumber(ARGV[2])
            local state = redis.call('HMGET', KEYS[1], 'debt', 'at')
            local debt = tonumber(state[1] or 0)
            local at = tonumber(state[2] or 0)
            if now > at then
              debt = math.max(0, debt - (now - at) * 1000)
            end
            local changed = now < at
            if ARGV[3] and now >= tonumber(ARGV[4]) then
              local unpaid = tonumber(ARGV[3]) - (now - ARGV[4]) * 1000
              debt = debt - math.max(0, math.min(debt, unpaid))
              changed = true
            end
            local owed = debt + interval
            local allowed = owed <= most
            if allowed or changed then
              local left = allowed and owed or debt
              redis.call('HSET', KEYS[1], 'debt', string.format('%.0f', left),
                'at', string.format('%.0f', now))
              redis.call('PEXPIRE', KEYS[1], math.ceil(left / 1000000) + 1)
            end
            if allowed then
              return {1, math.floor((most - owed) / interval), now}
            end
            return {0, math.ceil((owed - most) / 1000000), now}
            """)

    /// Writes the debit: one reply. With `inFull` the script's text goes along (after NOSCRIPT).
    package static func write(
        _ limit: QuotaLimit, name: Span<UInt8>, org: Span<UInt8>, prefix: Span<UInt8>,
        script: RedisScript, inFull: Bool, credit: Credit? = nil,
        into pipeline: inout RedisPipeline
    ) {
        pipeline.begin(
            script: script, keys: 1, arguments: credit == nil ? 2 : 4, inFull: inFull)
        pipeline.argument(prefix, "quota:", org, name)
        pipeline.argument(decimal: limit.intervalNanoseconds)
        pipeline.argument(decimal: limit.burst)
        guard let credit else { return }
        pipeline.argument(decimal: credit.nanoseconds)
        pipeline.argument(decimal: credit.sinceMicroseconds)
    }

    /// Writes a debit's return, for a request that turned out to be nobody's: one reply, which says
    /// nothing. A burst of 0 admits no debit, so that only the credit is written.
    static func writeCredit(
        _ credit: Credit, name: Span<UInt8>, org: Span<UInt8>, prefix: Span<UInt8>,
        script: RedisScript, into pipeline: inout RedisPipeline
    ) {
        pipeline.begin(script: script, keys: 1, arguments: 4, inFull: false)
        pipeline.argument(prefix, "quota:", org, name)
        pipeline.argument(decimal: credit.nanoseconds)
        pipeline.argument(decimal: 0)
        pipeline.argument(decimal: credit.nanoseconds)
        pipeline.argument(decimal: credit.sinceMicroseconds)
    }

    /// Reads the script's reply.
    package static func decision(
        in reply: borrowing RedisReply, limit: QuotaLimit, unixSeconds: Int
    ) throws(RedisFault) -> QuotaDecision {
        if let code = reply.errorCode { throw .refused(code) }
        guard reply.kind == .array, reply.count == 3, reply.holdsIntegers else {
            throw .unexpectedReply
        }
        let isAllowed = reply.element(0).integer == 1
        let number = max(reply.element(1).integer, 0)
        return QuotaDecision(
            isAllowed: isAllowed, limit: limit.burst,
            remaining: isAllowed ? min(number, limit.burst) : 0,
            retryAfterSeconds: isAllowed ? 0 : number / 1_000 + (number % 1_000 == 0 ? 0 : 1),
            unixSeconds: unixSeconds)
    }

    /// What a repeated debit credits for the one that this reply answers; nil when that one was
    /// refused, and so debited nothing.
    static func credit(
        in reply: borrowing RedisReply, limit: QuotaLimit
    ) -> Credit? {
        guard reply.kind == .array, reply.count == 3, reply.element(0).integer == 1 else {
            return nil
        }
        return Credit(
            nanoseconds: limit.intervalNanoseconds, sinceMicroseconds: reply.element(2).integer)
    }
}
