/// Health checks in a row that contradict what is believed of a target, or of an address of it.
package struct CheckStreak {
    private var count = 0
    private var hasBegun = false

    package init() {}

    /// A check has passed or failed. The first one decides alone: a target that was down before a
    /// reload or an upgrade, which begin with all of them, is out again after one check, as with
    /// HAProxy.
    ///
    /// - Returns: whether what is believed is to change.
    package mutating func contradicts(
        isHealthy: Bool, passed: Bool, _ settings: TargetSettings
    ) -> Bool {
        let isFirst = !hasBegun
        hasBegun = true
        guard passed != isHealthy else {
            count = 0
            return false
        }
        count += 1
        let enough = passed ? settings.healthyChecks : isFirst ? 1 : settings.unhealthyChecks
        guard count >= enough else { return false }
        count = 0
        return true
    }

    /// What was said so far counts no more.
    package mutating func reset() { count = 0 }
}
