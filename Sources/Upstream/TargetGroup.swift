package import Bytes

/// The targets of one upstream as one worker sees them: which to send to next, which connections
/// wait idle, which target failed lately. Pure state: the worker owns sockets and addresses, and
/// tells what happened with the time in milliseconds.
package struct TargetGroup {
    struct Target {
        /// Connections that can take a request: idle ones, the most recently used last, since it is
        /// the least likely to be dying; where connections are shared, those with room.
        var idle: [Handle] = []
        /// What the target's name hashes to, so that keys stay with it whatever its place is.
        var seed: UInt64
        /// Open connections, idle ones included, and requests in flight.
        var connections = 0
        var requests = 0
        /// Whether the target is passed over because connecting to it failed.
        var rest = Rest()
        /// Failures since the last success.
        var failures = 0
        /// Until when the target is ejected, and how often it was in short order.
        var ejectedUntil = 0
        var ejections = 0
        /// When it began to return; 0 when its share is whole.
        var returnsSince = 0
        /// What it has of its turns while it returns, in 256ths of a request.
        var credit = 0
        /// What checks have said lately.
        var checks = CheckStreak()
    }

    /// Where a request goes.
    package enum Choice: Equatable, Sendable {
        /// An idle connection, taken out of the pool; a shared one, which stays there.
        case reuse(Handle, target: Int)
        /// A new connection to this target.
        case connect(target: Int)
        /// A new connection in place of an idle one, which is to be closed first.
        case replace(Handle, target: Int)
        /// Nothing can be sent to: no target has an address (yet), or all were tried.
        case unavailable
        /// The upstream has all the requests or connections that it may have.
        case overloaded
    }

    /// The most targets that an upstream may have: they are members of sets in one word.
    package static var targetsMax: Int { 64 }

    var targets: [Target]
    /// Sets of targets: an address is known; checks say that it is well; ejected, which may be over
    /// already; returning.
    var resolved: UInt64 = 0
    var healthy: UInt64
    var ejected: UInt64 = 0
    var resting: UInt64 = 0
    private(set) var settings: TargetSettings
    private var balance: Rule
    /// Requests in flight.
    private var requests = 0
    private var cursor = 0
    private var random: UInt64

    /// `Balance` without what it hashes, which is of no concern here.
    private enum Rule { case roundRobin, leastRequests, hash }

    /// Targets of these names, such as `10.0.0.5:8080`. `seed` is what chance begins with.
    package init(names: [String], settings: TargetSettings, seed: UInt64) {
        precondition(!names.isEmpty && names.count <= Self.targetsMax)
        targets = names.map { name in
            let bytes = Array(name.utf8)
            return Target(seed: Self.hash(bytes.span))
        }
        healthy = names.count == 64 ? .max : 1 << UInt64(names.count) - 1
        self.settings = settings
        balance = .roundRobin
        random = seed | 1
        adopt(settings)
    }

    /// Goes on by other settings with what it knows of the targets. Idle connections beyond what is
    /// kept from now on stay until they are used or their time is over.
    package mutating func adopt(_ settings: TargetSettings) {
        self.settings = settings
        balance =
            switch settings.balance {
            case .roundRobin: .roundRobin
            case .leastRequests: .leastRequests
            case .hash: .hash
            }
        for index in targets.indices {
            targets[index].idle.reserveCapacity(settings.keptConnections + 1)
        }
        if settings.outliers == nil { ejected = 0 }
    }

    /// All targets count as well: nobody checks them any more.
    package mutating func forgetChecks() {
        healthy = targets.count == 64 ? .max : 1 << UInt64(targets.count) - 1
        for index in targets.indices { targets[index].checks.reset() }
    }

    package var targetCount: Int { targets.count }

    /// Says whether a target's address is known.
    package mutating func setResolved(_ target: Int, _ isResolved: Bool) {
        if isResolved { resolved |= Self.bit(target) } else { resolved &= ~Self.bit(target) }
    }

    /// Chooses where a request goes, by the upstream's balance, among the targets that are
    /// resolved, well and in rotation. When all that are well are ejected or rest, they are tried
    /// all the same: refusing a request for certain is worse than trying. So are all when none is
    /// well (panic): then the checks are more likely to be wrong than all targets.
    ///
    /// - Parameters:
    ///   - key: what `hash` goes by; nil when the request has none.
    ///   - excluding: a bit set of targets that this request could not reach.
    ///   - avoiding: those that failed it otherwise: they are taken only when there is no other.
    ///   - fresh: passes idle connections over, unless they are shared: those that still take
    ///     requests are known to live.
    package mutating func choose(
        now: Int, key: UInt64? = nil, excluding: UInt64 = 0, avoiding: UInt64 = 0,
        fresh: Bool = false
    ) -> Choice {
        let isPanic = resolved & healthy == 0
        var ready = resolved & ~excluding & (isPanic ? .max : healthy)
        guard ready != 0 else { return .unavailable }
        guard requests < settings.requestsMax else { return .overloaded }
        if ejected | resting != 0 {
            let inRotation = ready & ~away(now)
            if inRotation != 0 { ready = inRotation }
        }
        if settings.connectionsMax < .max {
            ready &= ~full()
            guard ready != 0 else { return .overloaded }
        }
        if ready & ~avoiding != 0 { ready &= ~avoiding }
        return take(pick(ready, key: key, now: now), fresh: fresh, now: now)
    }

    /// Targets that are ejected or rest. Those whose time is over come back.
    private mutating func away(_ now: Int) -> UInt64 {
        var left = ejected | resting
        while left != 0 {
            let index = left.trailingZeroBitCount
            left &= left - 1
            if !targets[index].rest.isOn(now) { resting &= ~Self.bit(index) }
            if ejected & Self.bit(index) != 0, targets[index].ejectedUntil <= now {
                endEjection(index)
            }
        }
        return ejected | resting
    }

    /// Targets that may have no further connection and have none idle.
    private func full() -> UInt64 {
        var result: UInt64 = 0
        for index in targets.indices
        where targets[index].idle.isEmpty && targets[index].connections >= settings.connectionsMax {
            result |= Self.bit(index)
        }
        return result
    }

    private mutating func pick(_ ready: UInt64, key: UInt64?, now: Int) -> Int {
        if ready & (ready - 1) == 0 { return ready.trailingZeroBitCount }
        switch balance {
        case .roundRobin: return pickInTurn(ready, now: now)
        case .leastRequests: return pickLeast(ready, now: now)
        case .hash:
            guard let key else { return pickInTurn(ready, now: now) }
            return pickHashed(ready, key, now: now)
        }
    }

    /// The next one. A target that returns lets most of its first turns pass. Where all of them
    /// return, the one that is the most behind its share has this turn, at the others' expense.
    private mutating func pickInTurn(_ ready: UInt64, now: Int) -> Int {
        var left = ready
        var all = 0
        var best: Int?
        while left != 0 {
            let behind = cursor < 64 ? left & (.max << UInt64(cursor)) : 0
            let index = (behind == 0 ? left : behind).trailingZeroBitCount
            cursor = index + 1
            if targets[index].returnsSince == 0 { return index }
            let share = share(index, now: now)
            targets[index].credit += share
            if targets[index].credit >= 256 {
                targets[index].credit -= 256
                return index
            }
            all += share
            if let other = best, targets[other].credit >= targets[index].credit {
                left &= ~Self.bit(index)
                continue
            }
            best = index
            left &= ~Self.bit(index)
        }
        guard let best else { return ready.trailingZeroBitCount }
        targets[best].credit -= all
        return best
    }

    /// The one with fewer requests in flight of two. One that returns takes part for its share of
    /// the draws only.
    private mutating func pickLeast(_ ready: UInt64, now: Int) -> Int {
        let one = draw(ready)
        let other = draw(ready & ~Self.bit(one))
        if !takesPart(one, now: now) { return other }
        if !takesPart(other, now: now) { return one }
        return targets[other].requests < targets[one].requests ? other : one
    }

    private mutating func takesPart(_ index: Int, now: Int) -> Bool {
        targets[index].returnsSince == 0 || random(below: 256) < share(index, now: now)
    }

    private mutating func draw(_ ready: UInt64) -> Int {
        var left = ready
        for _ in 0..<random(below: ready.nonzeroBitCount) { left &= left - 1 }
        return left.trailingZeroBitCount
    }

    /// The target with the highest score for the key: when one goes away, only its own keys move.
    /// One that returns gets its keys back a share at a time, and keeps those it has. Where all of
    /// them return, a key that none would have yet goes to its own.
    private mutating func pickHashed(_ ready: UInt64, _ key: UInt64, now: Int) -> Int {
        var best: Int?
        var bestScore: UInt64 = 0
        var own = ready.trailingZeroBitCount
        var ownScore: UInt64 = 0
        var left = ready
        while left != 0 {
            let index = left.trailingZeroBitCount
            left &= left - 1
            let score = Self.mix(key ^ targets[index].seed)
            if score >= ownScore { (own, ownScore) = (index, score) }
            if targets[index].returnsSince != 0,
                Int(Self.mix(score) & 255) >= share(index, now: now)
            {
                continue
            }
            if score >= bestScore { (best, bestScore) = (index, score) }
        }
        return best ?? own
    }

    private mutating func take(_ index: Int, fresh: Bool, now: Int) -> Choice {
        if settings.sharesConnections, let handle = targets[index].idle.last {
            return .reuse(handle, target: index)
        }
        guard let handle = targets[index].idle.popLast() else { return connect(index, now: now) }
        if !fresh { return .reuse(handle, target: index) }
        if targets[index].connections >= settings.connectionsMax {
            return .replace(handle, target: index)
        }
        targets[index].idle.append(handle)
        return connect(index, now: now)
    }

    private mutating func connect(_ index: Int, now: Int) -> Choice {
        if targets[index].rest.probe(now: now) { resting |= Self.bit(index) }
        return .connect(target: index)
    }

    /// A number from 0 to `count` - 1, of xorshift64 (Marsaglia 2003).
    package mutating func random(below count: Int) -> Int {
        random ^= random << 13
        random ^= random >> 7
        random ^= random << 17
        return Int((random >> 32) % UInt64(max(count, 1)))
    }
}

