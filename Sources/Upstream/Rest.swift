import Bytes

/// How long a target, or an address of it, is passed over because connecting to it failed. The time
/// doubles with each failure; when it is over, one request finds out whether connecting works again
/// while the others still pass it over: what answers nothing at all costs its client all of the
/// time to connect.
package struct Rest {
    /// In milliseconds.
    package private(set) var until = 0
    private var length = 0
    private var isProbed = false

    package init() {}

    /// Whether it is passed over.
    package func isOn(_ now: Int) -> Bool { until > now }

    /// Connecting failed. Failures of connections that were begun before the rest are no news.
    package mutating func begin(now: Int) {
        guard until <= now || isProbed else { return }
        length = min(
            max(2 * length, Bounds.targetRestMilliseconds), Bounds.targetRestMillisecondsMax)
        until = now + length
        isProbed = false
    }

    /// A connection is begun. True when that is the one that finds out.
    package mutating func probe(now: Int) -> Bool {
        guard length > 0, until <= now else { return false }
        until = now + length
        isProbed = true
        return true
    }

    /// Connecting worked.
    package mutating func end() { self = Rest() }
}
