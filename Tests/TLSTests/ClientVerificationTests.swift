import Glibc
import Reactor
import Testing

@testable import TLS

/// Verification of clients as far as it needs no client: what is refused at the start, what tickets
/// are good for, and what a call may read.
@Suite struct ClientVerificationTests {
    private static func clients(
        _ authorities: [UInt8], revocation: [UInt8]? = nil, isRequired: Bool = true, depth: Int = 2
    ) -> TLSClientVerification {
        TLSClientVerification(
            authoritiesPEM: authorities, authoritiesFile: "ca.pem",
            revocation: revocation.map { ($0, "crl.pem") }, isRequired: isRequired, depth: depth)
    }

    @Test func `authorities and revocation lists must be what their keys say`() throws {
        let material = try Material.shared.get()
        let key = material.bytes("a.key")
        #expect(throws: TLSError.noAuthorities(file: "ca.pem")) {
            _ = try makeServer(["a"], clients: Self.clients(key))
        }
        #expect(throws: TLSError.noRevocationList(file: "crl.pem")) {
            _ = try makeServer(
                ["a"], clients: Self.clients(material.authority, revocation: material.authority))
        }
        let broken = Array("-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----\n".utf8)
        do {
            _ = try makeServer(
                ["a"], clients: Self.clients(material.authority, revocation: broken))
            Issue.record("a broken list was taken")
        } catch TLSError.unreadableRevocationList(let file, _) {
            #expect(file == "crl.pem")
        }
    }

    @Test func `tickets are bound to everything that clients are verified by`() throws {
        let material = try Material.shared.get()
        let base = Self.clients(material.authority)
        let others = [
            Self.clients(material.stranger),
            Self.clients(material.authority, revocation: material.authority),
            Self.clients(material.authority, isRequired: false),
            Self.clients(material.authority, depth: 3),
        ]
        let same = Self.clients(material.authority).digest
        #expect(same == base.digest)
        for other in others {
            let digest = other.digest
            #expect(digest != same)
        }
    }

    @Test func `a client is told that it must have a certificate`() throws {
        let material = try Material.shared.get()
        var pair = try Pair.connected(
            makeServer(["a"], clients: Self.clients(material.authority)), makeClient(),
            name: "a.test")
        let results = pair.handshake()
        guard case .failed = results.server else {
            throw Command.Failure(description: "\(results)")
        }
        let failure = pair.server.withSession { $0.failure }
        #expect(failure == .missingCertificate)
    }

    @Test func `a file that is no OCSP response is refused`() throws {
        let material = try Material.shared.get()
        #expect(throws: TLSError.unreadableResponse(file: "a.ocsp")) {
            _ = try TLSServerContext(
                credentials: [
                    TLSCredentials(
                        certificatePEM: material.bytes("a.pem"), keyPEM: material.bytes("a.key"),
                        certificateFile: "a.pem", keyFile: "a.key",
                        ocspResponse: (material.bytes("a.pem"), "a.ocsp"))
                ], minimumVersion: .tls12, protocols: [], ticketKeys: .generate(),
                listener: "test")
        }
    }

    @Test func `a call that is fed without end gives up`() throws {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue)
        // SAFETY: the call writes two numbers, for which there is room.
        guard unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw Errno.last }
        defer { for end in ends { close(end) } }
        let bytes = [UInt8](repeating: 1, count: 64)
        // SAFETY: the array's own bytes.
        let written = unsafe write(ends[1], bytes, bytes.count)
        #expect(written == bytes.count)
        var link = SocketLink(descriptor: ends[0])
        link.readsLeft = 2
        var room = [UInt8](repeating: 0, count: 16)
        let read = unsafe room.withUnsafeMutableBytes { room in
            var counts: [Int?] = []
            for _ in 0..<3 { unsafe counts.append(link.receive(room)) }
            return counts
        }
        #expect(read == [16, 16, 0])
        #expect(link.failure == Errno(code: EPROTO))
    }
}