extension TargetGroup {
    static func bit(_ target: Int) -> UInt64 { 1 << UInt64(target) }

    /// The key of some bytes: FNV-1a, mixed.
    package static func hash(_ bytes: Span<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3 }
        return mix(hash)
    }

    /// The finalizer of SplitMix64: each bit of the result depends on all of `value`.
    private static func mix(_ value: UInt64) -> UInt64 {
        var value = value
        value = (value ^ value >> 30) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
        return value ^ value >> 31
    }
}

extension TargetGroup {
    /// A connection to the target was begun, or closed.
    package mutating func opened(_ target: Int) { targets[target].connections += 1 }
    package mutating func closed(_ target: Int) { targets[target].connections -= 1 }

    /// A request was given to a connection of the target, or is over there.
    package mutating func requestBegan(_ target: Int) {
        targets[target].requests += 1
        requests += 1
    }

    package mutating func requestEnded(_ target: Int) {
        targets[target].requests -= 1
        requests -= 1
    }

    /// Keeps a connection for later use. Returns the connection to close when the pool is full: the
    /// one that was idle longest.
    package mutating func park(_ handle: Handle, target: Int) -> Handle? {
        let most = settings.keptConnections
        guard most > 0 else { return handle }
        targets[target].idle.append(handle)
        return targets[target].idle.count > most ? targets[target].idle.removeFirst() : nil
    }

