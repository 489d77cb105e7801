import Document
import Testing

@testable import Policy

/// What a policy says about TLS: clients' certificates, OCSP responses, ticket keys, HTTP/2.
@Suite struct TLSPolicyTests {
    private static func listener(_ tls: String, _ more: String = "") -> String {
        """
        listeners:
          - address: "127.0.0.1:8443"
            hosts: ["*"]\(more)
            tls:
              certificates: [{certificate_file: tls/cert.pem, key_file: tls/key.pem}]
              \(tls)
        """
    }

    private static let rest = Policies.complete.split(separator: "\n")
        .filter { !$0.contains("listeners") && !$0.contains("address") }
        .joined(separator: "\n")

    private static func bytes(_ text: String, _ permissions: UInt32 = 0o600) -> PolicySource.File {
        .contents(Array(text.utf8), permissions: permissions)
    }

    private func listener(_ tls: String, _ more: String = "") throws -> ListenerPolicy {
        let (policy, findings) = Policies.load(
            Self.rest + "\n" + Self.listener(tls, more), with: ["crl.pem": Self.bytes("x", 0o644)])
        return try #require(policy?.listeners.first, "\(findings)")
    }

    @Test func `clients are asked for certificates as the policy says`() throws {
        #expect(try listener("").tls?.clients == nil)
        let plain = try #require(
            try listener("client_certificates: {ca_file: ca.pem}").tls?.clients)
        #expect(plain.mode == .required && plain.depth == 2 && plain.revocation == nil)
        #expect(plain.authorities.file == "ca.pem")
        let full = try #require(
            try listener(
                "client_certificates: {ca_file: ca.pem, mode: optional, verify_depth: 0, "
                    + "crl_file: crl.pem}"
            ).tls?.clients)
        #expect(full.mode == .optional && full.depth == 0)
        #expect(full.revocation?.bytes == Array("x".utf8))
    }

    @Test func `HTTP/2 is spoken unless it is switched off`() throws {
        #expect(try listener("").http2)
        #expect(try !listener("", "\n    http2: false").http2)
    }

    @Test(arguments: [
        ("client_certificates: {mode: required}", "has no `ca_file`"),
        ("client_certificates: {ca_file: ca.pem, mode: always}", "`required` or `optional`"),
        ("client_certificates: {ca_file: ca.pem, verify_depth: 11}", "from 0 to 10"),
        ("client_certificates: {ca_file: absent.pem}", "absent.pem"),
        ("client_certificates: {ca_file: ca.pem, crl_file: absent.pem}", "absent.pem"),
        ("client_certificates: {ca_file: tls/key.pem}", "it holds a private key"),
    ])
    func `what cannot be meant is refused`(tls: String, complaint: String) {
        let complaints = Policies.complaints(about: Self.listener(tls))
        #expect(complaints.contains { $0.contains(complaint) }, "\(complaints)")
    }

    private static let key = String(repeating: "0f", count: 80)

    @Test func `ticket keys are read in order`() throws {
        let file = Self.bytes("\(Self.key)\n\(String(repeating: "A1", count: 80))\r\n")
        let (policy, findings) = Policies.load(
            Policies.complete + "\nticket_key_file: t", with: ["t": file])
        let keys = try #require(policy?.ticketKeys, "\(findings)")
        #expect(
            keys.map(\.bytes) == [
                Array(repeating: 0x0F, count: 80), Array(repeating: 0xA1, count: 80),
            ])
        #expect(Policies.load(Policies.complete).policy?.ticketKeys == nil)
    }

    @Test(arguments: [
        ("\n\n", "holds 0 keys"), ("zz", "line 1 is no key of 160 hexadecimal digits"),
        (key + "\n" + key.dropLast(2), "line 2 is no key"),
        (Array(repeating: key, count: 5).joined(separator: "\n"), "holds 5 keys"),
    ])
    func `ticket keys of another form are refused and never shown`(
        text: String, complaint: String
    ) {
        let complaints = Policies.complaints(
            about: "ticket_key_file: t", with: ["t": Self.bytes(text)])
        #expect(complaints.contains { $0.contains(complaint) }, "\(complaints)")
        #expect(!complaints.contains { $0.contains("0f0f") })
    }

    @Test func `ticket keys that others can read are refused`() {
        let complaints = Policies.complaints(
            about: "ticket_key_file: t", with: ["t": Self.bytes(Self.key, 0o644)])
        #expect(complaints.contains { $0.contains("chmod 600 t") })
    }
}
