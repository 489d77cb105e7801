import Bytes
import Document
import Policy
import Reactor

/// The addresses of upstreams that a reload brings: found before it comes into force, so that no
/// request meets an upstream without one.
enum NewNames {
    /// A target's addresses.
    struct Found: Sendable {
        let upstream: Int
        let target: Int
        let addresses: [SocketAddress]
        /// When they are to be asked for again, in milliseconds of the monotonic clock.
        let renewAt: Int
    }

    /// Resolves the names of upstreams that are not in force as they are.
    static func resolve(
        _ next: Policy, inForce policy: Policy
    ) throws(ReloadRefusal) -> [Found] {
        var wanted: [(upstream: Int, target: Int)] = []
        for (index, upstream) in next.upstreams.enumerated()
        where !policy.upstreams.contains(where: upstream.hasSameTargets) {
            for (number, target) in upstream.targets.enumerated()
            where IPAddress(target.host) == nil {
                wanted.append((index, number))
            }
        }
        guard !wanted.isEmpty else { return [] }
        do {
            return try ask(next, wanted)
        } catch let refusal as ReloadRefusal {
            throw refusal
        } catch {
            throw ReloadRefusal(["resolvers: \(error)"])
        }
    }

    private static func ask(
        _ next: Policy, _ wanted: [(upstream: Int, target: Int)]
    ) throws -> [Found] {
        var resolver = try Resolver(servers: next.resolvers)
        var poller = try Poller(capacity: 1)
        try poller.addLevel(resolver.raw, token: Token(kind: 0))
        for (number, place) in wanted.enumerated() {
            let target = next.upstreams[place.upstream].targets[place.target]
            resolver.resolve(target.host, port: target.port, token: UInt64(number))
        }
        var found: [Found] = []
        let deadline = Clock().milliseconds + Bounds.reloadResolveMilliseconds
        while found.count < wanted.count {
            while let resolution = resolver.next() {
                let place = wanted[Int(resolution.token)]
                switch resolution.result {
                case .success(let answer):
                    let seconds = min(
                        max(answer.ttlSeconds, Bounds.resolveRetrySeconds),
                        Bounds.resolveSecondsMax)
                    found.append(
                        Found(
                            upstream: place.upstream, target: place.target,
                            addresses: answer.addresses,
                            renewAt: Clock().milliseconds + seconds * 1_000))
                case .failure(let error): throw refusal(next, place, "\(error)")
                }
            }
            guard found.count < wanted.count else { break }
            let left = deadline - Clock().milliseconds
            guard left > 0 else { throw refusal(next, wanted[0], "no answer in time") }
            _ = try poller.wait(
                timeoutMilliseconds: min(resolver.timeoutMilliseconds() ?? left, left))
            try resolver.process()
        }
        return found
    }

    private static func refusal(
        _ next: Policy, _ place: (upstream: Int, target: Int), _ reason: String
    ) -> ReloadRefusal {
        let upstream = next.upstreams[place.upstream]
        return ReloadRefusal([
            "\(upstream.mark.text): error: the new target \(upstream.targets[place.target].host) "
                + "of upstream \(upstream.name) has no address: \(reason) — correct the name, or "
                + "reload when DNS knows it"
        ])
    }
}
