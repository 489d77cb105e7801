import Bytes
import Identity

/// A limit as GCRA counts it: `burst` requests at once, and one more per interval.
///
/// In text, as `org:<id>` stores overrides under `limit:<name>` and commands take them:
/// `requests/seconds` or `requests/seconds:burst`, such as `600/60:100`. Without a burst it is
/// `requests`.
package struct QuotaLimit: Equatable, Sendable {
    /// Time that one request pays for, in nanoseconds, rounded up so that the rate is never
    /// exceeded.
    package let intervalNanoseconds: Int
    /// Requests at once: what `X-RateLimit-Limit` says.
    package let burst: Int

    /// `requests` per `periodSeconds`. Nil when a number is below 1 or beyond `Bounds`.
    package init?(requests: Int, periodSeconds: Int, burst: Int) {
        guard let interval = Self.interval(requests, periodSeconds), burst >= 1,
            burst <= Self.burstMax(interval)
        else { return nil }
        intervalNanoseconds = interval
        self.burst = burst
    }

    /// The largest burst of a rate, which is back within `Bounds.limitDebtNanosecondsMax`. Nil when
    /// the rate itself is beyond `Bounds`.
    package static func burstMax(requests: Int, periodSeconds: Int) -> Int? {
        interval(requests, periodSeconds).map(burstMax)
    }

    private static func interval(_ requests: Int, _ periodSeconds: Int) -> Int? {
        guard (1...Bounds.limitRequestsMax).contains(requests),
            (1...Bounds.limitPeriodSecondsMax).contains(periodSeconds)
        else { return nil }
        return (periodSeconds * 1_000_000_000 + requests - 1) / requests
    }

    private static func burstMax(_ interval: Int) -> Int {
        min(Bounds.limitDebtNanosecondsMax / interval, Bounds.limitRequestsMax)
    }

    /// Reads `requests/seconds[:burst]`; nil for any other text.
    package init?(_ text: Span<UInt8>) {
        guard let slash = text.firstIndex(of: UInt8(ascii: "/")) else { return nil }
        let colon = text.firstIndex(of: UInt8(ascii: ":"), from: slash) ?? text.count
        guard let requests = text.extracting(..<slash).decimalValue(),
            let seconds = text.extracting((slash + 1)..<colon).decimalValue()
        else { return nil }
        var burst = requests
        if colon < text.count {
            guard let stated = text.extracting((colon + 1)...).decimalValue() else { return nil }
            burst = stated
        }
        self.init(requests: requests, periodSeconds: seconds, burst: burst)
    }

    /// What was remembered; nil when nothing was.
    init?(_ note: TokenNote) {
        guard note.burst > 0 else { return nil }
        intervalNanoseconds = note.intervalNanoseconds
        burst = note.burst
    }

    var note: TokenNote {
        TokenNote(intervalNanoseconds: intervalNanoseconds, burst: burst)
    }
}

/// A limit of the policy, by the name that its keys carry.
package struct NamedLimit: Equatable, Sendable {
    package let name: [UInt8]
    package let limit: QuotaLimit

    package init(name: String, limit: QuotaLimit) {
        self.name = Array(name.utf8)
        self.limit = limit
    }
}
