import Bytes
import Identity
import Quota
import Redis
import RedisServer
import Testing

private let now = Moment(milliseconds: 0, unixSeconds: 1_000)

/// A desk whose link has been greeted by a Redis that this test plays.
private func playedDesk() throws -> AdmissionDesk {
    var desk = newDesk(limits: ["messages": "60/60:5"], failedBurst: 1_000_000)
    _ = desk.link.poll(nowMilliseconds: 0)
    desk.link.connected(nowMilliseconds: 0)
    // The digest of each script.
    for _ in desk.link.scripts {
        try desk.link.receive(
            literalBytes("$40\r\n0123456789012345678901234567890123456789\r\n"))
    }
    _ = try desk.link.next()
    desk.link.pipeline.output.removeAll()
    return desk
}

/// Answers one round trip, and returns the verdict when there is one.
private func answer(
    _ wire: String, _ admission: inout Admission, _ desk: inout AdmissionDesk
) throws -> Verdict? {
    desk.link.pipeline.output.removeAll()
    let bytes = Array(wire.utf8)
    try desk.link.receive(bytes.span)
    var verdict: Verdict?
    while try desk.link.next() != nil {
        verdict = admission.receive(desk: &desk, now: now)
    }
    return verdict
}

private func begin(
    _ admission: inout Admission, _ desk: inout AdmissionDesk, tag: UInt64 = 1
) -> Verdict? {
    admission.begin(
        authorization: literalBytes("Bearer 7|s"), limitIndex: 0, client: .unknown, tag: tag,
        desk: &desk, now: now)
}

private func array(_ fields: [String?]) -> String {
    var wire = "*\(fields.count)\r\n"
    for field in fields {
        wire += field.map { "$\($0.utf8.count)\r\n\($0)\r\n" } ?? "$-1\r\n"
    }
    return wire
}

