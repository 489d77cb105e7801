import Bytes
import Contract
import HTTP
import HTTP1
import Policy
import Reactor
import Upstream

/// Everything that a worker judges by: immutable, compiled from the same bytes for each worker, so
/// that no two share a reference count, and borrowed while a request is judged. What the request
/// path reads stands here on its own, because a look into the policy's large structures would copy
/// them.
final class Rules: Sendable {
    /// Counted from 1; requests remember under which they began.
    let generation: Int
    let policy: Policy
    let table: RouteTable
    let router: Router
    let passThrough: PassThroughTable
    let cors: CORSPolicy?
    let bounds: RequestBounds
    let timeouts: ClientTimeouts
    /// For requests, and for the answers of upstreams too.
    let headLimits: HeadLimits
    let trustedProxies: [CIDR]
    /// Where the policy's upstreams are among the worker's, and its limits among the desk's.
    let upstreams: [Int]
    let limits: [Int]
    /// By the upstream's place among the worker's: the Host that it is sent (nil sends the
    /// client's), how often its requests are repeated, and what they are hashed by.
    private let retriesMax: [Int]
    private let hashSources: [HashSource?]

    /// The rules of a snapshot, whose upstreams and limits have got these places.
    init(_ snapshot: Snapshot, upstreams: [Int], limits: [Int]) {
        let policy = snapshot.policy
        self.policy = policy
        self.upstreams = upstreams
        self.limits = limits
        generation = snapshot.generation
        var table = snapshot.table
        table.place(upstreams: upstreams, limits: limits)
        self.table = table
        router = policy.contract.router
        passThrough = policy.passThrough
        cors = policy.cors
        bounds = policy.bounds
        timeouts = policy.timeouts
        headLimits = HeadLimits(
            targetBytes: policy.bounds.targetBytesMax, headBytes: policy.bounds.headBytesMax,
            fields: policy.bounds.fieldsMax)
        trustedProxies = policy.trustedProxies
        let places = (upstreams.max() ?? -1) + 1
        var retries = [Int](repeating: 0, count: places)
        var sources = [HashSource?](repeating: nil, count: places)
        for (index, place) in upstreams.enumerated() {
            retries[place] = policy.upstreams[index].settings.retries.most
            sources[place] = policy.upstreams[index].settings.balance.hashSource
        }
        retriesMax = retries
        hashSources = sources
    }

    func retriesMax(of upstream: Int) -> Int { retriesMax[upstream] }

    func hashSource(of upstream: Int) -> HashSource? { hashSources[upstream] }

    func isTrusted(_ address: IPAddress) -> Bool {
        for network in trustedProxies where network.contains(address) { return true }
        return false
    }
}
