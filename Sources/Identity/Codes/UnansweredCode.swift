import Bytes
import Crypto
package import Redis

/// A code that was presented and of which Redis' answer is late, or lost with the link.
package struct UnansweredCode: Sendable {
    let code: SHA256Digest
    /// The id that it was to be spent on.
    private let reserved: Int
    /// Replies that are still to come, the redemption's last.
    package var repliesDue: Int
    /// Unix seconds before which the code must have been used to have been replayed. Without this,
    /// a client that tried again elsewhere, after an attempt that Redis never saw, would lose the
    /// token that it got.
    package var latestUse = 0

    init(code: SHA256Digest, reserved: Int, repliesDue: Int) {
        self.code = code
        self.reserved = reserved
        self.repliesDue = repliesDue
    }

    /// The id of the token that the code had been spent on before, out of the reply to
    /// `CodeStore.writeUse`; nil when it had not.
    package func replayedToken(in reply: borrowing RedisReply) -> Int? {
        guard reply.kind == .array, reply.count == 2,
            let id = reply.element(0).bytes.decimalValue(), id > 0, id != reserved,
            let usedAt = reply.element(1).bytes.decimalValue(), usedAt < latestUse
        else { return nil }
        return id
    }
}
