import Bytes

/// Embed keys that a worker has unsealed: a few, so that minting and verifying need no further
/// round trip. They are trusted for `Bounds.embedKeySeconds`, the longest that a retired key signs
/// or verifies on; after that only the name counts, as one that was known. They never leave the
/// process. Beside them stand the pairs of organization and kid that were asked for in vain.
package struct EmbedKeyCache: ~Copyable {
    /// What is known of a pair of organization and kid.
    package enum State: Equatable, Sendable {
        /// The key is in this slot, valid until the cache is changed.
        case fresh(slot: Int)
        /// There was such a key; whether it is still good must be asked.
        case stale
        /// There was none a moment ago.
        case absent
        case unknown
    }

    private struct Entry {
        let key: EmbedKey
        let readAt: Int
        /// What overrides the limits of the key's organization, as it was read last.
        var notes: [TokenNote] = []
    }

    private var entries: [Entry] = []
    private var absent = AbsentEmbedKeys()

    package init() {}

    /// The key of an organization, nil when it is not known (any more).
    package func find(org: Span<UInt8>, kid: Span<UInt8>, unixSeconds: Int) -> EmbedKey? {
        guard case .fresh(let slot) = state(org: org, kid: kid, unixSeconds: unixSeconds) else {
            return nil
        }
        return entries[slot].key
    }

    /// What is known of a pair. Allocates nothing.
    package func state(org: Span<UInt8>, kid: Span<UInt8>, unixSeconds: Int) -> State {
        if let slot = slot(org, kid) {
            // A clock that was set back must not prolong a key's time.
            let age = unixSeconds - entries[slot].readAt
            return age >= 0 && age < Bounds.embedKeySeconds ? .fresh(slot: slot) : .stale
        }
        return absent.contains(org: org, kid: kid, unixSeconds: unixSeconds) ? .absent : .unknown
    }

    /// The key in a slot that `state` named.
    package func key(in slot: Int) -> EmbedKey { entries[slot].key }

    /// Remembers a key that was just read; beyond the bound the oldest is forgotten.
    package mutating func remember(_ key: EmbedKey, unixSeconds: Int) {
        absent.forget(org: key.org.span, kid: key.kid.span)
        var entry = Entry(key: key, readAt: unixSeconds)
        if let slot = slot(key.org.span, key.kid.span) {
            entry.notes = entries[slot].notes
            entries[slot] = entry
            return
        }
        if entries.count >= Bounds.embedKeysCached, let oldest = oldest() {
            entries.remove(at: oldest)
        }
        entries.append(entry)
    }

    /// Remembers that there is no such key, for `Bounds.embedKeyAbsentSeconds`.
    package mutating func rememberAbsence(
        org: Span<UInt8>, kid: Span<UInt8>, unixSeconds: Int
    ) {
        if let slot = slot(org, kid) { entries.remove(at: slot) }
        absent.remember(org: org, kid: kid, unixSeconds: unixSeconds)
    }

    /// What was noted for an organization's limit of this index; both numbers 0 when nothing was.
    package func note(org: Span<UInt8>, limit: Int) -> TokenNote {
        for slot in entries.indices
        where entries[slot].notes.count > limit && entries[slot].key.belongs(to: org) {
            return entries[slot].notes[limit]
        }
        return TokenNote()
    }

    /// Notes what overrides an organization's limit, beside each key of its.
    package mutating func note(_ note: TokenNote, org: Span<UInt8>, limit: Int) {
        guard limit < Bounds.limitsRememberedMax else { return }
        for slot in entries.indices where entries[slot].key.belongs(to: org) {
            if entries[slot].notes.isEmpty {
                entries[slot].notes = Array(
                    repeating: TokenNote(), count: Bounds.limitsRememberedMax)
            }
            entries[slot].notes[limit] = note
        }
    }

    private func slot(_ org: Span<UInt8>, _ kid: Span<UInt8>) -> Int? {
        for slot in entries.indices
        where entries[slot].key.isNamed(kid) && entries[slot].key.belongs(to: org) { return slot }
        return nil
    }

    private func oldest() -> Int? {
        entries.indices.min { entries[$0].readAt < entries[$1].readAt }
    }
}
