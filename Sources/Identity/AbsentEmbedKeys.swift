import Bytes
import Crypto

/// Pairs of organization and kid for which Redis had no key: for a moment nobody asks again, so
/// that tokens that name keys at random cost Redis nothing. A table of fixed size in which a pair
/// takes another's place; pairs are compared by their digests, which nobody can make collide.
struct AbsentEmbedKeys: ~Copyable {
    private struct Entry {
        var digest = SHA256Digest.zero
        var askedAt = 0
    }

    /// Empty until the first pair comes.
    private var entries: [Entry] = []

    /// Whether there was no such key less than `Bounds.embedKeyAbsentSeconds` ago.
    func contains(org: Span<UInt8>, kid: Span<UInt8>, unixSeconds: Int) -> Bool {
        guard !entries.isEmpty else { return false }
        let digest = Self.digest(org, kid)
        let entry = entries[Self.slot(digest)]
        let age = unixSeconds - entry.askedAt
        return entry.digest == digest && age >= 0 && age < Bounds.embedKeyAbsentSeconds
    }

    /// Remembers a pair.
    mutating func remember(org: Span<UInt8>, kid: Span<UInt8>, unixSeconds: Int) {
        if entries.isEmpty {
            entries = Array(repeating: Entry(), count: Bounds.embedKeysAbsentMax)
        }
        let digest = Self.digest(org, kid)
        entries[Self.slot(digest)] = Entry(digest: digest, askedAt: unixSeconds)
    }

    /// Forgets a pair: now there is a key.
    mutating func forget(org: Span<UInt8>, kid: Span<UInt8>) {
        guard !entries.isEmpty else { return }
        let digest = Self.digest(org, kid)
        if entries[Self.slot(digest)].digest == digest { entries[Self.slot(digest)] = Entry() }
    }

    /// A kid holds no colon: the last one parts the two.
    private static func digest(_ org: Span<UInt8>, _ kid: Span<UInt8>) -> SHA256Digest {
        var hash = SHA256()
        hash.update(org)
        hash.update(literalBytes(":"))
        hash.update(kid)
        return hash.finish()
    }

    private static func slot(_ digest: SHA256Digest) -> Int {
        Int(truncatingIfNeeded: digest.prefix) & (Bounds.embedKeysAbsentMax - 1)
    }
}
