package import Bytes

/// What an event is about: a kind that the worker defines, and the handle of a slab slot. It
/// travels through the kernel as epoll's 64 bits of user data: kind (8), index (24), generation
/// (32).
package struct Token: Equatable, Hashable, Sendable {
    /// The 64 bits as epoll carries them.
    package let raw: UInt64

    /// The token that epoll carried.
    package init(raw: UInt64) { self.raw = raw }

    /// A token for the occupant of a slab slot. Traps when the index needs more than 24 bits.
    package init(kind: UInt8, handle: Handle) {
        precondition(handle.index < 1 << 24)
        raw = UInt64(kind) << 56 | UInt64(handle.index) << 32 | UInt64(handle.generation)
    }

    /// A token for something of which there is one, or a row that never changes.
    package init(kind: UInt8, index: Int = 0) {
        self.init(kind: kind, handle: Handle(index: UInt32(index), generation: 0))
    }

    /// What sort of thing the event is about, as the worker numbers them.
    package var kind: UInt8 { UInt8(truncatingIfNeeded: raw >> 56) }
    /// The slab slot.
    package var index: Int { Int(raw >> 32 & 0xFF_FFFF) }
    /// The slot's generation when the token was made.
    package var generation: UInt32 { UInt32(truncatingIfNeeded: raw) }

    /// The slot and generation, for `Slab.isLive`.
    package var handle: Handle { Handle(index: UInt32(index), generation: generation) }
}
