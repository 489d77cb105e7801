package import Document

/// From a policy's files to the policy.
package enum PolicyLoader {
    /// Compiles a policy. Every problem is in the diagnostics, in reading order; the policy is nil
    /// when one of them is an error. The same source always gives the same result.
    package static func load(_ source: PolicySource) -> (policy: Policy?, findings: [Diagnostic]) {
        let findings = Findings()
        let policy = read(source, findings, mayLackSecrets: false)
        if policy == nil, !findings.hasErrors {
            findings.error(
                "\(source.path) could not be read completely", at: nil,
                remedy: "report this: a message about the reason is missing")
        }
        return (findings.hasErrors ? nil : policy, findings.sorted(firstFile: source.path))
    }

    /// What `load` would find, but keys, passwords and certificates may be absent: a check away
    /// from the server that holds them. Those that are present are judged.
    package static func checkWithoutSecrets(_ source: PolicySource) -> [Diagnostic] {
        let findings = Findings()
        _ = read(source, findings, mayLackSecrets: true)
        return findings.sorted(firstFile: source.path)
    }

    private static func read(
        _ source: PolicySource, _ findings: Findings, mayLackSecrets: Bool
    ) -> Policy? {
        guard
            let reader = PolicyReader(source, findings: findings, mayLackSecrets: mayLackSecrets)
        else { return nil }
        let policy = reader.policy()
        reader.root.finish()
        return policy
    }
}
