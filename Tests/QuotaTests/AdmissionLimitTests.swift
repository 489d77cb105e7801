import Bytes
import Identity
import Quota
import Redis
import RedisServer
import Testing

@Suite struct AdmissionLimitTests {
    @Test func `a burst is admitted, then nothing, and refusals consume nothing`() throws {
        var gate = try Gate(limits: ["messages": "1/60:3"])
        try gate.store(token: 7, secret: "s")
        var remaining: [Int?] = []
        for _ in 0..<3 {
            let verdict = try gate.admit("Bearer 7|s")
            #expect(verdict == .admitted)
            remaining.append(gate.admission.decision?.remaining)
        }
        let debt = try gate.server.run(["HGET", "b:quota:acme:messages", "debt"])
        for _ in 0..<5 {
            let verdict = try gate.admit("Bearer 7|s", unixSeconds: 5_000)
            #expect(verdict == .limited)
        }
        let sameDebt = try gate.server.run(["HGET", "b:quota:acme:messages", "debt"])
        #expect(remaining == [2, 1, 0] && debt == sameDebt)
        let last = gate.admission.decision
        let decision = try #require(last)
        #expect(!decision.isAllowed && decision.limit == 3 && decision.remaining == 0)
        // Just under a minute is left, and waiting times are rounded up.
        #expect((55...60).contains(decision.retryAfterSeconds))
        #expect(decision.resetUnix == 5_000 + decision.retryAfterSeconds)
    }

    @Test func `limits are counted by organization and name`() throws {
        var gate = try Gate(limits: ["messages": "1/60:1", "contacts": "1/60:1"])
        try gate.store(token: 7, secret: "s")
        try gate.store(token: 8, secret: "t", org: "other")
        try gate.store(token: 9, secret: "u")
        let first = try gate.admit("Bearer 7|s", limit: 0)
        let otherName = try gate.admit("Bearer 7|s", limit: 1)
        let otherOrg = try gate.admit("Bearer 8|t", limit: 0)
        let sameOrg = try gate.admit("Bearer 9|u", limit: 0)
        let unlimited = try gate.admit("Bearer 9|u", limit: nil)
        #expect(first == .admitted && otherName == .admitted && otherOrg == .admitted)
        let decision = gate.admission.decision
        #expect(sameOrg == .limited && unlimited == .admitted)
        #expect(decision == nil && gate.roundTrips == 1)
    }

    @Test func `an organization's record overrides the policy, and is remembered`() throws {
        var gate = try Gate(limits: ["messages": "60/60:60"])
        try gate.store(token: 7, secret: "s")
        try gate.server.run(["HSET", "b:org:acme", "limit:messages", "1/60:2", "status", "active"])
        let first = try gate.admit("Bearer 7|s")
        let (firstLimit, firstTrips) = (gate.admission.decision?.limit, gate.roundTrips)
        #expect(first == .admitted && firstLimit == 2 && firstTrips == 3)
        // The first debit, by the policy's numbers, was credited: one of two is left.
        let second = try gate.admit("Bearer 7|s")
        let secondTrips = gate.roundTrips
        let third = try gate.admit("Bearer 7|s")
        #expect(second == .admitted && secondTrips == 1 && third == .limited)
        try gate.server.run(["HSET", "b:org:acme", "limit:messages", "1000/60:1000"])
        let raised = try gate.admit("Bearer 7|s")
        let (raisedLimit, raisedTrips) = (gate.admission.decision?.limit, gate.roundTrips)
        #expect(raised == .limited && raisedLimit == 1_000 && raisedTrips == 2)
        try gate.server.run(["DEL", "b:org:acme"], ["DEL", "b:quota:acme:messages"])
        let policy = try gate.admit("Bearer 7|s")
        let policyLimit = gate.admission.decision?.limit
        let known = try gate.admit("Bearer 7|s")
        #expect(policy == .admitted && policyLimit == 60 && known == .admitted)
        #expect(gate.roundTrips == 1)
    }

    @Test(arguments: ["", "60", "60/", "/60", "0/60", "60/0", "60/60:0", "60/60:", "-1/60", "a/b"])
    func `an override that cannot be read is a fault, not a limit less`(text: String) throws {
        var gate = try Gate()
        try gate.store(token: 7, secret: "s")
        try gate.server.run(["HSET", "b:org:acme", "limit:messages", text])
        let verdict = try gate.admit("Bearer 7|s")
        #expect(verdict == .redisFault(.invalidRecord))
    }

    @Test func `a suspended organization is refused after its limit`() throws {
        var gate = try Gate(limits: ["messages": "1/60:1"])
        try gate.store(token: 7, secret: "s")
        try gate.server.run(["HSET", "b:org:acme", "status", "suspended"])
        let first = try gate.admit("Bearer 7|s")
        let decision = gate.admission.decision
        let second = try gate.admit("Bearer 7|s")
        #expect(first == .suspended && decision?.remaining == 0 && second == .limited)
        try gate.server.run(
            ["HSET", "b:org:acme", "status", "active"], ["DEL", "b:quota:acme:messages"])
        let active = try gate.admit("Bearer 7|s")
        #expect(active == .admitted)
    }

    @Test func `a script that Redis forgot is sent again`() throws {
        var gate = try Gate()
        try gate.store(token: 7, secret: "s")
        _ = try gate.admit("Bearer 7|s")
        try gate.server.run(["SCRIPT", "FLUSH"])
        let forgotten = try gate.admit("Bearer 7|s")
        let trips = gate.roundTrips
        let known = try gate.admit("Bearer 7|s")
        #expect(forgotten == .admitted && trips == 2 && known == .admitted)
        let remaining = gate.admission.decision?.remaining
        #expect(gate.roundTrips == 1 && remaining == 2)
    }

    @Test func `a client whose look-ups fail is throttled, and known tokens pass`() throws {
        let address: [UInt8] = [192, 0, 2, 1]
        let guesser = ClientNetwork(address.span)
        var gate = try Gate(failedBurst: 3)
        try gate.store(token: 7, secret: "s")
        try gate.store(token: 8, secret: "t")
        _ = try gate.admit("Bearer 7|s", client: guesser)
        for number in 0..<3 {
            let guess = try gate.admit("Bearer 7|guess\(number)", client: guesser)
            #expect(guess == .unauthenticated(.wrongSecret))
        }
        let throttled = try gate.admit("Bearer 5|x", client: guesser, unixSeconds: 1_000)
        let trips = gate.roundTrips
        #expect(
            throttled
                == .throttled(
                    QuotaDecision(
                        isAllowed: false, limit: 3, remaining: 0, retryAfterSeconds: 1,
                        unixSeconds: 1_000)))
        #expect(trips == 0)
        let known = try gate.admit("Bearer 7|s", client: guesser)
        let elsewhere = try gate.admit("Bearer 5|x", client: .unknown)
        let later = try gate.admit("Bearer 8|t", client: guesser, milliseconds: 1_000)
        let missing = try gate.admit("", client: guesser)
        #expect(known == .admitted && elsewhere == .unauthenticated(.unknown))
        #expect(later == .admitted && missing == .unauthenticated(.missing))
    }
}
