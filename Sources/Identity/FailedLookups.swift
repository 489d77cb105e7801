import Bytes

/// Names a client for counting: an IPv4 address, or an IPv6 network of 64 bits, which is what one
/// subscriber gets and can choose addresses from.
package struct ClientNetwork: Equatable, Hashable, Sendable {
    let high: UInt64
    let low: UInt64

    /// The network of an address in network byte order: 4 bytes, or 16; anything else (a unix
    /// socket's peer) is `unknown`. An IPv4-mapped address (RFC 4291 §2.5.5.2) is IPv4.
    package init(_ address: Span<UInt8>) {
        switch address.count {
        case 4: self.init(v4: address)
        case 16:
            var high: UInt64 = 0
            for index in 0..<8 { high = high << 8 | UInt64(address[index]) }
            let middle = address.extracting(8..<12)
            if high == 0, middle[0] == 0, middle[1] == 0, middle[2] == 0xFF, middle[3] == 0xFF {
                self.init(v4: address.extracting(12..<16))
            } else {
                self.init(high: high, low: 0)
            }
        default:
            self = .unknown
        }
    }

    /// Peers without an address, all together.
    package static var unknown: ClientNetwork { ClientNetwork(high: 0, low: 1) }

    /// The network that an address counts as, by its first and last 64 bits.
    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    private init(v4 address: Span<UInt8>) {
        var value: UInt64 = 0
        for index in 0..<4 { value = value << 8 | UInt64(address[index]) }
        self.init(high: 0, low: 0xFFFF_0000_0000 | value)
    }
}

/// Counts look-ups that failed, per client: who guesses tokens is refused before Redis is asked.
/// GCRA, per worker: `burst` failures at once, then one per `interval`. A worker with N siblings
/// lets through at most N times as much.
///
/// A set-associative table of fixed size. In a full set the client with the least debt is
/// forgotten, which an attacker with very many addresses can bring about; each of them still has
/// its own burst.
package struct FailedLookups: ~Copyable {
    private static let ways = 4

    private struct Entry {
        var client = ClientNetwork.unknown
        /// GCRA's theoretical arrival time, in milliseconds of the monotonic clock.
        var paidUntil: UInt64 = 0
    }

    /// Failures at once.
    package let burst: Int
    /// Milliseconds in which one failure is forgiven.
    package let intervalMilliseconds: UInt64
    private var entries: [Entry]
    private let setMask: Int
    private let seed: UInt64

    /// `seed` is secret: it decides which clients share a set.
    package init(
        burst: Int, intervalMilliseconds: Int, seed: UInt64,
        capacity: Int = Bounds.failedAddressesMax
    ) {
        precondition(capacity >= Self.ways && capacity & (capacity - 1) == 0)
        self.burst = max(burst, 1)
        self.intervalMilliseconds = UInt64(max(intervalMilliseconds, 1))
        self.seed = seed
        entries = Array(repeating: Entry(), count: capacity)
        setMask = capacity / Self.ways - 1
    }

    /// Milliseconds until this client may look up another unknown token; nil when it may now.
    package func wait(for client: ClientNetwork, nowMilliseconds now: UInt64) -> UInt64? {
        guard let slot = slot(of: client) else { return nil }
        let debt = entries[slot].paidUntil > now ? entries[slot].paidUntil - now : 0
        let tolerated = UInt64(burst - 1) * intervalMilliseconds
        return debt > tolerated ? debt - tolerated : nil
    }

    /// Counts a failure.
    package mutating func record(_ client: ClientNetwork, nowMilliseconds now: UInt64) {
        let slot = slot(of: client) ?? victim(of: client)
        let paidUntil = entries[slot].client == client ? max(entries[slot].paidUntil, now) : now
        // Requests that were under way together may exceed the burst; the debt does not, so that
        // nobody waits longer than one full burst.
        let most = now + UInt64(burst) * intervalMilliseconds
        entries[slot] = Entry(
            client: client, paidUntil: min(paidUntil + intervalMilliseconds, most))
    }

    private func firstSlot(of client: ClientNetwork) -> Int {
        var hash = client.high ^ seed
        hash = (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
        hash ^= client.low
        hash = (hash ^ hash >> 29) &* 0xBF58_476D_1CE4_E5B9
        return Int(truncatingIfNeeded: hash >> 32) & setMask * Self.ways
    }

    private func slot(of client: ClientNetwork) -> Int? {
        let first = firstSlot(of: client)
        for slot in first..<(first + Self.ways)
        where entries[slot].client == client && entries[slot].paidUntil > 0 {
            return slot
        }
        return nil
    }

    private func victim(of client: ClientNetwork) -> Int {
        let first = firstSlot(of: client)
        var least = first
        for slot in first..<(first + Self.ways)
        where entries[slot].paidUntil < entries[least].paidUntil { least = slot }
        return least
    }
}
