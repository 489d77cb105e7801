import Bytes
import Identity
import Quota
import Redis
import RedisServer
import Testing

@Suite struct AdmissionTests {
    @Test func `a new token takes two round trips, a verified one takes one`() throws {
        var gate = try Gate()
        try gate.store(token: 7, secret: "s3cret", fields: ["user", "u1"])
        let first = try gate.admit("Bearer 7|s3cret")
        let firstTrips = gate.roundTrips
        let second = try gate.admit("bearer 0007|s3cret")
        #expect(first == .admitted && firstTrips == 2)
        #expect(second == .admitted && gate.roundTrips == 1)
        let who = gate.admission.identity.org.toString() + gate.admission.identity.user.toString()
        let list = gate.admission.identity.abilities.toString()
        let mayRead = gate.admission.identity.grants(Ability("read"))
        let maySend = gate.admission.identity.grants(Ability("send"))
        let id = gate.admission.identity.tokenID
        #expect(who == "acmeu1" && list == #"["read"]"# && mayRead && !maySend && id == 7)
    }

    @Test func `a token without an id is found by its hash`() throws {
        var gate = try Gate()
        try gate.store(token: 7, secret: "s3cret")
        let first = try gate.admit("Bearer s3cret")
        let firstTrips = gate.roundTrips
        let second = try gate.admit("Bearer s3cret")
        #expect(first == .admitted && firstTrips == 3)
        #expect(second == .admitted && gate.roundTrips == 1)
        let unknown = try gate.admit("Bearer other")
        #expect(unknown == .unauthenticated(.unknown) && gate.roundTrips == 1)
    }

    @Test func `a hash that leads to another token's record admits nobody`() throws {
        var gate = try Gate()
        try gate.store(token: 7, secret: "s3cret")
        try gate.server.run(
            ["SET", "b:token-hash:\(hex(of: "x"))", "7"],
            ["SET", "b:token-hash:\(hex(of: "y"))", "seven"],
            ["SET", "b:token-hash:\(hex(of: "z"))", "0"])
        let other = try gate.admit("Bearer x")
        let noNumber = try gate.admit("Bearer y")
        let nobody = try gate.admit("Bearer z")
        #expect(other == .unauthenticated(.wrongSecret))
        #expect(noNumber == .unauthenticated(.unknown))
        #expect(nobody == .unauthenticated(.invalidRecord))
    }

    @Test(arguments: [
        ("", Unauthenticated.missing), ("Basic dTpw", .missing), ("Bearer x|s", .malformed),
        ("Bearer 99999999999999999999|s", .malformed),
    ])
    func `what is no token is refused without asking Redis`(
        header: String, reason: Unauthenticated
    ) throws {
        var desk = newDesk(limits: [:])
        var admission = Admission()
        let bytes = Array(header.utf8)
        let verdict = admission.begin(
            authorization: bytes.span, limitIndex: nil, client: .unknown, tag: 1, desk: &desk,
            now: Moment(milliseconds: 0, unixSeconds: 0))
        #expect(verdict == .unauthenticated(reason))
    }

    @Test(arguments: [
        (1_001, Verdict.admitted), (1_000, .unauthenticated(.expired)),
        (999, .unauthenticated(.expired)), (0, .unauthenticated(.expired)),
    ])
    func `a token is good before it expires`(expiresAt: Int, verdict: Verdict) throws {
        var gate = try Gate()
        try gate.store(token: 7, secret: "s", fields: ["expires_at", "\(expiresAt)"])
        let judged = try gate.admit("Bearer 7|s", unixSeconds: 1_000)
        #expect(judged == verdict)
    }

    @Test func `expiry is checked again when the token is known`() throws {
        var gate = try Gate()
        try gate.store(token: 7, secret: "s", fields: ["expires_at", "1001"])
        let before = try gate.admit("Bearer 7|s", unixSeconds: 1_000)
        let after = try gate.admit("Bearer 7|s", unixSeconds: 1_001)
        #expect(before == .admitted && after == .unauthenticated(.expired))
    }

    @Test(arguments: [
        ("hash", "zz", Verdict.unauthenticated(.invalidRecord)),
        ("hash", "", .unauthenticated(.invalidRecord)),
        ("hash", "abcd", .unauthenticated(.invalidRecord)),
        ("org", "", .unauthenticated(.invalidRecord)),
        ("org", "a b", .unauthenticated(.invalidRecord)),
        ("org", "a\r\nX-Evil: 1", .unauthenticated(.invalidRecord)),
        ("user", "u\n", .unauthenticated(.invalidRecord)),
        ("expires_at", "soon", .unauthenticated(.invalidRecord)),
        ("expires_at", "-1", .unauthenticated(.invalidRecord)),
        ("expires_at", "", .admitted), ("abilities", "null", .admitted),
        ("abilities", "", .admitted),
    ])
    func `a record with invalid fields admits nobody`(
        field: String, value: String, verdict: Verdict
    ) throws {
        var gate = try Gate()
        try gate.store(token: 7, secret: "s", fields: [field, value])
        let judged = try gate.admit("Bearer 7|s")
        #expect(judged == verdict)
        guard field == "abilities" else { return }
        let list = gate.admission.identity.abilities.toString()
        #expect(list == "[]")
    }

