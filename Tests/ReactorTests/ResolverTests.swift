import Bytes
import Reactor
import Testing

@Suite struct ResolverTests {
    private typealias Outcome = Result<ResolvedAddresses, DNSError>

    /// Resolves names against the test's own server, all at once, as a worker's loop would.
    private func resolve(
        _ names: [String], held: [SocketAddress] = [], timeoutMilliseconds: Int = 5_000,
        tries: Int = 2, asked: inout [String: Int]
    ) throws -> [Outcome] {
        var server = try NameServer()
        var resolver = try Resolver(
            servers: [server.address], timeoutMilliseconds: timeoutMilliseconds, tries: tries)
        var poller = try Poller(capacity: 4)
        try server.watch(&poller)
        try poller.addLevel(resolver.raw, token: Token(kind: 3))
        for (index, name) in names.enumerated() {
            resolver.resolve(name, port: 8_080, token: UInt64(index), held: held)
        }
        var outcomes: [UInt64: Outcome] = [:]
        while outcomes.count < names.count {
            while let resolution = resolver.next() {
                #expect(outcomes[resolution.token] == nil, "one result per question")
                outcomes[resolution.token] = resolution.result
            }
            if resolver.pendingCount == 0 { continue }
            let timeout = resolver.timeoutMilliseconds() ?? 0
            _ = try poller.wait(timeoutMilliseconds: timeout)
            try server.answer(&poller)
            try resolver.process()
        }
        #expect(resolver.timeoutMilliseconds() == nil)
        asked = server.questions
        return names.indices.compactMap { outcomes[UInt64($0)] }
    }

    private func resolve(_ names: String..., timeoutMilliseconds: Int = 5_000) throws -> [Outcome] {
        var asked: [String: Int] = [:]
        return try resolve(names, timeoutMilliseconds: timeoutMilliseconds, asked: &asked)
    }

    private func success(_ ttlSeconds: Int, _ addresses: String...) -> Outcome {
        .success(
            ResolvedAddresses(
                addresses: addresses.compactMap { SocketAddress($0) }, ttlSeconds: ttlSeconds))
    }

    @Test func `a name has its IPv4 and IPv6 addresses and the smaller time to live`() throws {
        guard case .success(let found) = try resolve("both.test")[0] else {
            Issue.record("not found")
            return
        }
        // Which comes first depends on the machine's routes.
        let expected = ["192.0.2.1:8080", "[2001:db8::1]:8080"].compactMap { SocketAddress($0) }
        #expect(Set(found.addresses) == Set(expected))
        #expect(found.ttlSeconds == 30)
    }

    @Test func `a name with one family is enough, and an address counts once`() throws {
        guard case .success(let found) = try resolve("four.test")[0] else {
            Issue.record("not found")
            return
        }
        let expected = ["192.0.2.1:8080", "192.0.2.2:8080"].compactMap { SocketAddress($0) }
        #expect(Set(found.addresses) == Set(expected))
        #expect(found.addresses.count == 2)
    }

    @Test func `an alias may be kept as long as its own record says`() throws {
        #expect(try resolve("alias.test") == [success(20, "192.0.2.9:8080")])
    }

