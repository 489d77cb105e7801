import Bytes
package import Redis

/// When tokens were last used, as a worker notes it until Redis is told: an entry for each token,
/// the latest second of each. What was sent is kept until Redis has taken it.
///
/// Open addressing with linear probing, never more than half full: no allocation after `init`, and
/// a multiplication and a comparison for a token that is noted already.
package struct TokenUses: ~Copyable {
    private struct Entry {
        /// 0: nobody's.
        var id = 0
        var unixSeconds = 0
    }

    private var noted: [Entry]
    private var sent: [Entry]
    /// Tokens that are noted and not sent.
    package private(set) var count = 0
    private let limit: Int
    private let mask: Int

    /// Room for `limit` tokens, a power of two.
    package init(limit: Int = Bounds.tokenUsesMax) {
        precondition(limit > 0 && limit & (limit - 1) == 0)
        self.limit = limit
        mask = 2 * limit - 1
        noted = Array(repeating: Entry(), count: 2 * limit)
        sent = noted
    }

    /// Whether a token that is not noted yet would be forgotten.
    package var isFull: Bool { count == limit }

    /// Whether some were sent and Redis has not said what became of them.
    package private(set) var areSent = false

    /// Notes that a token was used. Of two uses the later stays. Nothing happens when `isFull`.
    package mutating func note(id: Int, unixSeconds: Int) {
        // Ids are sequential; a multiplication by 2^64/φ spreads them.
        let hash = UInt64(bitPattern: Int64(id)) &* 0x9E37_79B9_7F4A_7C15
        var slot = Int(truncatingIfNeeded: hash >> 32) & mask
        while noted[slot].id != id {
            if noted[slot].id == 0 {
                guard id != 0, !isFull else { return }
                count += 1
                noted[slot].id = id
                break
            }
            slot = (slot + 1) & mask
        }
        if noted[slot].unixSeconds < unixSeconds { noted[slot].unixSeconds = unixSeconds }
    }

    /// Writes what is noted, as `HSET <prefix>token-used <id> <unix seconds> …`. Either `confirm`
    /// or `takeBack` must follow before the next time.
    ///
    /// - Returns: how many replies come.
    package mutating func write(
        prefix: Span<UInt8>, into pipeline: inout RedisPipeline
    ) -> Int {
        precondition(!areSent && count > 0)
        var replies = 0
        var rest = count
        for entry in noted where entry.id != 0 {
            if rest == count - replies * Bounds.tokenUsesPerCommand {
                replies += 1
                pipeline.begin(2 + 2 * min(rest, Bounds.tokenUsesPerCommand))
                pipeline.argument("HSET")
                pipeline.argument(prefix, "token-used", literalBytes(""))
            }
            rest -= 1
            pipeline.argument(decimal: entry.id)
            pipeline.argument(decimal: entry.unixSeconds)
        }
        swap(&noted, &sent)
        count = 0
        areSent = true
        return replies
    }

    /// Redis has taken what was sent.
    package mutating func confirm() {
        guard areSent else { return }
        for slot in sent.indices { sent[slot] = Entry() }
        areSent = false
    }

    /// Redis has not taken what was sent: it is noted again, as far as there is room.
    package mutating func takeBack() {
        guard areSent else { return }
        for entry in sent where entry.id != 0 {
            note(id: entry.id, unixSeconds: entry.unixSeconds)
        }
        confirm()
    }
}
