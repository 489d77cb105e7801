import Bytes
import Identity
import Testing

private func network(_ bytes: UInt8...) -> ClientNetwork { ClientNetwork(bytes.span) }

@Suite struct FailedLookupsTests {
    private let client = network(192, 0, 2, 1)

    @Test func `a burst of failures is allowed, then one per interval`() {
        var failed = FailedLookups(burst: 3, intervalMilliseconds: 100, seed: 1)
        var waits: [UInt64?] = []
        for _ in 0..<3 {
            waits.append(failed.wait(for: client, nowMilliseconds: 1_000))
            failed.record(client, nowMilliseconds: 1_000)
        }
        waits.append(failed.wait(for: client, nowMilliseconds: 1_000))
        waits.append(failed.wait(for: client, nowMilliseconds: 1_099))
        waits.append(failed.wait(for: client, nowMilliseconds: 1_100))
        failed.record(client, nowMilliseconds: 1_100)
        waits.append(failed.wait(for: client, nowMilliseconds: 1_100))
        waits.append(failed.wait(for: client, nowMilliseconds: 2_000))
        #expect(waits == [nil, nil, nil, 100, 1, nil, 100, nil])
    }

    @Test func `failures that were under way together delay by no more than a burst`() {
        var failed = FailedLookups(burst: 3, intervalMilliseconds: 100, seed: 1)
        for _ in 0..<1_000 { failed.record(client, nowMilliseconds: 1_000) }
        let wait = failed.wait(for: client, nowMilliseconds: 1_000)
        #expect(wait == 100)
    }

    @Test func `an IPv6 network counts as one client, and IPv4 addresses each`() {
        var v6: [UInt8] = [0x20, 0x01, 0x0D, 0xB8, 0, 1, 0, 2, 0, 0, 0, 0, 0, 0, 0, 1]
        let first = ClientNetwork(v6.span)
        v6[15] = 9
        let sameNetwork = ClientNetwork(v6.span)
        v6[7] = 3
        let otherNetwork = ClientNetwork(v6.span)
        let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 192, 0, 2, 1]
        #expect(first == sameNetwork && first != otherNetwork)
        let mappedClient = ClientNetwork(mapped.span)
        #expect(mappedClient == client)
        #expect(network(192, 0, 2, 2) != client)
        #expect(network() == .unknown && client != .unknown)
    }

    @Test func `clients do not share what they owe, and the table stays bounded`() {
        var failed = FailedLookups(burst: 1, intervalMilliseconds: 100, seed: 1, capacity: 64)
        failed.record(client, nowMilliseconds: 0)
        let other = failed.wait(for: network(192, 0, 2, 2), nowMilliseconds: 0)
        for high in 0..<40 {
            for low in 0..<250 {
                let address: [UInt8] = [10, 0, UInt8(high), UInt8(low)]
                failed.record(ClientNetwork(address.span), nowMilliseconds: 1)
            }
        }
        let last = failed.wait(for: network(10, 0, 39, 249), nowMilliseconds: 1)
        #expect(other == nil && last == 100)
    }
}
