import Identity
package import Policy
import Reactor
package import TLS
import Upstream

/// What a worker knows of one upstream: which targets to choose, and their addresses.
struct UpstreamState {
    var group: TargetGroup
    /// Per target; empty until resolved.
    var addresses: [[SocketAddress]] = []
    /// Round robin over a target's addresses.
    private var nextAddress: [Int] = []
    /// The names to resolve, per target; nil where the target is an address.
    var names: [String?] = []
    /// When each name is resolved again, in the worker's milliseconds; `Int.max` for never.
    var renewAt: [Int] = []
    let tls: TLSClientContext?
    let assertionKey: AssertionKey?

    init(_ policy: UpstreamPolicy) throws(TLSError) {
        group = TargetGroup(
            targetCount: policy.targets.count, idleMax: policy.keptConnections)
        tls =
            if let tls = policy.tls {
                try TLSClientContext(tls)
            } else {
                nil
            }
        assertionKey = policy.assertionKey.flatMap { AssertionKey($0.bytes.span) }
        for (index, target) in policy.targets.enumerated() {
            let address = IPAddress(target.host).map { SocketAddress($0, port: target.port) }
            addresses.append(address.map { [$0] } ?? [])
            names.append(address == nil ? target.host : nil)
            renewAt.append(.max)
            nextAddress.append(0)
            group.setResolved(index, address != nil)
        }
    }

    /// The next address of a target, nil when none is known.
    mutating func takeAddress(_ target: Int) -> SocketAddress? {
        guard !addresses[target].isEmpty else { return nil }
        let index = nextAddress[target] % addresses[target].count
        nextAddress[target] = index + 1
        return addresses[target][index]
    }
}

extension TLSClientContext {
    /// The context that an upstream's policy asks for.
    package convenience init(_ policy: UpstreamTLS) throws(TLSError) {
        let trust: TLSTrust =
            if !policy.verifies {
                .anyone
            } else if let pem = policy.caPEM {
                .authorities(pem: pem, file: "ca_file")
            } else {
                .system
            }
        try self.init(trust: trust, protocols: ["http/1.1"])
    }
}
