import Bytes
import Contract
import HTTP
import HTTP1
import Policy
import Reactor
import Upstream

/// Everything that a worker judges by: immutable, compiled from the same bytes by each worker for
/// itself, and borrowed while a request is judged. What the request path reads stands here on its
/// own, because a look into the policy's large structures would copy them.
final class Rules: Sendable {
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
    /// Which hosts each listener takes.
    let listenerHosts: [[HostPattern]]
    /// The Host that each upstream is sent; nil sends the client's.
    let upstreamHosts: [[UInt8]?]
    /// How long each upstream's unused connections are kept, milliseconds.
    let keepMilliseconds: [Int]
    /// How often each upstream's requests are repeated, and what they are hashed by.
    let retriesMax: [Int]
    /// Whether each upstream's targets speak HTTP/2.
    let speaksHTTP2: [Bool]
    let hashSources: [HashSource?]

    init(_ policy: Policy) {
        self.policy = policy
        table = RouteTable(policy)
        router = policy.contract.router
        passThrough = policy.passThrough
        cors = policy.cors
        bounds = policy.bounds
        timeouts = policy.timeouts
        headLimits = HeadLimits(
            targetBytes: policy.bounds.targetBytesMax, headBytes: policy.bounds.headBytesMax,
            fields: policy.bounds.fieldsMax)
        trustedProxies = policy.trustedProxies
        listenerHosts = policy.listeners.map(\.hosts)
        upstreamHosts = policy.upstreams.map(\.host)
        keepMilliseconds = policy.upstreams.map(\.timeouts.keepMilliseconds)
        retriesMax = policy.upstreams.map(\.settings.retries.most)
        speaksHTTP2 = policy.upstreams.map { $0.speaks == .http2 }
        hashSources = policy.upstreams.map(\.settings.balance.hashSource)
    }

    func isTrusted(_ address: IPAddress) -> Bool {
        for network in trustedProxies where network.contains(address) { return true }
        return false
    }

    /// Whether a listener takes requests for this host, lower-cased and without its port.
    func takes(host: Span<UInt8>, at listener: Int) -> Bool {
        for pattern in listenerHosts[listener] where pattern.matches(host) { return true }
        return false
    }
}
