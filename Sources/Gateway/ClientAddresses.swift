import Bytes
import Reactor

/// How many connections each client has open at one worker, by what it counts as: its IPv4 address,
/// or its IPv6 /64. No entry outlives its last connection, so there are never more than
/// connections; the dictionary's hashing is seeded, so that nobody can choose colliding addresses.
struct ClientAddresses {
    private var counts: [IPAddress: Int] = [:]

    /// Counts a connection, unless its client has `most` already.
    mutating func admit(_ client: IPAddress, most: Int) -> Bool {
        let count = counts[client.subscriber, default: 0]
        guard count < most else { return false }
        counts[client.subscriber] = count + 1
        return true
    }

    /// A connection that was counted is over.
    mutating func leave(_ client: IPAddress) {
        guard let count = counts[client.subscriber] else { return }
        counts[client.subscriber] = count > 1 ? count - 1 : nil
    }
}
