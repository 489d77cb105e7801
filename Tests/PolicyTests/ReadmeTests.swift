import Bytes
import Reactor
import Testing

@testable import Policy

/// What the README for policy authors shows must work when it is copied.
@Suite struct ReadmeTests {
    private static let contract = """
        openapi: 3.0.3
        info: {title: Shop, version: 1.0.0}
        paths:
          /api/v1/messages:
            post: {operationId: sendAMessage, responses: {'200': {description: ok}}}
          /api/v1/contacts: {post: {operationId: contact, responses: {'200': {description: ok}}}}
          '/api/widgets/{slug}/messages':
            parameters: [{name: slug, in: path, required: true, schema: {type: string}}]
            get: {operationId: widgetMessages, responses: {'200': {description: ok}}}
          /login: {post: {operationId: login, responses: {'200': {description: ok}}}}
        """

    /// The policies among its examples; the overlay and the extending policy are not of this kind.
    private func examples() throws -> [String] {
        let file = #filePath
        let root = file.split(separator: "/").dropLast(3).joined(separator: "/")
        let readme = try RegularFile(
            path: "/\(root)/policies/README.md", bytesMax: Bounds.documentBytesMax)
        let parts = String(decoding: readme.bytes, as: UTF8.self).split(separator: "```")
        return parts.filter {
            $0.hasPrefix("yaml\n") && !$0.contains("extends:") && !$0.contains("overlay:")
        }.map { String($0.dropFirst(5)) }
    }

    @Test func `every example of a policy is accepted`() throws {
        let examples = try examples()
        #expect(examples.count == 6)
        let secret = PolicySource.File.contents(
            Array(repeating: 0x6B, count: 64), permissions: 0o600)
        let files: [String: PolicySource.File] = [
            "openapi.yaml": .contents(Array(Self.contract.utf8), permissions: 0o644),
            "/run/secrets/tls.crt": .contents(Array(Policies.certificate.utf8), permissions: 0o644),
            "/run/secrets/tls.key": .contents(Array(Policies.key.utf8), permissions: 0o600),
            "/run/secrets/assertion.key": secret,
            "/run/secrets/embed-master.keys": .contents(
                Array("m1 \(String(repeating: "0a", count: 32))\n".utf8), permissions: 0o600),
            "internal-ca.pem": .contents(Array(Policies.certificate.utf8), permissions: 0o644),
        ]
        let limits = "limits: {standard: {rate: 1 per second}}\n"
        for example in examples {
            let text = example.contains("limits:") ? example : limits + example
            #expect(Policies.complaints(about: text, with: files) == [], "\(example)")
        }
    }
}
