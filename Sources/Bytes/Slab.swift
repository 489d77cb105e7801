/// Names one occupant of a slab slot: events that name an earlier occupant are recognised as stale.
public struct Handle: Equatable, Hashable, Sendable {
    public var index: UInt32
    public var generation: UInt32

    @inlinable public init(index: UInt32, generation: UInt32) {
        self.index = index
        self.generation = generation
    }

    /// A handle that no slab ever gives out.
    @inlinable public static var none: Handle { Handle(index: .max, generation: 0) }
    @inlinable public var isNone: Bool { index == .max }
}

/// A table of reusable slots with stable indices. Values stay in their slot when it is freed, so
/// that the buffers inside them are used again: the slot's user resets it, and a busy worker
/// allocates nothing. Slots are made on demand up to `limit`, in chunks that never move.
@safe
public struct Slab<Element: ~Copyable>: ~Copyable {
    @usableFromInline static var chunkSlots: Int { 64 }

    // SAFETY: each chunk points at `chunkSlots` initialised elements, owned by this value alone.
    @usableFromInline var chunks: [UnsafeMutablePointer<Element>]
    @usableFromInline var generations: [UInt32]
    @usableFromInline var free: [UInt32]
    @usableFromInline let make: (UInt32) -> Element
    public private(set) var limit: Int

    /// A slab of at most `limit` slots; `make` builds the value of a new slot, given its index.
    public init(limit: Int, make: @escaping (UInt32) -> Element) {
        unsafe chunks = []
        generations = []
        free = []
        self.make = make
        self.limit = limit
    }

    deinit {
        for index in unsafe chunks.indices {
            let chunk = unsafe chunks[index]
            unsafe chunk.deinitialize(count: Self.chunkSlots)
            unsafe chunk.deallocate()
        }
    }

    /// Lets more slots be in use from now on; a lower limit changes nothing.
    public mutating func raiseLimit(to higher: Int) {
        guard higher > limit else { return }
        // Those of the last chunk that were beyond the limit.
        for index in limit..<max(min(higher, generations.count), limit) {
            free.append(UInt32(index))
        }
        limit = higher
    }

    /// Slots in use.
    public var count: Int { min(generations.count, limit) - free.count }

    /// Slots made so far; indices are below it.
    @inlinable public var slotCount: Int { generations.count }

    /// Takes a free slot, or nil when `limit` are in use. The slot's value is as its last user left
    /// it.
    public mutating func take() -> Handle? {
        if free.isEmpty {
            guard generations.count < limit else { return nil }
            grow()
        }
        let index = free.removeLast()
        // Odd generations are occupied, even ones free.
        generations[Int(index)] &+= 1
        return Handle(index: index, generation: generations[Int(index)])
    }

    /// Frees a slot; its handle and every event that names it become stale.
    public mutating func free(_ handle: Handle) {
        precondition(isLive(handle))
        generations[Int(handle.index)] &+= 1
        free.append(handle.index)
    }

    /// Whether the handle still names the occupant of its slot.
    @inlinable public func isLive(_ handle: Handle) -> Bool {
        Int(handle.index) < generations.count
            && generations[Int(handle.index)] == handle.generation
    }

    /// The handle of the occupant of slot `index`, nil when the slot is free.
    public func handle(at index: Int) -> Handle? {
        guard index < generations.count, generations[index] & 1 == 1 else { return nil }
        return Handle(index: UInt32(index), generation: generations[index])
    }

    /// The value in a slot. Traps on a slot never made; staleness is the caller's to check.
    @inlinable public subscript(_ handle: Handle) -> Element {
        _read { yield unsafe pointer(handle.index).pointee }
        _modify { yield unsafe &pointer(handle.index).pointee }
    }

    @inlinable func pointer(_ index: UInt32) -> UnsafeMutablePointer<Element> {
        // SAFETY: the array's own bounds check refuses a chunk that was never made.
        unsafe chunks[Int(index) / Self.chunkSlots] + Int(index) % Self.chunkSlots
    }

    private mutating func grow() {
        let first = generations.count
        let chunk = UnsafeMutablePointer<Element>.allocate(capacity: Self.chunkSlots)
        for offset in 0..<Self.chunkSlots {
            // SAFETY: each of the chunk's elements is initialised once.
            unsafe (chunk + offset).initialize(to: make(UInt32(first + offset)))
        }
        unsafe chunks.append(chunk)
        // So that taking and freeing later never allocates.
        free.reserveCapacity(first + Self.chunkSlots)
        for offset in (0..<Self.chunkSlots).reversed() {
            generations.append(0)
            if first + offset < limit { free.append(UInt32(first + offset)) }
        }
    }
}
