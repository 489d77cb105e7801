import Bytes

/// What becomes of targets that fail: a short rest when they cannot be reached, ejection after
/// failures in a row, and whatever active checks say.
extension TargetGroup {
    /// Connecting to the target failed, to all of its addresses: it is passed over for a moment.
    package mutating func connectFailed(_ target: Int, now: Int) {
        targets[target].rest.begin(now: now)
        resting |= Self.bit(target)
    }

    /// Connecting to the target worked: it is used again.
    package mutating func connected(_ target: Int) {
        targets[target].rest.end()
        resting &= ~Self.bit(target)
    }

    /// The target answered a request.
    package mutating func succeeded(_ target: Int) {
        targets[target].failures = 0
        if resting & Self.bit(target) != 0 { connected(target) }
    }

    /// The target failed a request: it could not be reached, broke the answer off, took too long,
    /// or said 502, 503 or 504.
    ///
    /// - Returns: whether it was ejected for that.
    package mutating func failed(_ target: Int, now: Int) -> Bool {
        guard let outliers = settings.outliers else { return false }
        let bit = Self.bit(target)
        targets[target].failures += 1
        guard targets[target].failures >= outliers.failures, ejected & bit == 0,
            mayEject(target, now: now)
        else { return false }
        targets[target].failures = 0
        // Failures long ago do not count against it.
        if now - targets[target].ejectedUntil > outliers.mostMilliseconds {
            targets[target].ejections = 0
        }
        targets[target].ejections += 1
        let length = min(
            outliers.baseMilliseconds * targets[target].ejections, outliers.mostMilliseconds)
        targets[target].ejectedUntil = now + length
        ejected |= bit
        return true
    }

    /// Never more than half of the targets are ejected, and never the last that is well.
    private mutating func mayEject(_ target: Int, now: Int) -> Bool {
        endEjections(now: now)
        let count = (ejected | Self.bit(target)).nonzeroBitCount
        let left = resolved & healthy & ~ejected & ~Self.bit(target)
        return count * 2 <= targets.count && left != 0
    }

    /// Takes targets back whose ejection is over.
    package mutating func endEjections(now: Int) {
        var left = ejected
        while left != 0 {
            let index = left.trailingZeroBitCount
            left &= left - 1
            if targets[index].ejectedUntil <= now { endEjection(index) }
        }
    }

    /// The share grows from when the ejection ended, whenever that is noticed.
    mutating func endEjection(_ target: Int) {
        ejected &= ~Self.bit(target)
        targets[target].failures = 0
        beginReturn(target, at: targets[target].ejectedUntil)
    }

    /// When the next ejection ends; nil when none is on.
    package var nextReturn: Int? {
        var next: Int?
        for index in targets.indices where ejected & Self.bit(index) != 0 {
            next = min(next ?? .max, targets[index].ejectedUntil)
        }
        return next
    }

    /// Whether requests are sent to the target as long as there are others.
    package func isUp(_ target: Int) -> Bool { healthy & ~ejected & Self.bit(target) != 0 }

    /// A health check of the target has passed or failed: see `CheckStreak`.
    ///
    /// - Returns: whether its state has changed.
    package mutating func checked(_ target: Int, passed: Bool, now: Int) -> Bool {
        let bit = Self.bit(target)
        guard
            targets[target].checks.contradicts(
                isHealthy: healthy & bit != 0, passed: passed, settings)
        else { return false }
        healthy ^= bit
        if passed {
            targets[target].failures = 0
            beginReturn(target, at: now)
        }
        return true
    }

    private mutating func beginReturn(_ target: Int, at moment: Int) {
        guard settings.slowStartMilliseconds > 0 else { return }
        targets[target].returnsSince = max(moment, 1)
        targets[target].credit = 0
    }

    /// The share of its turns that a target gets, in 256ths: all, unless it returns.
    mutating func share(_ target: Int, now: Int) -> Int {
        let since = targets[target].returnsSince
        guard since != 0 else { return 256 }
        let elapsed = now - since
        guard elapsed < settings.slowStartMilliseconds else {
            targets[target].returnsSince = 0
            return 256
        }
        return max(256 * elapsed / settings.slowStartMilliseconds, Bounds.slowStartShareMin)
    }
}
