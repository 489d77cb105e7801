import Bytes
package import Crypto

/// What a worker remembers of tokens whose secret it has verified against Redis: the digest, and
/// whose they are. It admits nobody by itself: it says whether a debit may travel together with the
/// look-up, so that a stranger who knows only an id cannot drain the organization behind it.
///
/// A set-associative table of fixed size: no allocation after `init`, constant time.
package struct VerifiedTokens: ~Copyable {
    private static let ways = 4

    private struct Entry {
        var id = 0
        var digest = SHA256Digest.zero
        var orgCount: UInt8 = 0
        var usedAt: UInt32 = 0
    }

    private var entries: [Entry]
    /// `Bounds.subjectBytesMax` bytes for each entry's organization.
    private var orgs: [UInt8]
    /// `Bounds.limitsRememberedMax` notes for each entry.
    private var notes: [TokenNote]
    /// The slot last remembered for each remainder of a digest: how tokens without an id are found.
    private var slotsByDigest: [UInt32]
    private let setMask: Int
    private var ticks: UInt32 = 0

    /// A table of `capacity` tokens, a power of two of at least 4.
    package init(capacity: Int = Bounds.verifiedTokensMax) {
        precondition(capacity >= Self.ways && capacity & (capacity - 1) == 0)
        entries = Array(repeating: Entry(), count: capacity)
        orgs = Array(repeating: 0, count: capacity * Bounds.subjectBytesMax)
        notes = Array(
            repeating: TokenNote(), count: capacity * Bounds.limitsRememberedMax)
        slotsByDigest = Array(repeating: 0, count: capacity)
        setMask = capacity / Self.ways - 1
    }

    /// The slot of the token when this very secret was verified last for that id; nil otherwise.
    package mutating func find(id: Int, digest: SHA256Digest) -> Int? {
        guard let slot = slot(of: id), entries[slot].digest == digest else { return nil }
        ticks &+= 1
        entries[slot].usedAt = ticks
        return slot
    }

    /// The slot of the token that this very secret was verified for last, whatever its id.
    package mutating func find(digest: SHA256Digest) -> Int? {
        let slot = Int(slotsByDigest[digestIndex(digest)])
        guard entries[slot].id > 0, entries[slot].digest == digest else { return nil }
        ticks &+= 1
        entries[slot].usedAt = ticks
        return slot
    }

    /// The id of the token in a slot.
    package func id(in slot: Int) -> Int { entries[slot].id }

    /// The organization of the token in a slot.
    @_lifetime(borrow self)
    package func org(in slot: Int) -> Span<UInt8> {
        let start = slot * Bounds.subjectBytesMax
        return orgs.span.extracting(start..<(start + Int(entries[slot].orgCount)))
    }

    /// What was noted beside the token in a slot, for the limit of this index.
    package func note(in slot: Int, limit: Int) -> TokenNote {
        guard limit < Bounds.limitsRememberedMax else { return TokenNote() }
        return notes[slot * Bounds.limitsRememberedMax + limit]
    }

    /// Remembers a token whose secret was just found right, in place of what was known of its id or
    /// of the least recently used in its set. Notes of the same organization are kept.
    package mutating func remember(id: Int, digest: SHA256Digest, org: Span<UInt8>) {
        guard org.count <= Bounds.subjectBytesMax else { return }
        let slot = slot(of: id) ?? victim(of: id)
        let isSameOrg = entries[slot].id == id && self.org(in: slot).equals(org)
        ticks &+= 1
        entries[slot] = Entry(
            id: id, digest: digest, orgCount: UInt8(org.count), usedAt: ticks)
        slotsByDigest[digestIndex(digest)] = UInt32(slot)
        if isSameOrg { return }
        let start = slot * Bounds.subjectBytesMax
        for index in org.indices { orgs[start + index] = org[index] }
        for limit in 0..<Bounds.limitsRememberedMax {
            notes[slot * Bounds.limitsRememberedMax + limit] = TokenNote()
        }
    }

    /// Notes something beside a token that is remembered.
    package mutating func note(_ note: TokenNote, id: Int, limit: Int) {
        guard limit < Bounds.limitsRememberedMax, let slot = slot(of: id) else { return }
        notes[slot * Bounds.limitsRememberedMax + limit] = note
    }

    /// Forgets a token: its record is gone, expired or has another hash.
    package mutating func forget(id: Int) {
        guard let slot = slot(of: id) else { return }
        entries[slot] = Entry()
    }

    // MARK: Sets

    private func firstSlot(of id: Int) -> Int {
        // Ids are sequential; a multiplication by 2^64/φ spreads them over the sets.
        let hash = UInt64(bitPattern: Int64(id)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: hash >> 32) & setMask * Self.ways
    }

    private func digestIndex(_ digest: SHA256Digest) -> Int {
        Int(truncatingIfNeeded: digest.prefix & UInt64(slotsByDigest.count - 1))
    }

    private func slot(of id: Int) -> Int? {
        guard id > 0 else { return nil }
        let first = firstSlot(of: id)
        for slot in first..<(first + Self.ways) where entries[slot].id == id { return slot }
        return nil
    }

    private func victim(of id: Int) -> Int {
        let first = firstSlot(of: id)
        var oldest = first
        for slot in first..<(first + Self.ways) {
            if entries[slot].id == 0 { return slot }
            // Distances from now, so that the counter may wrap.
            if ticks &- entries[slot].usedAt > ticks &- entries[oldest].usedAt { oldest = slot }
        }
        return oldest
    }
}

/// A limit's numbers as an organization's record overrode them when last read; both 0 when it did
/// not.
package struct TokenNote: Equatable, Sendable {
    package var intervalNanoseconds = 0
    package var burst = 0

    package init(intervalNanoseconds: Int = 0, burst: Int = 0) {
        self.intervalNanoseconds = intervalNanoseconds
        self.burst = burst
    }
}
