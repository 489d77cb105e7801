package import Bytes

/// The targets of one upstream as one worker sees them: which to send to next, which connections
/// wait idle, which target failed lately. Pure state: the worker owns sockets and addresses, and
/// tells what happened with the time in milliseconds.
package struct TargetGroup {
    private struct Target {
        /// Idle connections, the most recently used last: it is the least likely to be dying.
        var idle: [Handle] = []
        /// Whether an address is known.
        var isResolved = false
        /// Until when the target is passed over because connecting to it failed.
        var restsUntil = 0
    }

    /// Where a request goes.
    package enum Choice: Equatable, Sendable {
        /// An idle connection, taken out of the pool.
        case reuse(Handle, target: Int)
        /// A new connection to this target.
        case connect(target: Int)
        /// No target has an address (yet).
        case unresolved
    }

    private var targets: [Target]
    private var cursor = 0
    private let idleMax: Int

    /// `targetCount` targets, each with at most `idleMax` idle connections kept.
    package init(targetCount: Int, idleMax: Int) {
        precondition(targetCount > 0)
        targets = Array(repeating: Target(), count: targetCount)
        self.idleMax = idleMax
        for index in targets.indices { targets[index].idle.reserveCapacity(idleMax + 1) }
    }

    package var targetCount: Int { targets.count }

    /// Says whether a target's address is known.
    package mutating func setResolved(_ target: Int, _ isResolved: Bool) {
        targets[target].isResolved = isResolved
    }

    /// Round robin over the targets that are resolved and not resting. When all of them rest, the
    /// next resolved one is tried all the same: refusing a request for certain is worse than
    /// trying. `excluding` is a bit set of targets that this request tried already.
    package mutating func choose(now: Int, excluding: UInt64 = 0, fresh: Bool = false) -> Choice {
        var fallback: Int?
        for step in 0..<targets.count {
            let index = (cursor + step) % targets.count
            let isExcluded = index < 64 && excluding >> UInt64(index) & 1 == 1
            guard targets[index].isResolved, !isExcluded else { continue }
            if targets[index].restsUntil > now {
                fallback = fallback ?? index
                continue
            }
            return take(index, fresh: fresh)
        }
        guard let fallback else { return .unresolved }
        return take(fallback, fresh: fresh)
    }

    private mutating func take(_ index: Int, fresh: Bool) -> Choice {
        cursor = (index + 1) % targets.count
        if !fresh, let handle = targets[index].idle.popLast() {
            return .reuse(handle, target: index)
        }
        return .connect(target: index)
    }

    /// Keeps a connection for later use. Returns the connection to close when the pool is full: the
    /// one that was idle longest.
    package mutating func park(_ handle: Handle, target: Int) -> Handle? {
        guard idleMax > 0 else { return handle }
        targets[target].idle.append(handle)
        return targets[target].idle.count > idleMax ? targets[target].idle.removeFirst() : nil
    }

    /// Forgets an idle connection that its peer closed or that waited too long.
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

    /// Connecting to the target failed: it is passed over for a while.
    package mutating func connectFailed(_ target: Int, now: Int) {
        targets[target].restsUntil = now + Bounds.targetRestMilliseconds
    }

    /// Connecting to the target worked: it is used again.
    package mutating func connected(_ target: Int) {
        targets[target].restsUntil = 0
    }
}
