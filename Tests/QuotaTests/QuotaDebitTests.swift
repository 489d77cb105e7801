import Bytes
import Quota
import Redis
import RedisServer
import Testing

/// SplitMix64: the same numbers for the same seed.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}

/// The gateway's script with Redis' clock replaced by two more keys, so that a test plays time.
private let playedScript = "\(QuotaDebit.script.source)".replacing(
    "redis.call('TIME')", with: "{KEYS[2], KEYS[3]}")

/// Debits at a played time in microseconds: whether it is allowed, and the reply's second number.
private func debit(
    _ connection: RedisConnection, key: String, _ limit: QuotaLimit, at time: Int,
    credit: QuotaDebit.Credit? = nil
) throws -> (isAllowed: Bool, number: Int) {
    var command = [
        "EVAL", playedScript, "3", key, "\(time / 1_000_000)", "\(time % 1_000_000)",
        "\(limit.intervalNanoseconds)", "\(limit.burst)",
    ]
    if let credit {
        command += ["\(credit.nanoseconds)", "\(credit.sinceMicroseconds)"]
    }
    let reply = try connection.run([command])
    let numbers = reply.dropFirst().dropLast().split(separator: ",").compactMap {
        Int($0.drop { $0 == " " })
    }
    guard numbers.count == 3, numbers[2] == time else { throw RedisFault.unexpectedReply }
    return (numbers[0] == 1, numbers[1])
}

/// What `RedisServer`'s clock would say, in microseconds: keys must not expire while time is
/// played.
private let start = 1_790_000_000_000_000

