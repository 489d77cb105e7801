import Document

/// Reads one policy. The parts are in extensions, one per part of the file; each reports what it
/// finds and returns nil where nothing usable is left, and reading goes on.
struct PolicyReader {
    /// What the policy is read for.
    enum Purpose {
        case serving
        /// Examples are judged as well, which would only hold up a start.
        case check
        /// Away from the server: key, password and certificate files may be absent.
        case checkWithoutSecrets
    }

    let source: PolicySource
    let findings: Findings
    let root: Section
    let purpose: Purpose

    /// nil when the file (or the one it extends) is no YAML mapping; the findings say why.
    init?(_ source: PolicySource, findings: Findings, for purpose: Purpose) {
        guard let main = Self.document(source.path, namedAt: nil, of: source, findings: findings)
        else { return nil }
        guard let merged = Self.merged(main, of: source, findings: findings) else { return nil }
        self.source = source
        self.findings = findings
        self.purpose = purpose
        root = Section(merged, name: "", at: merged.mark, findings: findings)
    }

    /// A file of the source as a document.
    static func document(
        _ path: String, namedAt mark: Mark?, of source: PolicySource, findings: Findings
    ) -> Node? {
        switch source.file(at: path) {
        case .unreadable(let reason):
            findings.error(
                "\(path) \(reason)", at: mark,
                remedy: mark == nil
                    ? "name the policy's file, usually gateway.yaml"
                    : "correct the path; it starts at the folder of the file that names it")
            return nil
        case .contents(let bytes, _):
            do throws(DocumentError) {
                return try parseYAML(bytes, file: path)
            } catch {
                findings.add([error.diagnostic])
                return nil
            }
        }
    }

    /// The policy with the keys of the one it extends: a key at the top of the extending file
    /// replaces the other's whole.
    private static func merged(
        _ main: Node, of source: PolicySource, findings: Findings
    ) -> Node? {
        guard let extends = main.entry("extends"), let text = extends.value.string else {
            return main
        }
        let path = PolicySource.resolve(text, in: source.path)
        guard
            let base = document(path, namedAt: extends.value.mark, of: source, findings: findings)
        else { return nil }
        if let second = base.entry("extends") {
            findings.error(
                "\(path) extends a third policy", at: second.keyMark,
                remedy: "a policy that others extend must be complete: name its parts here")
        }
        var entries = main.mapping ?? []
        for entry in base.mapping ?? [] where main.entry(entry.key) == nil {
            entries.append(entry)
        }
        return Node(.mapping(entries), at: main.mark)
    }
}
