package import Document
package import Reactor

/// What commands need of a policy that only read or write Redis.
package struct StorePolicy: Sendable {
    package let redis: RedisPolicy
    /// DNS servers; empty means those of the system.
    package let resolvers: [SocketAddress]
    /// Names of the policy's limits, as organizations may override them.
    package let limitNames: [String]
    /// Nil when it was not asked for, or the policy has none.
    package let embed: EmbedPolicy?
}

extension PolicyLoader {
    /// Reads `redis`, `resolvers` and the names of `limits`, and looks at nothing else:
    /// certificates, keys and the contract may be out of reach. Nil when one of the diagnostics is
    /// an error.
    ///
    /// - Parameter withEmbed: read `embed` too, and the master keys that it names.
    package static func loadStore(
        _ source: PolicySource, withEmbed: Bool = false
    ) -> (store: StorePolicy?, findings: [Diagnostic]) {
        let findings = Findings()
        let store = readStore(source, findings, withEmbed: withEmbed)
        return (findings.hasErrors ? nil : store, findings.sorted(firstFile: source.path))
    }

    /// Reads `admin` and looks at nothing else. The address is nil when the policy has none, or
    /// when one of the diagnostics is an error.
    package static func loadAdmin(
        _ source: PolicySource
    ) -> (address: SocketAddress?, findings: [Diagnostic]) {
        let findings = Findings()
        let reader = PolicyReader(source, findings: findings, for: .serving)
        let address = reader?.admin(beside: [])
        return (findings.hasErrors ? nil : address, findings.sorted(firstFile: source.path))
    }

    /// Reads `control` and looks at nothing else. The path is nil when the policy has none, or when
    /// one of the diagnostics is an error.
    package static func loadControl(
        _ source: PolicySource
    ) -> (path: String?, findings: [Diagnostic]) {
        let findings = Findings()
        let reader = PolicyReader(source, findings: findings, for: .serving)
        let path = reader?.controlSocket()
        return (findings.hasErrors ? nil : path, findings.sorted(firstFile: source.path))
    }

    private static func readStore(
        _ source: PolicySource, _ findings: Findings, withEmbed: Bool
    ) -> StorePolicy? {
        guard let reader = PolicyReader(source, findings: findings, for: .serving)
        else { return nil }
        let root = reader.root
        let url = root.section("redis")?.text("url")?.text ?? ""
        let roots =
            url.hasPrefix("rediss://")
            ? reader.certificates("ca_file", in: root, as: .open) : nil
        let resolvers = reader.resolvers()
        let embed = withEmbed ? reader.embed() : nil
        guard let redis = reader.redis(roots: roots) else { return nil }
        return StorePolicy(
            redis: redis, resolvers: resolvers, limitNames: root.declaredNames("limits"),
            embed: embed)
    }
}