private let goodToken = array([hex(of: "s"), "acme", #"["read"]"#, nil, nil])
private let goodOrg = array([nil, nil])
private let goodDebit = "*3\r\n:1\r\n:4\r\n:9\r\n"

private let shapes = [
    "+OK\r\n", "-ERR x\r\n", "-NOSCRIPT x\r\n", ":1\r\n", "$1\r\n1\r\n", "$-1\r\n", "*-1\r\n",
    "*0\r\n",
    array([nil]), array([nil, nil, nil, nil, nil]), "*3\r\n:0\r\n:1\r\n:9\r\n",
    "*3\r\n:7\r\n:-1\r\n:9\r\n",
    "*5\r\n:1\r\n:1\r\n:1\r\n:1\r\n:1\r\n", "*1\r\n*1\r\n:1\r\n",
]

/// Begins a request whose token was verified before, so that its three commands travel together.
private func beginVerified(_ admission: inout Admission, _ desk: inout AdmissionDesk) throws {
    _ = begin(&admission, &desk)
    let commands = desk.link.pipeline.output.span.toString()
    if commands.contains("EVALSHA") { return }
    _ = try answer(goodToken, &admission, &desk)
    let verdict = try answer(goodOrg + goodDebit, &admission, &desk)
    #expect(verdict == .admitted)
    _ = begin(&admission, &desk)
}

@Suite struct AdmissionFaultTests {
    @Test func `whatever Redis answers, only the right replies admit`() throws {
        var desk = try playedDesk()
        var admission = Admission()
        var admitted: [String] = []
        for token in shapes + [goodToken] {
            for org in shapes + [goodOrg] {
                for debit in shapes + [goodDebit] {
                    try beginVerified(&admission, &desk)
                    var verdict = try answer(token + org + debit, &admission, &desk)
                    // A debit whose script is unknown is sent once more.
                    if verdict == nil { verdict = try answer("-ERR no\r\n", &admission, &desk) }
                    if verdict == .admitted { admitted.append(token + org + debit) }
                    #expect(verdict != nil)
                }
            }
        }
        #expect(admitted == [goodToken + goodOrg + goodDebit])
    }

    @Test func `a refused token leaves nobody behind`() throws {
        var desk = try playedDesk()
        var admission = Admission()
        try beginVerified(&admission, &desk)
        let gone = array([nil, nil, nil, nil, nil])
        let first = try answer(gone + goodOrg + goodDebit, &admission, &desk)
        // The debit is given back before the answer.
        let verdict = try answer("*3\r\n:0\r\n:1\r\n:1\r\n", &admission, &desk)
        let id = admission.identity.tokenID
        #expect(first == nil && verdict == .unauthenticated(.unknown) && id == 0)
        #expect(admission.decision == nil)
    }

    @Test func `a debit that cannot be given back keeps nobody from being refused`() throws {
        for reply in ["-NOSCRIPT x\r\n", "-OOM x\r\n", ":1\r\n"] {
            var desk = try playedDesk()
            var admission = Admission()
            try beginVerified(&admission, &desk)
            let gone = array([nil, nil, nil, nil, nil])
            _ = try answer(gone + goodOrg + goodDebit, &admission, &desk)
            let verdict = try answer(reply, &admission, &desk)
            #expect(verdict == .unauthenticated(.unknown))
        }
    }

    @Test func `a script that stays unknown ends in a fault`() throws {
        var desk = try playedDesk()
        var admission = Admission()
        try beginVerified(&admission, &desk)
        let first = try answer(goodToken + goodOrg + "-NOSCRIPT x\r\n", &admission, &desk)
        var verdict = first
        var answers = 1
        while verdict == nil, answers < 20 {
            verdict = try answer("-NOSCRIPT x\r\n", &admission, &desk)
            answers += 1
        }
        #expect(first == nil && verdict == .redisFault(.unexpectedReply) && answers <= 6)
    }

    @Test func `two requests of one token may be under way while it changes its organization`()
        throws
    {
        var desk = try playedDesk()
        var first = Admission()
        var second = Admission()
        try beginVerified(&first, &desk)
        _ = begin(&second, &desk, tag: 2)
        let moved = array([hex(of: "s"), "other", nil, nil, nil])
        let bytes = Array(((moved + goodOrg + goodDebit) + (moved + goodOrg + goodDebit)).utf8)
        try desk.link.receive(bytes.span)
        desk.link.pipeline.output.removeAll()
        var verdicts: [Verdict] = []
        while let tag = try desk.link.next() {
            let verdict =
                tag == 1
                ? first.receive(desk: &desk, now: now) : second.receive(desk: &desk, now: now)
            if let verdict { verdicts.append(verdict) }
        }
        // Neither is content with the other organization's record and debit: both debits are given
        // back, and then the right organization is asked.
        let returns = desk.link.pipeline.output.span.toString()
        #expect(verdicts.isEmpty)
        #expect(returns.split(separator: "b:quota:acme:messages").count == 3)
        let returned = Array("*3\r\n:0\r\n:1\r\n:1\r\n*3\r\n:0\r\n:1\r\n:1\r\n".utf8)
        try desk.link.receive(returned.span)
        desk.link.pipeline.output.removeAll()
        while let tag = try desk.link.next() {
            let verdict =
                tag == 1
                ? first.receive(desk: &desk, now: now) : second.receive(desk: &desk, now: now)
            if let verdict { verdicts.append(verdict) }
        }
        let commands = desk.link.pipeline.output.span.toString()
        #expect(verdicts.isEmpty)
        #expect(commands.split(separator: "b:quota:other:messages").count == 3)
    }

    @Test func `without a link nothing is written and the fault says so`() throws {
        var desk = newDesk(limits: ["messages": "60/60:5"])
        var admission = Admission()
        let verdict = begin(&admission, &desk)
        let written = desk.link.pipeline.output.count
        #expect(verdict == .redisFault(.unavailable) && written == 0)
    }

    @Test(arguments: [(-1, true), (0, true), (1, false)])
    func `no more requests wait than the bound`(beyond: Int, isSent: Bool) throws {
        var desk = try playedDesk()
        var admission = Admission()
        for tag in 1..<(Bounds.redisInFlightMax + beyond) {
            admission.reset()
            _ = begin(&admission, &desk, tag: UInt64(tag))
        }
        let verdict = begin(&admission, &desk)
        #expect(verdict == (isSent ? nil : .redisFault(.overloaded)))
    }

    @Test func `a Redis that stops answering is given up in time`() throws {
        var gate = try Gate()
        try gate.store(token: 7, secret: "s")
        _ = try gate.admit("Bearer 7|s")
        gate.server.freeze()
        let header = literalBytes("Bearer 7|s")
        let waiting = gate.admission.begin(
            authorization: header, limitIndex: 0, client: .unknown, tag: 5, desk: &gate.desk,
            now: Moment(milliseconds: 1_000, unixSeconds: 1_000))
        let early = gate.desk.link.poll(nowMilliseconds: 1_249)
        let due = gate.desk.link.poll(nowMilliseconds: 1_250)
        #expect(waiting == nil && early == .none && due == .disconnect(.timedOut))
        gate.desk.link.lost(nowMilliseconds: 1_250)
        let tag = gate.desk.link.pipeline.popFailed()
        let verdict = gate.admission.fail(.timedOut)
        #expect(tag == 5 && verdict == .redisFault(.timedOut))
        gate.server.thaw()
        gate.connection = try gate.server.connect(&gate.desk.link, nowMilliseconds: 2_000)
        let after = try gate.admit("Bearer 7|s")
        #expect(after == .admitted && gate.roundTrips == 1)
    }
}
