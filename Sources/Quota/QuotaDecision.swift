import Bytes
package import Redis

/// What a limit says about one request, as Laravel's headers tell it (contract/laravel.md §2).
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
package enum QuotaDebit {
    /// Key 1: `quota:<org>:<limit>`. Arguments: interval in nanoseconds, burst. Returns
    /// {1, remaining} or {0, milliseconds until the next would be allowed}.
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
            local owed = debt + interval
            if owed > most then
              if now < at then
                redis.call('HSET', KEYS[1], 'at', string.format('%.0f', now))
              end
              return {0, math.ceil((owed - most) / 1000000)}
            end
            redis.call('HSET', KEYS[1], 'debt', string.format('%.0f', owed),
              'at', string.format('%.0f', now))
            redis.call('PEXPIRE', KEYS[1], math.ceil(owed / 1000000) + 1)
            return {1, math.floor((most - owed) / interval)}
            """)

    /// Writes the debit: one reply. With `inFull` the script's text goes along (after NOSCRIPT).
    package static func write(
        _ limit: QuotaLimit, name: Span<UInt8>, org: Span<UInt8>, prefix: Span<UInt8>,
        script: RedisScript, inFull: Bool, into pipeline: inout RedisPipeline
    ) {
        pipeline.begin(script: script, keys: 1, arguments: 2, inFull: inFull)
        pipeline.argument(prefix, "quota:", org, name)
        pipeline.argument(decimal: limit.intervalNanoseconds)
        pipeline.argument(decimal: limit.burst)
    }

    /// Reads the script's reply.
    package static func decision(
        in reply: borrowing RedisReply, limit: QuotaLimit, unixSeconds: Int
    ) throws(RedisFault) -> QuotaDecision {
        if let code = reply.errorCode { throw .refused(code) }
        guard reply.kind == .array, reply.count == 2, reply.element(0).kind == .integer,
            reply.element(1).kind == .integer
        else { throw .unexpectedReply }
        let isAllowed = reply.element(0).integer == 1
        let number = max(reply.element(1).integer, 0)
        return QuotaDecision(
            isAllowed: isAllowed, limit: limit.burst,
            remaining: isAllowed ? min(number, limit.burst) : 0,
            retryAfterSeconds: isAllowed ? 0 : number / 1_000 + (number % 1_000 == 0 ? 0 : 1),
            unixSeconds: unixSeconds)
    }
}