    @Test(arguments: ["hash", "org"])
    func `a record without its hash or organization admits nobody`(field: String) throws {
        var gate = try Gate()
        try gate.store(token: 7, secret: "s")
        try gate.server.run(["HDEL", "b:token:7", field])
        let judged = try gate.admit("Bearer 7|s")
        #expect(judged == .unauthenticated(.invalidRecord))
    }

    @Test(arguments: [
        "b:token:7", "b:token-hash:\(hex(of: "s"))", "b:org:acme", "b:quota:acme:messages",
    ])
    func `a key of the wrong type is a fault, for new tokens and known ones`(key: String) throws {
        let wrongType = key.hasPrefix("b:token-hash") ? "HSET" : "RPUSH"
        let header = key.hasPrefix("b:token-hash") ? "Bearer s" : "Bearer 7|s"
        var gate = try Gate()
        try gate.store(token: 7, secret: "s")
        try gate.server.run(
            ["DEL", key], [wrongType, key, "a"] + (wrongType == "HSET" ? ["b"] : []))
        let new = try gate.admit(header)
        #expect(new == .redisFault(.refused(.wrongType)))
        guard !key.hasPrefix("b:token-hash") else { return }
        try gate.server.run(["DEL", key])
        try gate.store(token: 7, secret: "s")
        let good = try gate.admit(header)
        try gate.server.run(["DEL", key], ["RPUSH", key, "a"])
        let known = try gate.admit(header)
        #expect(good == .admitted && known == .redisFault(.refused(.wrongType)))
    }

    @Test(arguments: ["DEL b:token:7", "HSET b:token:7 expires_at 999"])
    func `a token that is no longer good is refused at once, and debits nothing`(
        command: String
    ) throws {
        var gate = try Gate(limits: ["messages": "1/60:10"])
        try gate.store(token: 7, secret: "s")
        try gate.store(token: 8, secret: "t")
        _ = try gate.admit("Bearer 7|s")
        try gate.server.run(command.split(separator: " ").map(String.init))
        let known = try gate.admit("Bearer 7|s")
        let again = try gate.admit("Bearer 7|s")
        let refusals: [Verdict] = [.unauthenticated(.unknown), .unauthenticated(.expired)]
        #expect(refusals.contains(known) && refusals.contains(again))
        let other = try gate.admit("Bearer 8|t")
        let remaining = gate.admission.decision?.remaining
        // Ten, less the first request and this one.
        #expect(other == .admitted && remaining == 8)
    }

    @Test func `who knows only an id cannot drain its organization`() throws {
        var gate = try Gate()
        try gate.store(token: 7, secret: "s")
        _ = try gate.admit("Bearer 7|s")
        for _ in 0..<20 {
            let guess = try gate.admit("Bearer 7|guess")
            #expect(guess == .unauthenticated(.wrongSecret))
        }
        let owner = try gate.admit("Bearer 7|s")
        let remaining = gate.admission.decision?.remaining
        #expect(owner == .admitted && gate.roundTrips == 1 && remaining == 3)
    }

    @Test func `a changed secret refuses the old one and admits the new one`() throws {
        var gate = try Gate()
        try gate.store(token: 7, secret: "old")
        _ = try gate.admit("Bearer 7|old")
        try gate.store(token: 7, secret: "new")
        let old = try gate.admit("Bearer 7|old")
        let new = try gate.admit("Bearer 7|new")
        #expect(old == .unauthenticated(.wrongSecret) && new == .admitted)
    }

    @Test func `a token that changed its organization is judged by the new one`() throws {
        var gate = try Gate(limits: ["messages": "1/60:5"])
        try gate.store(token: 7, secret: "s", org: "first")
        try gate.store(token: 8, secret: "t", org: "first")
        try gate.server.run(["HSET", "b:org:second", "status", "suspended"])
        _ = try gate.admit("Bearer 7|s")
        try gate.store(token: 7, secret: "s", org: "second")
        let moved = try gate.admit("Bearer 7|s")
        let trips = gate.roundTrips
        let org = gate.admission.identity.org.toString()
        let left = gate.admission.decision?.remaining
        #expect(moved == .suspended && trips == 3 && org == "second" && left == 4)
        // What the look-up debited from the organization that the token had left was given back.
        let other = try gate.admit("Bearer 8|t")
        let firstLeft = gate.admission.decision?.remaining
        #expect(other == .admitted && firstLeft == 3)
    }
}