    /// A shared connection takes requests, from now on or again.
    package mutating func offer(_ handle: Handle, target: Int) {
        targets[target].idle.append(handle)
    }

    /// Whether the target may have another connection.
    package func mayOpen(_ target: Int) -> Bool {
        targets[target].connections < settings.connectionsMax
    }

    /// When a connection that is made now is to be replaced by another, where its target has
    /// several addresses: each at its own time, in milliseconds.
    package mutating func renewal(now: Int) -> Int {
        now + Bounds.connectionRenewalMilliseconds
            + random(below: Bounds.connectionRenewalMilliseconds / 2)
    }

    /// Whether as many shared connections take requests as may be kept idle, or fewer.
    package func mayKeep(_ target: Int) -> Bool {
        targets[target].idle.count <= settings.keptConnections
    }

    /// Forgets an idle connection that its peer closed or that waited too long, or a shared one
    /// that takes no request for now.
    package mutating func forget(_ handle: Handle, target: Int) {
        if let index = targets[target].idle.lastIndex(of: handle) {
            targets[target].idle.remove(at: index)
        }
    }

    /// Takes any idle connection out, to be closed; nil when none is left.
    package mutating func popIdle() -> Handle? {
        for index in targets.indices {
            if let handle = targets[index].idle.popLast() { return handle }
        }
        return nil
    }
}