    @Test func `the reason of a failure is told`() throws {
        let outcomes = try resolve(
            "missing.test", "empty.test", "failing.test", "refused.test", "broken.test")
        #expect(
            outcomes == [
                .failure(.notFound), .failure(.noAddress), .failure(.serverFailure),
                .failure(.serverFailure), .failure(.malformedAnswer),
            ])
        #expect(!DNSError.notFound.isTransient && DNSError.serverFailure.isTransient)
    }

    @Test func `addresses stay while nobody can say whether they have gone`() throws {
        let held = ["192.0.2.1:8080", "[2001:db8::1]:8080"].compactMap { SocketAddress($0) }
        var asked: [String: Int] = [:]
        let outcomes = try resolve(
            ["half.test", "other.test", "six.test", "missing.test", "empty.test", "both.test"],
            held: held, asked: &asked)
        #expect(outcomes[0] == .failure(.serverFailure))
        #expect(outcomes[1] == .failure(.serverFailure))
        #expect(outcomes[2] == success(30, "[2001:db8::1]:8080"))
        #expect(outcomes[3] == .failure(.notFound))
        #expect(outcomes[4] == .failure(.noAddress))
        guard case .success(let both) = outcomes[5] else {
            Issue.record("not found")
            return
        }
        #expect(Set(both.addresses) == Set(held))
        #expect(asked["six.test"] == 3, "IPv4 is asked for again")
        #expect(asked["both.test"] == 2, "nothing is missing")
    }

    @Test func `a silent server is asked as often as told, then given up`() throws {
        var asked: [String: Int] = [:]
        let outcomes = try resolve(
            ["silent.test"], timeoutMilliseconds: 20, tries: 3, asked: &asked)
        #expect(outcomes == [.failure(.timedOut)])
        // Three rounds of two types.
        #expect(asked["silent.test"] == 6)
    }

    @Test func `a lost question is asked again`() throws {
        guard case .success(let found) = try resolve("late.test", timeoutMilliseconds: 50)[0] else {
            Issue.record("not found")
            return
        }
        #expect(found.addresses.count == 2)
    }

    @Test func `noise is no answer`() throws {
        guard case .success(let found) = try resolve("noise.test")[0] else {
            Issue.record("not found")
            return
        }
        #expect(found.addresses.count == 2)
    }

    @Test func `an answer too large for a datagram comes over TCP, up to the bound`() throws {
        guard case .success(let found) = try resolve("large.test")[0] else {
            Issue.record("not found")
            return
        }
        #expect(found.addresses.count == Bounds.addressesPerNameMax)
    }

    @Test func `an address needs no server`() throws {
        let outcomes = try resolve("192.0.2.5", "::1")
        #expect(outcomes == [success(.max, "192.0.2.5:8080"), success(.max, "[::1]:8080")])
    }

    @Test func `localhost is this machine, whatever a server says`() throws {
        var asked: [String: Int] = [:]
        let outcomes = try resolve(["localhost", "api.LocalHost"], asked: &asked)
        let loopback = success(.max, "127.0.0.1:8080", "[::1]:8080")
        #expect(outcomes == [loopback, loopback])
        #expect(asked == [:])
    }

    @Test(arguments: ["", "a..b", "a\0b", String(repeating: "x", count: 64) + ".test"])
    func `what is no domain name is refused without asking`(name: String) throws {
        var asked: [String: Int] = [:]
        #expect(try resolve([name], asked: &asked) == [.failure(.badName)])
        #expect(asked == [:])
    }

    @Test func `a name may have 253 bytes`() throws {
        let label = String(repeating: "x", count: 62) + "."
        let longest = label + label + label + label + "x"
        var asked: [String: Int] = [:]
        let names = [longest, String(longest.dropFirst()), "x" + longest]
        #expect(longest.utf8.count == 253)
        let outcomes = try resolve(names, asked: &asked)
        let missing = Result<ResolvedAddresses, DNSError>.failure(.notFound)
        #expect(outcomes == [missing, missing, .failure(.badName)])
    }

    @Test func `many questions at once get one result each`() throws {
        let names = (0..<50).map { $0 % 2 == 0 ? "both.test" : "missing.test" }
        var asked: [String: Int] = [:]
        let outcomes = try resolve(names, asked: &asked)
        #expect(outcomes.count == 50)
        for (index, outcome) in outcomes.enumerated() {
            #expect((outcome == .failure(.notFound)) == (index % 2 == 1))
        }
    }

    @Test func `a resolver may end with questions open`() throws {
        let server = try NameServer()
        var resolver = try Resolver(servers: [server.address])
        resolver.resolve("silent.test", port: 1, token: 1)
        #expect(resolver.pendingCount == 1)
        let timeout = resolver.timeoutMilliseconds()
        #expect(timeout.map { (1...1_000).contains($0) } == true)
    }

    @Test func `a resolver without servers takes the system's`() {
        #expect(throws: Never.self) { _ = try Resolver(servers: []) }
    }
}