@Suite struct QuotaDebitTests {
    @Test(arguments: 1...8)
    func `in any window no more is allowed than burst and rate`(seed: UInt64) throws {
        let server = try RedisServer()
        let connection = try RedisConnection(unixPath: server.socketPath)
        var random = Seeded(state: seed)
        for round in 0..<4 {
            // Intervals of minutes, so that Redis' own clock expires nothing meanwhile.
            let requests = Int.random(in: 1...9, using: &random)
            let burst = Int.random(in: 1...12, using: &random)
            let limit = try #require(
                QuotaLimit(
                    requests: requests, periodSeconds: Int.random(in: 600...9_999, using: &random),
                    burst: burst))
            var time = start
            var allowed: [Int] = []
            for _ in 0..<150 {
                // Bursts of requests, then pauses of up to four intervals.
                if Int.random(in: 0..<3, using: &random) == 0 {
                    time += Int.random(in: 0...(limit.intervalNanoseconds / 250), using: &random)
                }
                let result = try debit(connection, key: "k\(round)", limit, at: time)
                let isExpected = expects(limit, at: time, allowed: allowed)
                #expect(result.isAllowed == isExpected)
                if result.isAllowed {
                    allowed.append(time)
                } else {
                    // It says when the next is allowed, to the millisecond, and not before.
                    let wait = result.number * 1_000
                    #expect(expects(limit, at: time + wait, allowed: allowed))
                    #expect(!expects(limit, at: time + max(wait - 1_001, 0), allowed: allowed))
                }
            }
            for (low, first) in allowed.enumerated() {
                for (count, last) in allowed[low...].enumerated() {
                    let earned = (last - first) * 1_000 / limit.intervalNanoseconds
                    #expect(count + 1 <= burst + earned)
                }
            }
            #expect(allowed.count > burst)
        }
    }

    /// GCRA from its definition: whether all requests so far and one more conform.
    private func expects(_ limit: QuotaLimit, at time: Int, allowed: [Int]) -> Bool {
        var arrival = 0
        for earlier in allowed {
            arrival = max(arrival, earlier * 1_000) + limit.intervalNanoseconds
        }
        let tolerance = limit.intervalNanoseconds * (limit.burst - 1)
        return max(arrival, time * 1_000) - time * 1_000 <= tolerance
    }

    @Test(arguments: 1...8)
    func `debits by wrong numbers that are credited let no more through`(seed: UInt64) throws {
        let server = try RedisServer()
        let connection = try RedisConnection(unixPath: server.socketPath)
        var random = Seeded(state: seed)
        let limit = try #require(
            QuotaLimit(
                requests: 1, periodSeconds: Int.random(in: 600...2_000, using: &random),
                burst: Int.random(in: 1...6, using: &random)))
        let wrong = try #require(
            QuotaLimit(
                requests: 1, periodSeconds: Int.random(in: 100...4_000, using: &random),
                burst: Int.random(in: 1...12, using: &random)))
        var time = start
        var allowed: [Int] = []
        // Debits by wrong numbers whose repetition is still to come, as those of other workers.
        var open: [QuotaDebit.Credit] = []
        for _ in 0..<300 {
            time += Int.random(in: 0...(limit.intervalNanoseconds / 1_500), using: &random)
            if Bool.random(using: &random) {
                guard try debit(connection, key: "k", wrong, at: time).isAllowed else { continue }
                open.append(
                    QuotaDebit.Credit(
                        nanoseconds: wrong.intervalNanoseconds, sinceMicroseconds: time))
            } else {
                let credit = open.popLast()
                let result = try debit(connection, key: "k", limit, at: time, credit: credit)
                if result.isAllowed { allowed.append(time) }
            }
        }
        for (low, first) in allowed.enumerated() {
            for (count, last) in allowed[low...].enumerated() {
                let earned = (last - first) * 1_000 / limit.intervalNanoseconds
                #expect(count + 1 <= limit.burst + earned)
            }
        }
        #expect(!allowed.isEmpty)
    }

    @Test func `a credited debit leaves nothing behind, even when the right one is refused`()
        throws
    {
        let server = try RedisServer()
        let connection = try RedisConnection(unixPath: server.socketPath)
        let limit = try #require(QuotaLimit(requests: 1, periodSeconds: 600, burst: 1))
        let wrong = try #require(QuotaLimit(requests: 1, periodSeconds: 60, burst: 30))
        let credit = QuotaDebit.Credit(
            nanoseconds: wrong.intervalNanoseconds, sinceMicroseconds: start)
        var results: [Bool] = []
        for _ in 0..<2 {
            results.append(try debit(connection, key: "k", wrong, at: start).isAllowed)
            results.append(
                try debit(connection, key: "k", limit, at: start, credit: credit).isAllowed)
        }
        let debt = try connection.run([["HGET", "k", "debt"]])
        #expect(results == [true, true, true, false] && debt == "600000000000")
    }

    @Test func `clients on several connections together stay within the limit`() throws {
        let server = try RedisServer()
        let limit = try #require(QuotaLimit(requests: 100, periodSeconds: 1, burst: 10))
        var connections: [RedisConnection] = []
        for _ in 0..<4 { connections.append(try RedisConnection(unixPath: server.socketPath)) }
        let command = [
            "EVAL", "\(QuotaDebit.script.source)", "1", "k", "\(limit.intervalNanoseconds)",
            "\(limit.burst)",
        ]
        let commands = [[String]](repeating: command, count: 25)
        var allowed = 0
        let clock = ContinuousClock()
        let before = clock.now
        for _ in 0..<10 {
            // All four have their debits under way before the first answer is read.
            for connection in connections { try connection.begin(commands) }
            for connection in connections {
                try connection.finish { if $0.hasPrefix("[1,") { allowed += 1 } }
            }
        }
        let earned = (clock.now - before) / Duration.milliseconds(10)
        #expect(allowed >= 10 && Double(allowed) <= 10 + earned)
    }

    @Test func `a clock that jumps back pays nothing off and blocks for a burst at most`() throws {
        let server = try RedisServer()
        let connection = try RedisConnection(unixPath: server.socketPath)
        let limit = try #require(QuotaLimit(requests: 1, periodSeconds: 600, burst: 2))
        let interval = 600_000_000
        let hour = 3_600_000_000
        var results: [Bool] = []
        for time in [
            start, start, start, start - hour, start - hour + interval - 1,
            start - hour + interval, start - hour + interval,
        ] {
            results.append(try debit(connection, key: "k", limit, at: time).isAllowed)
        }
        #expect(results == [true, true, false, false, false, true, false])
    }

    @Test func `a key lives until its debt is paid`() throws {
        let server = try RedisServer()
        let result = try server.run(
            ["EVAL", "\(QuotaDebit.script.source)", "1", "k", "60000000000", "5"],
            ["PTTL", "k"])
        let milliseconds = try #require(Int(result))
        #expect((59_000...60_001).contains(milliseconds))
    }

    @Test func `numbers stay exact at the largest limit`() throws {
        let server = try RedisServer()
        let connection = try RedisConnection(unixPath: server.socketPath)
        let limit = try #require(
            QuotaLimit(requests: 3, periodSeconds: 2_678_400, burst: 10))
        var results: [Bool] = []
        for _ in 0..<11 {
            results.append(try debit(connection, key: "k", limit, at: start).isAllowed)
        }
        let next = start + (limit.intervalNanoseconds + 999) / 1_000
        let early = try debit(connection, key: "k", limit, at: next - 1).isAllowed
        let due = try debit(connection, key: "k", limit, at: next).isAllowed
        #expect(results.filter(\.self).count == 10 && !results[10] && !early && due)
    }

    @Test(arguments: [
        ("*3\r\n:1\r\n:4\r\n:9\r\n", true, 4, 0), ("*3\r\n:1\r\n:99\r\n:9\r\n", true, 5, 0),
        ("*3\r\n:0\r\n:1\r\n:9\r\n", false, 0, 1), ("*3\r\n:0\r\n:999\r\n:9\r\n", false, 0, 1),
        ("*3\r\n:0\r\n:1000\r\n:9\r\n", false, 0, 1), ("*3\r\n:0\r\n:1001\r\n:9\r\n", false, 0, 2),
        ("*3\r\n:0\r\n:-5\r\n:9\r\n", false, 0, 0),
    ])
    func `a reply becomes Laravel's numbers`(
        wire: String, isAllowed: Bool, remaining: Int, retryAfter: Int
    ) throws {
        var pipeline = RedisPipeline(capacity: 1)
        pipeline.expect(1, nowMilliseconds: 0)
        let bytes = Array(wire.utf8)
        try pipeline.receive(bytes.span)
        _ = try pipeline.next()
        let limit = try #require(QuotaLimit(requests: 60, periodSeconds: 60, burst: 5))
        let decision = try QuotaDebit.decision(
            in: pipeline.reply, limit: limit, unixSeconds: 1_000)
        #expect(
            decision
                == QuotaDecision(
                    isAllowed: isAllowed, limit: 5, remaining: remaining,
                    retryAfterSeconds: retryAfter, unixSeconds: 1_000))
        #expect(decision.resetUnix == 1_000 + retryAfter)
    }
}
