import Bytes
import Crypto
import Glibc
import Identity
import Quota
import Redis
import RedisServer
import Testing

/// The exchange of codes before a real Redis.
@Suite struct CodeExchangeTests {
    /// One exchange at a time, with a link of its own; several share a server.
    private struct Booth: ~Copyable {
        let server: RedisServer
        var connection: RedisConnection
        var desk: AdmissionDesk
        var exchange = CodeExchange()
        let codes = CodeExchange.Desk(
            firstScript: AdmissionDesk.codeScripts, prefix: Array("b:".utf8), nobody: 9)

        init(_ shared: RedisServer? = nil) throws {
            let server = try shared ?? RedisServer()
            var desk = newDesk(limits: [:], failedBurst: 1_000)
            let connection: RedisConnection
            do {
                connection = try server.connect(&desk.link)
            } catch {
                throw error
            }
            self.server = server
            self.connection = connection
            self.desk = desk
        }

        mutating func begin(
            _ code: String, _ redirect: String, _ verifier: String
        ) -> CodeVerdict? {
            let (code, redirect) = (Array(code.utf8), Array(redirect.utf8))
            let verifier = Array(verifier.utf8)
            return exchange.begin(
                code: code.span, redirect: redirect.span, verifier: verifier.span,
                client: .unknown, tag: 7, desk: codes, link: &desk.link, failed: desk.failed,
                nowMilliseconds: 0)
        }

        /// One round trip. Nil when another follows.
        mutating func step() throws -> CodeVerdict? {
            guard connection.send(&desk.link.pipeline) else { throw RedisFault.closed }
            var verdict: CodeVerdict?
            let bytes = connection.receive()
            guard !bytes.isEmpty else { throw RedisFault.closed }
            try desk.link.receive(bytes.span)
            while let tag = try desk.link.next() {
                guard tag == 7 else { continue }
                verdict = exchange.receive(
                    desk: codes, link: &desk.link, failed: &desk.failed, nowMilliseconds: 0)
            }
            return verdict
        }

        mutating func redeem(
            _ code: String, _ redirect: String = "https://a.test/cb", verifier: String = ""
        ) throws -> CodeVerdict {
            var verdict = begin(code, redirect, verifier)
            while verdict == nil { verdict = try step() }
            return verdict ?? .redisFault(.closed)
        }

        var tokenID: Int { exchange.token?.id ?? 0 }

        /// Whether the token of the last exchange is in Redis, and good.
        func isGood(_ id: Int) throws -> Bool {
            try server.run(["HGET", "b:token:\(id)", "org"]) == "acme"
        }
    }

    private func issue(
        _ server: RedisServer, _ code: String, fields: [String] = [], seconds: Int = 300
    ) throws {
        let start = Int(Glibc.time(nil))
        try server.run(
            [
                "HSET", "b:code:\(hex(of: code))", "redirect_uri", "https://a.test/cb", "org",
                "acme", "user", "42", "abilities", #"["read","send"]"#, "name", "crm",
                "expires_at", "\(start + seconds)",
            ] + fields)
    }

    /// How many keys match.
    private func keys(_ pattern: String, in server: RedisServer) throws -> Int? {
        Int(try server.run(["EVAL", "return #redis.call('KEYS', ARGV[1])", "0", pattern]))
    }

    @Test func `a code becomes a token that is good, and told of`() throws {
        var booth = try Booth()
        try issue(booth.server, "c0de")
        let verdict = try booth.redeem("c0de")
        let id = booth.tokenID
        let abilities = booth.exchange.identity.abilities.toString()
        #expect(verdict == .issued && abilities == #"["read","send"]"#)
        #expect(id >= 1_000_000_000_000)
        let server = booth.server
        let key = "b:token:\(id)"
        #expect(try booth.isGood(id))
        #expect(try server.run(["HGET", key, "user"]) == "42")
        #expect(try server.run(["HGET", key, "name"]) == "crm")
        #expect(try server.run(["TTL", key]) == "-1")
        let hash = try server.run(["HGET", key, "hash"])
        #expect(try server.run(["GET", "b:token-hash:\(hash)"]) == "\(id)")
        #expect(try server.run(["HGET", "b:code:\(hex(of: "c0de"))", "token_id"]) == "\(id)")
        #expect(try server.run(["XLEN", "b:events"]) == "1")
        let ttl = Int(try server.run(["TTL", "b:code:\(hex(of: "c0de"))"])) ?? 0
        #expect((86_000...86_400).contains(ttl))
        #expect(try keys("*c0de*", in: server) == 0)
    }

