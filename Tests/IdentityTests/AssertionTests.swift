import Bytes
import Identity
import Testing

private struct Request {
    var method = "GET"
    var target = "/api/v1/contacts?page=2"
    var requestID = "01J"
    var org = "acme"
    var user = "u1"
    var tokenID = "7"
    var abilities = #"["read"]"#
    var embed = ""
}

private func withClaims<R>(
    _ request: Request, _ body: (borrowing AssertionClaims) -> R
) -> R {
    let (method, target) = (Array(request.method.utf8), Array(request.target.utf8))
    let (requestID, org) = (Array(request.requestID.utf8), Array(request.org.utf8))
    let (user, tokenID) = (Array(request.user.utf8), Array(request.tokenID.utf8))
    let (abilities, embed) = (Array(request.abilities.utf8), Array(request.embed.utf8))
    let claims = AssertionClaims(
        method: method.span, target: target.span, requestID: requestID.span, org: org.span,
        user: user.span, tokenID: tokenID.span, abilities: abilities.span, embed: embed.span)
    return body(claims)
}

private func newKey(_ byte: UInt8 = 0x6B) throws -> AssertionKey {
    let secret = [UInt8](repeating: byte, count: 32)
    let key = AssertionKey(secret.span)
    return try #require(key)
}

private func write(_ request: Request, at time: Int) throws -> String {
    let key = try newKey()
    var buffer = ByteBuffer()
    withClaims(request) { key.append($0, unixSeconds: time, to: &buffer) }
    return buffer.span.toString()
}

private func verify(
    _ value: String, _ request: Request, at time: Int, key: AssertionKey
) -> AssertionKey.Fault? {
    withClaims(request) { claims in
        do throws(AssertionKey.Fault) {
            let bytes = Array(value.utf8)
            try key.verify(bytes.span, claims, unixSeconds: time)
            return nil
        } catch {
            return error
        }
    }
}

@Suite struct AssertionTests {
    @Test func `an assertion is the MAC of nine lines`() throws {
        // From: printf 'v1\n1700000000\nGET\n…' | openssl dgst -sha256 -hmac kkkk…
        let value = try write(Request(), at: 1_700_000_000)
        #expect(
            value == "t=1700000000,v1="
                + "3acf0cd3161c1dec8a250a6e66c2af99a81eacf2735eab76a14c3d5bbaa991ca")
    }

    @Test func `the claims of an embed token are a tenth line`() throws {
        let request = Request(embed: "e30")
        let value = try write(request, at: 1_700_000_000)
        // As above, with `\ne30` behind the abilities.
        #expect(
            value == "t=1700000000,v1="
                + "329956df9ddc48e0326a2269643d471860f9ac2b17ab7ebb3a61d622dd93f657")
        let others = [Request(), Request(abilities: "[\"read\"]\ne30"), Request(embed: "e31")]
        let key = try newKey()
        let found = ([request] + others).map { verify(value, $0, at: 1_700_000_000, key: key) }
        #expect(found == [nil, .mismatch, .malformed, .mismatch])
    }

    @Test func `it holds for the request it was made for`() throws {
        let value = try write(Request(), at: 1_700_000_000)
        let fault = verify(value, Request(), at: 1_700_000_000, key: try newKey())
        #expect(fault == nil)
    }

    @Test func `it holds for no other request, key or time`() throws {
        let value = try write(Request(), at: 1_700_000_000)
        let key = try newKey()
        for change in [
            Request(method: "POST"), Request(target: "/api/v1/contacts"), Request(requestID: "02J"),
            Request(org: "other"), Request(user: ""), Request(tokenID: "8"),
            Request(abilities: #"["*"]"#), Request(org: "acmeu1", user: ""), Request(embed: "e30"),
        ] {
            let fault = verify(value, change, at: 1_700_000_000, key: key)
            #expect(fault == .mismatch)
        }
        let other = verify(value, Request(), at: 1_700_000_000, key: try newKey(1))
        let moved = verify(
            "t=1700000001" + value.dropFirst(12), Request(), at: 1_700_000_000, key: key)
        #expect(other == .mismatch && moved == .mismatch)
    }

    @Test(arguments: [(-301, false), (-300, true), (0, true), (300, true), (301, false)])
    func `it holds for a bounded time`(age: Int, isFresh: Bool) throws {
        let value = try write(Request(), at: 1_700_000_000)
        let fault = verify(value, Request(), at: 1_700_000_000 + age, key: try newKey())
        #expect(fault == (isFresh ? nil : .stale))
    }

    @Test(arguments: [
        "", "t=", "t=1", "t=1,v1=", "v1=00,t=1", "t=-1,v1=00", "t=1,v1=zz", "t=1,v2=0",
    ])
    func `what is not an assertion is refused`(value: String) throws {
        let fault = verify(value, Request(), at: 1, key: try newKey())
        #expect(fault == .malformed)
    }

    @Test func `a claim with a line feed is refused`() throws {
        let joined = Request(org: "acme\nu1", user: "")
        let value = try write(joined, at: 1)
        let fault = verify(value, joined, at: 1, key: try newKey())
        #expect(fault == .malformed)
    }

    @Test func `a key has 32 bytes or more`() {
        let isKey = [31, 32, 33].map { count in
            let secret = [UInt8](repeating: 1, count: count)
            return AssertionKey(secret.span) != nil
        }
        #expect(isKey == [false, true, true])
    }
}
