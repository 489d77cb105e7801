package import Document
package import Reactor

/// What commands need of a policy that only read or write Redis.
package struct StorePolicy: Sendable {
    package let redis: RedisPolicy
    /// DNS servers; empty means those of the system.
    package let resolvers: [SocketAddress]
    /// Names of the policy's limits, as organizations may override them.
    package let limitNames: [String]
}

extension PolicyLoader {
    /// Reads `redis`, `resolvers` and the names of `limits`, and looks at nothing else:
    /// certificates, keys and the contract may be out of reach. Nil when one of the diagnostics is
    /// an error.
    package static func loadStore(
        _ source: PolicySource
    ) -> (store: StorePolicy?, findings: [Diagnostic]) {
        let findings = Findings()
        let store = readStore(source, findings)
        return (findings.hasErrors ? nil : store, findings.sorted(firstFile: source.path))
    }

    private static func readStore(_ source: PolicySource, _ findings: Findings) -> StorePolicy? {
        guard let reader = PolicyReader(source, findings: findings, for: .serving)
        else { return nil }
        let root = reader.root
        let url = root.section("redis")?.text("url")?.text ?? ""
        let roots =
            url.hasPrefix("rediss://")
            ? reader.certificates("ca_file", in: root, as: .open) : nil
        let resolvers = reader.resolvers()
        guard let redis = reader.redis(roots: roots) else { return nil }
        return StorePolicy(
            redis: redis, resolvers: resolvers, limitNames: root.declaredNames("limits"))
    }
}
