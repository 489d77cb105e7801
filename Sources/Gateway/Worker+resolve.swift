import Bytes
import Operations
import Policy
import Reactor
import Upstream

/// Names become addresses: at the start, and again when the answer's time to live is over. Earlier
/// addresses are kept while nobody can be asked, and given up when the name is said not to exist.
extension Worker {
    /// The token of the Redis server's name; upstreams' are `serial * 1000 + target`.
    private static var redisToken: UInt64 { .max }

    mutating func startResolving() {
        for upstream in upstreams.indices {
            for target in upstreams[upstream].names.indices {
                resolve(upstream: upstream, target: target)
            }
        }
        if redisIsNamed { resolveRedis() }
        takeResolutions()
    }

    private mutating func resolve(upstream: Int, target: Int) {
        guard let name = upstreams[upstream].names[target] else { return }
        let port = upstreams[upstream].policy.targets[target].port
        let token = UInt64(upstreams[upstream].serial * 1_000 + target)
        let held = upstreams[upstream].addresses(of: target)
        resolver?.resolve(name, port: port, token: token, held: held)
    }

    mutating func resolveRedis() {
        guard !redisIsResolving, hasResolver else { return }
        redisIsResolving = true
        resolver?.resolve(redisHost, port: redisPort, token: Self.redisToken)
        takeResolutions()
    }

    mutating func resolverEvent(_ event: Event) {
        try? resolver?.process()
        takeResolutions()
    }

    var hasResolver: Bool {
        switch resolver {
        case .some: true
        case nil: false
        }
    }

    /// Makes the resolver anew that has to be. One that cannot be made is tried again later, and
    /// whoever was asked before is asked on: the reloading thread has made one by the same
    /// settings, so only descriptors can be missing.
    private mutating func renewResolver() {
        let now = clock.milliseconds
        guard needsNames, resolverIsOld || !hasResolver, resolverRetryAt <= now else { return }
        do throws(ResolverError) {
            try makeResolver(rules.policy)
        } catch {
            recorder.add(.resolverFailures)
            resolverRetryAt = now + Bounds.resolveRetrySeconds * 1_000
            return
        }
        resolverIsOld = false
        // What the former one was asked is asked again.
        redisIsResolving = false
        for index in upstreams.indices { upstreams[index].renewNames() }
    }

    /// A query is late, answers are old, or the resolver is to be made anew.
    mutating func pollResolver() {
        renewResolver()
        guard hasResolver else { return armResolver() }
        try? resolver?.process()
        let now = clock.milliseconds
        for upstream in upstreams.indices {
            for target in upstreams[upstream].names.indices
            where upstreams[upstream].renewAt[target] <= now {
                upstreams[upstream].renewAt[target] = .max
                resolve(upstream: upstream, target: target)
            }
        }
        takeResolutions()
    }

    mutating func takeResolutions() {
        while let resolution = resolver?.next() {
            if resolution.token == Self.redisToken {
                redisIsResolving = false
                if case .success(let found) = resolution.result {
                    // The turn stays, or a dead first address would be tried for ever.
                    redisAddresses = found.addresses
                } else {
                    recorder.add(.resolverFailures)
                }
            } else {
                take(resolution)
            }
        }
        armResolver()
    }

    private mutating func take(_ resolution: Resolution) {
        let serial = Int(resolution.token) / 1_000
        let target = Int(resolution.token) % 1_000
        // Its place may be another's by now.
        guard let upstream = upstreams.firstIndex(where: { $0.serial == serial && !$0.isRetired })
        else { return }
        var seconds = Bounds.resolveRetrySeconds
        switch resolution.result {
        case .success(let found):
            upstreams[upstream].setAddresses(target, found.addresses)
            seconds = max(found.ttlSeconds, Bounds.resolveRetrySeconds)
            seconds = min(seconds, Bounds.resolveSecondsMax)
        case .failure(let error):
            recorder.add(.resolverFailures)
            if !error.isTransient { upstreams[upstream].setAddresses(target, []) }
        }
        leaveLostAddresses(upstream)
        noteAnswered(upstream, target)
        upstreams[upstream].renewAt[target] = clock.milliseconds + seconds * 1_000
    }

    /// Readiness waits for each name's first answer, whatever it is.
    private mutating func noteAnswered(_ upstream: Int, _ target: Int) {
        upstreams[upstream].isUnanswered.remove(target)
        showUnanswered()
    }

    mutating func showUnanswered() {
        recorder.set(.namesUnresolved, upstreams.reduce(0) { $0 + $1.unresolvedCount })
        recorder.set(.namesUnanswered, upstreams.reduce(0) { $0 + $1.isUnanswered.count })
    }

    private mutating func armResolver() {
        var next = Int.max
        if hasResolver {
            for upstream in upstreams { next = min(next, upstream.renewAt.min() ?? .max) }
        }
        if needsNames, resolverIsOld || !hasResolver { next = min(next, resolverRetryAt) }
        if let wait = resolver?.timeoutMilliseconds() {
            next = min(next, clock.milliseconds + wait)
        }
        guard next != .max else { return timers.cancel(TimerID.worker(.resolver)) }
        timers.schedule(TimerID.worker(.resolver), atMilliseconds: next)
    }
}
