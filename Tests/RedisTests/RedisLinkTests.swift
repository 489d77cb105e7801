import Bytes
import Redis
import RedisServer
import Testing

private let echo = RedisScript(source: "return ARGV[1]")

private func newLink(
    password: String? = nil, database: Int = 0, scripts: [RedisScript] = [echo]
) -> RedisLink {
    RedisLink(
        credentials: RedisCredentials(
            password: password.map { RedisPassword(Array($0.utf8)) }, database: database),
        scripts: scripts, timeoutMilliseconds: 250, seed: 7)
}

@Suite struct RedisLinkTests {
    @Test func `a link without greeting is ready when connected`() {
        var link = newLink(scripts: [])
        let first = link.poll(nowMilliseconds: 0)
        let isReadyBefore = link.isReady
        link.connected(nowMilliseconds: 1)
        let isReady = link.isReady
        let deadline = link.deadlineMilliseconds
        #expect(first == .connect && !isReadyBefore && isReady && deadline == nil)
    }

    @Test func `pauses grow up to the bound and start small again`() {
        var link = newLink(scripts: [])
        var now: UInt64 = 0
        var pauses: [UInt64] = []
        for _ in 0..<12 {
            let action = link.poll(nowMilliseconds: now)
            #expect(action == .connect)
            link.lost(nowMilliseconds: now)
            let due = link.deadlineMilliseconds ?? 0
            pauses.append(due - now)
            let early = link.poll(nowMilliseconds: due - 1)
            #expect(early == .none)
            now = due
        }
        #expect((15...20).contains(pauses[0]))
        #expect(pauses.max() ?? 0 <= Bounds.redisRetryMillisecondsMax && pauses[11] >= 750)
        _ = link.poll(nowMilliseconds: now)
        link.connected(nowMilliseconds: now)
        link.lost(nowMilliseconds: now)
        let short = (link.deadlineMilliseconds ?? 0) - now
        #expect(short <= 20)
    }

    @Test(arguments: [(249, false), (250, true), (251, true)])
    func `an answer is late at the time limit`(age: UInt64, isLate: Bool) {
        var link = newLink(scripts: [])
        _ = link.poll(nowMilliseconds: 0)
        link.connected(nowMilliseconds: 0)
        link.pipeline.expect(1, nowMilliseconds: 1_000)
        let due = link.poll(nowMilliseconds: 1_000 + age)
        #expect(due == (isLate ? .disconnect(.timedOut) : .none))
    }

    @Test func `connecting and greeting are bounded`() {
        var link = newLink()
        _ = link.poll(nowMilliseconds: 0)
        let connecting = link.poll(nowMilliseconds: Bounds.redisConnectMilliseconds)
        link.connected(nowMilliseconds: 0)
        let greeting = link.poll(nowMilliseconds: Bounds.redisConnectMilliseconds)
        link.lost(nowMilliseconds: 0)
        #expect(connecting == .disconnect(.timedOut) && greeting == .disconnect(.timedOut))
        let inFlight = link.pipeline.inFlight
        let toSend = link.pipeline.output.count
        #expect(inFlight == 0 && toSend == 0)
    }

    @Test func `a greeting logs in, selects the database and learns the scripts`() throws {
        let server = try RedisServer(arguments: ["--requirepass", "pw"])
        var link = newLink(password: "pw", database: 3)
        let connection = try server.connect(&link)
        let isReady = link.isReady
        #expect(isReady)
        link.pipeline.begin(script: link.scripts[0], keys: 0, arguments: 1)
        link.pipeline.argument("hello")
        let command = link.pipeline.output.span.toString()
        let reply = try connection.exchange(&link)
        #expect(command.contains("EVALSHA") && reply == ["hello"])
        let info = try server.run(["AUTH", "pw"], ["CLIENT", "LIST"])
        #expect(info.contains("db=3"))
    }

    @Test func `a wrong password is a fault of its own`() throws {
        let server = try RedisServer(arguments: ["--requirepass", "pw"])
        var link = newLink(password: "other")
        var fault: RedisFault?
        do {
            _ = try server.connect(&link)
        } catch {
            fault = error as? RedisFault
        }
        let isReady = link.isReady
        #expect(fault == .refused(.wrongPass) && !isReady)
    }

    @Test func `a script that Redis forgot is sent in full`() throws {
        let server = try RedisServer()
        var link = newLink()
        let connection = try server.connect(&link)
        _ = try server.run(["SCRIPT", "FLUSH"])
        link.pipeline.begin(script: link.scripts[0], keys: 0, arguments: 1)
        link.pipeline.argument("a")
        let forgotten = try connection.exchange(&link)
        link.pipeline.begin(script: link.scripts[0], keys: 0, arguments: 1, inFull: true)
        link.pipeline.argument("b")
        let full = try connection.exchange(&link)
        link.pipeline.begin(script: link.scripts[0], keys: 0, arguments: 1)
        link.pipeline.argument("c")
        let known = try connection.exchange(&link)
        #expect(forgotten[0].hasPrefix("(error) NOSCRIPT") && full == ["b"] && known == ["c"])
    }

    @Test func `service returns when Redis returns`() throws {
        let server = try RedisServer()
        var link = newLink()
        let first = try server.connect(&link)
        server.stop()
        link.pipeline.begin(1)
        link.pipeline.argument("PING")
        let answer = try? first.exchange(&link)
        link.lost(nowMilliseconds: 0)
        let waiting = link.pipeline.popFailed()
        let isReady = link.isReady
        #expect(answer == nil && waiting == 1 && !isReady)
        try server.start()
        let second = try server.connect(&link, nowMilliseconds: 5_000)
        link.pipeline.begin(1)
        link.pipeline.argument("PING")
        let reply = try second.exchange(&link)
        let connections = link.connections
        #expect(reply == ["PONG"] && connections == 2)
    }
}
