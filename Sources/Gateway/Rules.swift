import Bytes
import HTTP
import HTTP1
import Policy
import Reactor

/// Everything that a worker judges by: immutable, compiled from the same bytes by each worker for
/// itself, and borrowed while a request is judged.
struct Rules: ~Copyable {
    let policy: Policy
    let table: RouteTable
    /// For requests, and for the answers of upstreams too.
    let headLimits: HeadLimits

    init(_ policy: Policy) {
        self.policy = policy
        table = RouteTable(policy)
        headLimits = HeadLimits(
            targetBytes: policy.bounds.targetBytesMax, headBytes: policy.bounds.headBytesMax,
            fields: policy.bounds.fieldsMax)
    }

    func isTrusted(_ address: IPAddress) -> Bool {
        for network in policy.trustedProxies where network.contains(address) { return true }
        return false
    }
}