    @Test func `a code works once, and its replay ends the token`() throws {
        var booth = try Booth()
        try issue(booth.server, "c")
        let first = try booth.redeem("c")
        let id = booth.tokenID
        let hash = try booth.server.run(["HGET", "b:token:\(id)", "hash"])
        let second = try booth.redeem("c", "https://elsewhere.test/")
        let isGood = try booth.isGood(id)
        #expect(first == .issued && second == .invalidGrant(isReplay: true) && !isGood)
        // The index goes with the next bytes.
        let third = try booth.redeem("c")
        #expect(third == .invalidGrant(isReplay: true))
        #expect(try booth.server.run(["EXISTS", "b:token-hash:\(hash)"]) == "0")
        #expect(try keys("b:token:*", in: booth.server) == 0)
        // The token's issue and its end: a further replay has nothing to tell.
        #expect(try booth.server.run(["XLEN", "b:events"]) == "2")
    }

    @Test func `another redirect burns the code`() throws {
        for redirect in ["https://a.test/cb/", "https://a.test/CB", "", "https://a.test/cb?x"] {
            var booth = try Booth()
            try issue(booth.server, "c")
            let wrong = try booth.redeem("c", redirect)
            let right = try booth.redeem("c")
            #expect(wrong == .invalidGrant(isReplay: false))
            #expect(right == .invalidGrant(isReplay: true))
            #expect(try keys("b:token*", in: booth.server) == 0)
        }
    }

    @Test func `an unknown code and an expired one leave nothing behind`() throws {
        var booth = try Booth()
        try issue(booth.server, "old", seconds: 0)
        try issue(booth.server, "odd", fields: ["expires_at", "soon"])
        for code in ["new", "old", "odd", ""] {
            let verdict = try booth.redeem(code)
            #expect(verdict == .invalidGrant(isReplay: false))
        }
        #expect(try keys("b:token*", in: booth.server) == 0)
    }

    @Test func `with a challenge the verifier is asked for, and without one there may be none`()
        throws
    {
        // RFC 7636, appendix B.
        let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
        let challenge = ["code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"]
        for (fields, presented, isIssued) in [
            (challenge, verifier, true), (challenge, "", false),
            (challenge, verifier.replacing("d", with: "e"), false), (challenge, "short", false),
            ([], verifier, false), ([], "", true),
        ] {
            var booth = try Booth()
            try issue(booth.server, "c", fields: fields)
            let verdict = try booth.redeem("c", verifier: presented)
            let expected: CodeVerdict = isIssued ? .issued : .invalidGrant(isReplay: false)
            #expect(verdict == expected)
        }
    }

    @Test func `a record that names nobody issues nothing that lives`() throws {
        var booth = try Booth()
        try issue(booth.server, "c", fields: ["org", "a b"])
        let verdict = try booth.redeem("c")
        let id = booth.tokenID
        #expect(verdict == .redisFault(.invalidRecord))
        let ttl = Int(try booth.server.run(["PTTL", "b:token:\(id)"])) ?? 0
        #expect((1...60_000).contains(ttl))
    }

    @Test func `scripts that Redis forgot are sent again`() throws {
        var booth = try Booth()
        try issue(booth.server, "c")
        try booth.server.run(["SCRIPT", "FLUSH"])
        let verdict = try booth.redeem("c")
        let isGood = try booth.isGood(booth.tokenID)
        #expect(verdict == .issued && isGood)
    }

    @Test func `a replay between the steps leaves no token`() throws {
        let server = try RedisServer()
        try issue(server, "c")
        var first = try Booth(server)
        var second = try Booth(server)
        _ = first.begin("c", "https://a.test/cb", "")
        let spent = try first.step()
        let replay = try second.redeem("c")
        let late = try first.step()
        let end = try late ?? first.step()
        #expect(spent == nil && replay == .invalidGrant(isReplay: true))
        #expect(end == .invalidGrant(isReplay: false))
        #expect(try keys("b:token*", in: server) == 0)
    }

