import Upstream

/// A group of resolved targets.
func group(
    _ count: Int, seed: UInt64 = 7, _ change: (inout TargetSettings) -> Void = { _ in }
) -> TargetGroup {
    var settings = TargetSettings()
    settings.keptConnections = 2
    change(&settings)
    var group = TargetGroup(
        names: (0..<count).map { "10.0.0.\($0):80" }, settings: settings, seed: seed)
    for target in 0..<count { group.setResolved(target, true) }
    return group
}

extension TargetGroup {
    /// The target that a choice names; -1 for none.
    mutating func target(
        now: Int = 0, key: UInt64? = nil, excluding: UInt64 = 0, avoiding: UInt64 = 0
    ) -> Int {
        switch choose(now: now, key: key, excluding: excluding, avoiding: avoiding) {
        case .reuse(_, let target), .connect(let target), .replace(_, let target): target
        case .unavailable, .overloaded: -1
        }
    }

    /// How often each target is chosen by so many requests.
    mutating func counts(_ requests: Int, now: Int = 0, keyed: Bool = false) -> [Int] {
        var counts = Array(repeating: 0, count: targetCount)
        for request in 0..<requests {
            counts[target(now: now, key: keyed ? TargetGroup.key(request) : nil)] += 1
        }
        return counts
    }

    /// The key of the n-th user.
    static func key(_ number: Int) -> UInt64 {
        let name = Array("user-\(number)".utf8)
        return hash(name.span)
    }

    /// Lets a target fail often enough to be ejected. Whether it was.
    mutating func fail(_ target: Int, times: Int = 5, now: Int = 0) -> Bool {
        var isEjected = false
        for _ in 0..<times { isEjected = failed(target, now: now) || isEjected }
        return isEjected
    }
}
