import Bytes

/// How many repeats an upstream still gets from one worker: a token bucket to which each request
/// adds a fraction of a repeat (gRPC's retry throttling, Finagle's `RetryBudget`), so that a
/// failing upstream is not knocked down by repeats. A small floor fills with time.
package struct RetryBudget: Sendable {
    /// Of these, one repeat is made.
    private static var unit: Int { 100 }

    private var percent: Int
    private var saved = Bounds.retriesFloor * RetryBudget.unit
    private var filledAt: Int

    /// `percent` repeats per hundred requests; `now` in milliseconds.
    package init(percent: Int, now: Int) {
        self.percent = percent
        filledAt = now
    }

    /// Goes on with another share of repeats, and what is saved.
    package mutating func adopt(percent: Int) { self.percent = percent }

    /// A request was made.
    package mutating func deposit() {
        saved = min(saved + percent, Bounds.retriesSavedMax * Self.unit)
    }

    /// Takes a repeat. False when none is left.
    package mutating func withdraw(now: Int) -> Bool {
        let floor = Bounds.retriesFloor * Self.unit
        let earned = (now - filledAt) * Self.unit / 1_000
        if earned > 0 {
            filledAt = now
            if saved < floor { saved = min(saved + earned, floor) }
        }
        guard saved >= Self.unit else { return false }
        saved -= Self.unit
        return true
    }
}
