import Bytes

/// Embed keys that a worker has unsealed: a few, so that minting needs no further round trip. They
/// are forgotten after `Bounds.embedKeySeconds`, the longest that a retired key signs or verifies
/// on. They never leave the process.
package struct EmbedKeyCache: ~Copyable {
    private struct Entry {
        let key: EmbedKey
        let endsAt: Int
    }

    private var entries: [Entry] = []

    package init() {}

    /// The key of an organization, nil when it is not known (any more).
    package func find(org: Span<UInt8>, kid: Span<UInt8>, unixSeconds: Int) -> EmbedKey? {
        for entry in entries
        where entry.endsAt > unixSeconds && entry.key.kid.span.equals(kid)
            && entry.key.org.span.equals(org)
        {
            return entry.key
        }
        return nil
    }

    /// Remembers a key; beyond the bound the oldest is forgotten.
    package mutating func remember(_ key: EmbedKey, unixSeconds: Int) {
        entries.removeAll { entry in
            entry.endsAt <= unixSeconds || entry.key.kid == key.kid && entry.key.org == key.org
        }
        if entries.count >= Bounds.embedKeysCached { entries.removeFirst() }
        entries.append(Entry(key: key, endsAt: unixSeconds + Bounds.embedKeySeconds))
    }
}
