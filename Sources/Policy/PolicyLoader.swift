package import Document

/// From a policy's files to the policy.
package enum PolicyLoader {
    /// Compiles a policy. Every problem is in the diagnostics, in reading order; the policy is nil
    /// when one of them is an error. The same source always gives the same result.
    package static func load(_ source: PolicySource) -> (policy: Policy?, findings: [Diagnostic]) {
        let findings = Findings()
        let policy = read(source, findings, for: .serving)
        if policy == nil, !findings.hasErrors {
            findings.error(
                "\(source.path) could not be read completely", at: nil,
                remedy: "report this: a message about the reason is missing")
        }
        return (findings.hasErrors ? nil : policy, findings.sorted(firstFile: source.path))
    }

    /// What `load` would find, and what an author wants to know beside: the contract's examples
    /// that fail its own rules.
    ///
    /// - Parameter withoutSecrets: keys, passwords and certificates may be absent, away from the
    ///   server that holds them, and those that are present are judged. The policy may then be nil
    ///   without an error.
    package static func check(
        _ source: PolicySource, withoutSecrets: Bool
    ) -> (policy: Policy?, findings: [Diagnostic]) {
        let findings = Findings()
        let policy = read(source, findings, for: withoutSecrets ? .checkWithoutSecrets : .check)
        return (findings.hasErrors ? nil : policy, findings.sorted(firstFile: source.path))
    }

    private static func read(
        _ source: PolicySource, _ findings: Findings, for purpose: PolicyReader.Purpose
    ) -> Policy? {
        guard let reader = PolicyReader(source, findings: findings, for: purpose)
        else { return nil }
        let policy = reader.policy()
        reader.root.finish()
        return policy
    }
}