    @Test func `a replay is known of until its token is ended`() throws {
        let server = try RedisServer()
        try issue(server, "c")
        var first = try Booth(server)
        var second = try Booth(server)
        _ = try first.redeem("c")
        let id = first.tokenID
        _ = second.begin("c", "https://a.test/cb", "")
        let mayBeReplay = second.exchange.unanswered != nil
        let early = second.exchange.replayedToken
        _ = try second.step()
        let known = second.exchange.replayedToken
        let isStillOpen = second.exchange.unanswered != nil
        #expect(mayBeReplay && early == nil)
        #expect(!isStillOpen && known == id)
    }

    @Test func `an exchange that is cut off leaves a token for a minute at most`() throws {
        let server = try RedisServer()
        try issue(server, "c")
        var first = try Booth(server)
        _ = first.begin("c", "https://a.test/cb", "")
        _ = try first.step()
        // The gateway is gone; nobody confirms.
        let id = first.tokenID
        let isGood = try first.isGood(id)
        let ttl = Int(try server.run(["PTTL", "b:token:\(id)"])) ?? 0
        #expect(!isGood && (1...60_000).contains(ttl))
    }

    @Test func `an exchange that is cut off later leaves no key for ever but a good token's`()
        throws
    {
        let server = try RedisServer()
        try issue(server, "c")
        var first = try Booth(server)
        _ = first.begin("c", "https://a.test/cb", "")
        _ = try first.step()
        let early = try first.step()
        // The gateway is gone between the token's confirmation and its index's.
        let hash = try server.run(["HGET", "b:token:\(first.tokenID)", "hash"])
        let isGood = try first.isGood(first.tokenID)
        let index = "b:token-hash:\(hash)"
        let ttl = Int(try server.run(["PTTL", index])) ?? 0
        #expect(early == nil && isGood && (1...60_000).contains(ttl))
        let late = try first.step()
        #expect(late == .issued)
        #expect(try server.run(["PTTL", index]) == "-1")
    }

    @Test func `a replay before the confirmation leaves nothing for ever, whoever dies then`()
        throws
    {
        let server = try RedisServer()
        try issue(server, "c")
        var first = try Booth(server)
        var second = try Booth(server)
        _ = first.begin("c", "https://a.test/cb", "")
        _ = try first.step()
        _ = try second.redeem("c")
        _ = try first.step()
        // The first gateway is gone: it has found its token ended, and withdraws nothing.
        #expect(try keys("b:token:*", in: server) == 0)
        let lasting = """
            local count = 0
            for _, key in ipairs(redis.call('KEYS', 'b:token*')) do
              if redis.call('PTTL', key) < 0 then count = count + 1 end
            end
            return count
            """
        #expect(try server.run(["EVAL", lasting, "0"]) == "0")
    }

    @Test func `a replay between the confirmation and the index's leaves no token`() throws {
        let server = try RedisServer()
        try issue(server, "c")
        var first = try Booth(server)
        var second = try Booth(server)
        _ = first.begin("c", "https://a.test/cb", "")
        _ = try first.step()
        _ = try first.step()
        // The second replay's bytes carry the first one's last commands.
        for _ in 0..<2 {
            let replay = try second.redeem("c")
            #expect(replay == .invalidGrant(isReplay: true))
        }
        var end: CodeVerdict?
        while end == nil { end = try first.step() }
        #expect(end == .invalidGrant(isReplay: false))
        #expect(try keys("b:token*", in: server) == 0)
    }

    @Test func `who fails too often is throttled before Redis is asked`() throws {
        var booth = try Booth()
        booth.desk.failed = FailedLookups(burst: 2, intervalMilliseconds: 30_000, seed: 1)
        let first = try booth.redeem("x")
        let second = try booth.redeem("y")
        let third = try booth.redeem("z")
        let failed = CodeVerdict.invalidGrant(isReplay: false)
        #expect(first == failed && second == failed)
        #expect(third == .throttled(retryAfterSeconds: 30))
    }
}
