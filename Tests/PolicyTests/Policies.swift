import Document
import Policy

/// Policies for tests, without a disk.
enum Policies {
    /// A contract of four operations.
    static let contract = """
        openapi: 3.0.3
        info: {title: Shop, version: 1.0.0}
        paths:
          /api/items:
            get: {operationId: listItems, responses: {'200': {description: ok}}}
            post:
              operationId: createItem
              responses: {'200': {description: ok}}
              requestBody:
                content:
                  application/json:
                    schema: {type: object, properties: {name: {type: string}}}
          '/api/items/{id}':
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            get: {operationId: getItem, responses: {'200': {description: ok}}}
          /api/hooks/bank:
            post: {operationId: bankHook, responses: {'200': {description: ok}}}
        """

    /// A policy that has nothing to complain about but for what a test changes.
    static let complete = """
        contract: {document: openapi.yaml}
        listeners:
          - {address: "127.0.0.1:8080", hosts: [api.example.com]}
        redis: {url: "redis://127.0.0.1:6379"}
        upstreams:
          app: {targets: ["http://10.0.0.5:8080"], assertion_key_file: keys/assertion}
        defaults: {auth: bearer, abilities: [read]}
        """

    static let certificate = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"
    static let key = "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n"

    static let files: [String: PolicySource.File] = [
        "openapi.yaml": .contents(Array(contract.utf8), permissions: 0o644),
        "keys/assertion": .contents(Array(repeating: 0x61, count: 64) + [0x0A], permissions: 0o600),
        "tls/cert.pem": .contents(Array(certificate.utf8), permissions: 0o644),
        "tls/key.pem": .contents(Array(key.utf8), permissions: 0o600),
        "ca.pem": .contents(Array(certificate.utf8), permissions: 0o644),
    ]

    static func source(
        _ text: String, with others: [String: PolicySource.File] = [:]
    ) -> PolicySource {
        var files = files.merging(others) { $1 }
        files["gateway.yaml"] = .contents(Array(text.utf8), permissions: 0o644)
        return PolicySource(path: "gateway.yaml", files: files)
    }

    static func load(
        _ text: String, with others: [String: PolicySource.File] = [:]
    ) -> (policy: Policy?, findings: [String]) {
        let (policy, findings) = PolicyLoader.load(source(text, with: others))
        return (policy, findings.map(\.text))
    }

    /// What an author reads after adding some lines to the complete policy. A top-level key among
    /// them takes the place of the complete policy's.
    static func complaints(
        about lines: String, with others: [String: PolicySource.File] = [:]
    ) -> [String] {
        load(changed(lines), with: others).findings
    }

    static func changed(_ lines: String) -> String {
        let keys = lines.split(separator: "\n").filter { $0.first?.isLetter ?? false }.compactMap {
            $0.split(separator: ":").first
        }
        var isDropped = false
        let kept = complete.split(separator: "\n").filter { line in
            if line.first?.isLetter ?? false {
                isDropped = keys.contains { line.hasPrefix($0 + ":") }
            }
            return !isDropped
        }
        return (lines.split(separator: "\n", omittingEmptySubsequences: false) + kept)
            .joined(separator: "\n")
    }
}
