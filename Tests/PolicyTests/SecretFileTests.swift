import Document
import Testing

@testable import Policy

/// Files that a policy names: which are refused, and what is said about them.
@Suite struct SecretFileTests {
    private static let upstream =
        "upstreams: {app: {targets: [\"http://10.0.0.5\"], assertion_key_file: k}}"
    private static let tls = """
        listeners:
          - address: "127.0.0.1:8443"
            hosts: ["*"]
            tls: {certificates: [{certificate_file: c, key_file: k}]}
        """

    private func bytes(_ text: String, _ permissions: UInt32) -> PolicySource.File {
        .contents(Array(text.utf8), permissions: permissions)
    }

    @Test(arguments: [0o644, 0o640, 0o604, 0o620, 0o602] as [UInt32])
    func `a key that others can read or write is refused with the command that helps`(
        permissions: UInt32
    ) {
        let key = bytes(String(repeating: "k", count: 32), permissions)
        let mode = String(permissions, radix: 8)
        #expect(
            Policies.complaints(about: Self.upstream, with: ["k": key]) == [
                "gateway.yaml:1:69: error: `upstreams.app.assertion_key_file`: k can be read by "
                    + "other users (mode \(mode)) — run: chmod 600 k"
            ])
    }

    @Test(arguments: [0o600, 0o400, 0o700] as [UInt32])
    func `a key that only its owner can read is accepted`(permissions: UInt32) {
        let key = bytes(String(repeating: "k", count: 32), permissions)
        #expect(Policies.complaints(about: Self.upstream, with: ["k": key]) == [])
    }

    @Test func `a key has 32 bytes at least, its last newline not counted`() throws {
        let short = bytes(String(repeating: "k", count: 31) + "\n", 0o600)
        #expect(
            Policies.complaints(about: Self.upstream, with: ["k": short]) == [
                "gateway.yaml:1:49: error: `upstreams.app.assertion_key_file`: the file holds 31 "
                    + "bytes, too few to be safe — write at least 32 bytes: openssl rand -hex 32 > "
                    + "FILE"
            ])
        let long = bytes(String(repeating: "k", count: 33) + "\r\n", 0o600)
        let policy = Policies.load(Policies.changed(Self.upstream), with: ["k": long]).policy
        #expect(policy?.upstreams[0].assertionKey?.bytes.count == 33)
    }

    @Test func `an empty file and a missing one are told apart`() {
        #expect(
            Policies.complaints(about: Self.upstream, with: ["k": bytes("", 0o600)]) == [
                "gateway.yaml:1:69: error: `upstreams.app.assertion_key_file`: k is empty — write "
                    + "the file again"
            ])
        let missing = ["k": PolicySource.File.unreadable("does not exist")]
        #expect(
            Policies.complaints(about: Self.upstream, with: missing) == [
                "gateway.yaml:1:69: error: `upstreams.app.assertion_key_file`: k does not exist — "
                    + "put the file there, or correct the path"
            ])
    }

    @Test func `swapped certificate and key are recognised`() {
        let files = ["c": bytes(Policies.key, 0o600), "k": bytes(Policies.certificate, 0o600)]
        #expect(
            Policies.complaints(about: Self.tls, with: files) == [
                "gateway.yaml:4:27: error: `listeners[0].tls.certificates[0].certificate_file` "
                    + "names a file without a PEM certificate — it holds a private key: were the "
                    + "two files swapped?",
                "gateway.yaml:4:48: error: `listeners[0].tls.certificates[0].key_file` names a "
                    + "file without a PEM private key — it holds a certificate: were the two "
                    + "files swapped?",
            ])
    }

    @Test func `a key with a passphrase is refused: nobody is there to enter it`() {
        let key =
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB\n-----END ENCRYPTED PRIVATE KEY-----\n"
        let files = ["c": bytes(Policies.certificate, 0o644), "k": bytes(key, 0o600)]
        #expect(
            Policies.complaints(about: Self.tls, with: files) == [
                "gateway.yaml:4:48: error: `listeners[0].tls.certificates[0].key_file` names a key "
                    + "with a passphrase, which nobody can enter — write it without one: openssl "
                    + "pkey -in KEY -out NEWKEY"
            ])
    }

    @Test func `a check away from the server does without secrets, but judges those it finds`() {
        let text = Policies.changed(Self.tls)
        let absent = Policies.source(
            text,
            with: [
                "c": .unreadable("does not exist"), "k": .unreadable("does not exist"),
                "keys/assertion": .unreadable("does not exist"),
            ])
        #expect(PolicyLoader.check(absent, withoutSecrets: true).findings == [])
        #expect(PolicyLoader.load(absent).policy == nil)
        #expect(PolicyLoader.load(absent).findings.count == 3)
        let open = Policies.source(text, with: ["k": bytes(Policies.key, 0o644)])
        #expect(
            PolicyLoader.check(open, withoutSecrets: true).findings.map(\.text) == [
                "gateway.yaml:4:58: error: `listeners[0].tls.certificates[0].key_file`: k can be "
                    + "read by other users (mode 644) — run: chmod 600 k"
            ])
    }

    @Test func `an https upstream needs a CA to trust, and http needs none`() {
        let https = """
            upstreams:
              app: {targets: ["https://a.internal"], assertion_key_file: keys/assertion}
            """
        #expect(
            Policies.complaints(about: https) == [
                "gateway.yaml:2:9: error: `upstreams.app` is https://, but nothing says which CAs "
                    + "to trust — add `ca_file: /etc/ssl/certs/ca-certificates.crt` at the top"
            ])
        #expect(Policies.complaints(about: https + "\nca_file: ca.pem") == [])
    }
}
