import Bytes
import Crypto
import Operations
import Policy
import Reactor
import Synchronization
import TLS
import Upstream

/// All that a worker needs of one policy, made for it alone by another thread, so that taking it
/// over is a matter of putting it in place.
struct Snapshot {
    let generation: Int
    let policy: Policy
    let table: RouteTable
    let labels: Labels
    /// In the policy's order, with the addresses that are known already.
    let upstreams: [UpstreamState]
    /// By listener: nil where it speaks plain text, or goes on with the context that it has.
    let contexts: [TLSServerContext?]
    let redis: RedisPlace

    /// Compiles a policy from its files for one worker.
    ///
    /// - Parameters:
    ///   - former: the policy in force. A listener whose TLS is as it was keeps its context, so
    ///     that connections that stay do not hold one each of many policies.
    ///   - found: addresses of upstreams that are new.
    init(
        _ source: PolicySource, generation: Int, labels: Labels, ticketKeys: TicketKeys,
        former: Policy? = nil, found: [NewNames.Found] = []
    ) throws(Gateway.StartFault) {
        let policy = try Gateway.load(source)
        self.generation = generation
        self.policy = policy
        self.labels = labels
        table = RouteTable(policy, labels: labels.inForce.routes)
        redis = try RedisPlace(policy)
        var clock = Clock()
        clock.refresh()
        var upstreams: [UpstreamState] = []
        for (index, item) in policy.upstreams.enumerated() {
            do throws(TLSError) {
                upstreams.append(
                    try UpstreamState(
                        item, label: labels.inForce.upstreams[index],
                        targetLabels: labels.inForce.targets[index],
                        serial: generation * 1_000 + index, seed: SecureRandom.uint64(),
                        now: clock.milliseconds))
            } catch {
                throw .upstream(item.name, error)
            }
        }
        for name in found {
            upstreams[name.upstream].begin(name.target, name.addresses, renewAt: name.renewAt)
        }
        self.upstreams = upstreams
        var contexts: [TLSServerContext?] = []
        for item in policy.listeners {
            let isSame =
                former?.listeners.contains {
                    $0.address == item.address && $0.tls == item.tls && $0.http2 == item.http2
                } ?? false
            contexts.append(isSame ? nil : try Self.context(for: item, ticketKeys: ticketKeys))
        }
        self.contexts = contexts
    }

    private static func context(
        for item: ListenerPolicy, ticketKeys: TicketKeys
    ) throws(Gateway.StartFault) -> TLSServerContext? {
        guard let tls = item.tls else { return nil }
        do throws(TLSError) {
            return try TLSServerContext(
                tls, listener: "\(item.address)", ticketKeys: ticketKeys, http2: item.http2)
        } catch {
            throw .tls(listener: "\(item.address)", error)
        }
    }

    /// The names of a policy's routes, upstreams and targets, as `Labels` takes them.
    static func labels(_ policy: Policy) -> Labels {
        Labels(
            routes: RouteTable.names(policy), upstreams: policy.upstreams.map(\.name),
            targets: policy.upstreams.map(\.targetNames))
    }
}

/// Carries a snapshot from the thread that made it to the worker that it is for.
final class Delivery: Sendable {
    private let snapshot: Mutex<Snapshot?>

    init(_ snapshot: sending Snapshot) { self.snapshot = Mutex(snapshot) }

    /// Gives the snapshot away, once.
    func take() -> sending Snapshot? {
        // Whoever made it has let it go before it was sent.
        snapshot.withLockIfAvailable { waiting in
            let taken = waiting
            waiting = nil
            return taken
        } ?? nil
    }
}
