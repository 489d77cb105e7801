import Glibc
import Testing

/// Client certificates that are out of the ordinary: under an authority between, with more names
/// than fit, or about to end.
@Suite struct ClientChainTests {
    private func rig(_ revocation: String? = nil) throws -> Rig {
        let authority = try ClientAuthority.shared.get()
        let list = revocation.map { ", crl_file: \(authority.file($0))" } ?? ""
        return try Rig(
            .init(
                workers: 1,
                tls: "      client_certificates: {ca_file: \(authority.file("ca.pem"))\(list)}"))
    }

    /// Asks with a certificate and the authority between.
    private func ask(_ rig: Rig, below certificate: String) throws -> String {
        let middle = try ClientAuthority.shared.get().file("middle.pem")
        return try rig.tlsRequest(["-cert_chain", middle], certificate: certificate)
    }

    @Test func `each authority's list counts for those that it signed`() throws {
        let rig = try rig("both-crl.pem")
        #expect(try ask(rig, below: "below").contains("HTTP/1.1 200 OK"))
        #expect(try rig.tlsRequest([], certificate: "robot").contains("HTTP/1.1 200 OK"))
        for (certificate, isBelow) in [("undone", true), ("gone", false)] {
            let output =
                isBelow
                ? try ask(rig, below: certificate)
                : try rig.tlsRequest([], certificate: certificate)
            #expect(output.contains("alert certificate revoked"), "\(output)")
            #expect(!output.contains("HTTP/1.1"))
        }
        #expect(try rig.handshakeFailures("revoked_certificate") == 2)
    }

    @Test func `an authority between that is revoked takes its clients with it`() throws {
        let rig = try rig("late-both-crl.pem")
        let output = try ask(rig, below: "below")
        #expect(output.contains("alert certificate revoked") && !output.contains("HTTP/1.1"))
    }

    @Test(arguments: ["crl.pem", "middle-crl.pem"])
    func `where one authority's list is missing its clients are refused`(list: String) throws {
        let output = try ask(rig(list), below: "below")
        // RFC 8446 has no alert for that: the certificate's status cannot be found out.
        #expect(output.contains("alert") && !output.contains("HTTP/1.1"), "\(output)")
    }

    @Test func `of many names the upstream gets what fits, and the certificate whole`() throws {
        let rig = try rig()
        let scene = rig.upstream.scene()
        let output = try rig.tlsRequest(
            [], certificate: "long", fields: "\(scene.field)\r\n")
        #expect(output.contains("HTTP/1.1 200 OK"))
        let seen = try scene.request()
        let der = try ClientAuthority.shared.get().der("long.pem")
        #expect(seen["client-cert"] == ":\(der):")
        #expect(seen["x-bawaba-client-fingerprint"]?.count == 64)
        // 20 units of 60 letters are more than 1 KiB.
        #expect(seen["x-bawaba-client-subject"] == nil)
        let names = seen["x-bawaba-client-names"] ?? ""
        let list = names.components(of: ", ")
        #expect(list.first == "DNS:host-0001.long-names.test")
        #expect(list.allSatisfy { $0.hasPrefix("DNS:host-") && $0.hasSuffix(".test") })
        // Another one of 31 bytes would not have fitted.
        #expect((4_096 - 31...4_096).contains(names.utf8.count + 2), "\(names.utf8.count)")
    }

    @Test func `a certificate beyond all measure is refused`() throws {
        let rig = try rig()
        let output = try rig.tlsRequest([], certificate: "huge")
        #expect(output.contains("alert") && !output.contains("HTTP/1.1"), "\(output)")
        #expect(try rig.tlsRequest([], certificate: "robot").contains("HTTP/1.1 200 OK"))
    }

    @Test func `a ticket is good no longer than the certificate that it was given for`() throws {
        let rig = try rig()
        let versions = ["-tls1_2", "-tls1_3"]
        func session(_ version: String) -> String { rig.place.file("session\(version).pem") }
        // Long enough for two handshakes; on a busy machine that is not known before.
        var end: Int?
        for seconds in [3, 10, 30, 90] where end == nil {
            let ending = try ClientAuthority.shared.get().brief("brief", seconds: seconds)
            let isInTime = try versions.allSatisfy { version in
                try rig.tlsRequest(
                    [version, "-sess_out", session(version)], certificate: "brief"
                ).contains("HTTP/1.1 200 OK")
            }
            if isInTime { end = ending }
        }
        let last = try #require(end)
        try eventually("the certificate's end", within: 120_000) { time(nil) > last }
        for version in versions {
            let output = try rig.tlsRequest(
                [version, "-sess_in", session(version)], certificate: "brief")
            #expect(!output.contains("Reused") && !output.contains("HTTP/1.1"))
            #expect(output.contains("alert certificate expired"), "\(output)")
        }
        #expect(try rig.handshakeFailures("expired_certificate") >= 2)
    }
}
