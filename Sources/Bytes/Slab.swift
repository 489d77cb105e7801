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
/// allocates nothing. Slots are made on demand up to `limit`, in chunks that never move; those that
/// are free are given back when their owner asks for it.
@safe
public struct Slab<Element: ~Copyable>: ~Copyable {
    @usableFromInline static var chunkSlots: Int { 64 }
    /// No process has memory there: touching a slot that was given back ends the process, as a trap
    /// does, and costs those in use nothing.
    private static var nowhere: UnsafeMutablePointer<Element> {
        // SAFETY: the number is not 0, and is never followed.
        unsafe UnsafeMutablePointer(bitPattern: 0x7FFF_FFFF_FFF0_0000).unsafelyUnwrapped
    }

    // SAFETY: each chunk points at `chunkSlots` initialised elements, owned by this value alone, or
    // is `nowhere` while it is given back. `generations` and `free` point at room for
    // `numbersCapacity` numbers, of which the first `slotCount` and `freeCount` are initialised;
    // both are owned by this value alone. They are no arrays, since taking and freeing is what each
    // request does several times: an array asks each time whether it has one owner.
    @usableFromInline var chunks: [UnsafeMutablePointer<Element>]
    @usableFromInline var generations: UnsafeMutablePointer<UInt32>
    @usableFromInline var free: UnsafeMutablePointer<UInt32>
    @usableFromInline var freeCount = 0
    private var numbersCapacity = 0
    /// Slots made so far; indices are below it.
    public private(set) var slotCount = 0
    /// Chunks that were given back.
    private var emptied: [Int] = []
    @usableFromInline let make: (UInt32) -> Element
    public private(set) var limit: Int

    /// A slab of at most `limit` slots; `make` builds the value of a new slot, given its index.
    public init(limit: Int, make: @escaping (UInt32) -> Element) {
        unsafe chunks = []
        unsafe generations = .allocate(capacity: 0)
        unsafe free = .allocate(capacity: 0)
        self.make = make
        self.limit = limit
    }

    deinit {
        for index in unsafe chunks.indices {
            let chunk = unsafe chunks[index]
            if unsafe chunk == Self.nowhere { continue }
            unsafe chunk.deinitialize(count: Self.chunkSlots)
            unsafe chunk.deallocate()
        }
        unsafe generations.deallocate()
        unsafe free.deallocate()
    }

    /// Lets more slots be in use from now on; a lower limit changes nothing.
    public mutating func raiseLimit(to higher: Int) {
        guard higher > limit else { return }
        // Those of the last chunk that were beyond the limit.
        for index in limit..<max(min(higher, slotCount), limit)
        where isMade(UInt32(index)) {
            addFree(UInt32(index))
        }
        limit = higher
    }

    /// Slots in use.
    public private(set) var count = 0

    /// Takes a free slot, or nil when `limit` are in use. The slot's value is as its last user left
    /// it.
    public mutating func take() -> Handle? {
        if freeCount == 0 {
            guard !emptied.isEmpty || slotCount < limit else { return nil }
            grow()
        }
        precondition(freeCount > 0)
        freeCount -= 1
        // SAFETY: the number was initialised, and names a slot that was made.
        let index = unsafe free[freeCount]
        count += 1
        // Odd generations are occupied, even ones free.
        unsafe generations[Int(index)] &+= 1
        return unsafe Handle(index: index, generation: generations[Int(index)])
    }

    /// Frees a slot; its handle and every event that names it become stale.
    public mutating func free(_ handle: Handle) {
        precondition(isLive(handle))
        // SAFETY: the handle is live, so its index is below `slotCount`.
        unsafe generations[Int(handle.index)] &+= 1
        addFree(handle.index)
        count -= 1
    }

    private mutating func addFree(_ index: UInt32) {
        precondition(freeCount < slotCount)
        // SAFETY: there is room for `slotCount` of them at least, and fewer stand there.
        unsafe (free + freeCount).initialize(to: index)
        freeCount += 1
    }

    /// Gives the memory of chunks back in which no slot is in use. Their slots are made anew when
    /// they are taken: until then they have no value, and handles that name them stay stale.
    public mutating func releaseFreeChunks() {
        for number in unsafe chunks.indices {
            let slots = number * Self.chunkSlots..<(number + 1) * Self.chunkSlots
            let chunk = unsafe chunks[number]
            if unsafe chunk == Self.nowhere { continue }
            // SAFETY: all slots of a chunk are made.
            if slots.contains(where: { unsafe generations[$0] & 1 == 1 }) { continue }
            // SAFETY: the chunk's elements are initialised, and nobody uses one.
            unsafe chunk.deinitialize(count: Self.chunkSlots)
            unsafe chunk.deallocate()
            unsafe chunks[number] = Self.nowhere
            emptied.append(number)
        }
        let before = freeCount
        freeCount = 0
        for place in 0..<before {
            // SAFETY: the first `before` are initialised; those kept move to the front.
            let index = unsafe free[place]
            if isMade(index) { addFree(index) }
        }
    }

    /// Whether slot `index` has a value, in use or not.
    public func isMade(_ index: UInt32) -> Bool {
        guard Int(index) < slotCount else { return false }
        return unsafe chunks[Int(index) / Self.chunkSlots] != Self.nowhere
    }

    /// Whether the handle still names the occupant of its slot.
    @inlinable public func isLive(_ handle: Handle) -> Bool {
        // SAFETY: the index is below `slotCount`, as is asked first.
        unsafe Int(handle.index) < slotCount
            && generations[Int(handle.index)] == handle.generation
    }

    /// The handle of the occupant of slot `index`, nil when the slot is free.
    public func handle(at index: Int) -> Handle? {
        precondition(index >= 0)
        // SAFETY: the index is below `slotCount`, as is asked first.
        guard index < slotCount, unsafe generations[index] & 1 == 1 else { return nil }
        return unsafe Handle(index: UInt32(index), generation: generations[index])
    }

    /// The value in a slot. Traps on a slot that is not made; staleness is the caller's to check.
    @inlinable public subscript(_ handle: Handle) -> Element {
        _read { yield unsafe pointer(handle.index).pointee }
        _modify { yield unsafe &pointer(handle.index).pointee }
    }

    @inlinable func pointer(_ index: UInt32) -> UnsafeMutablePointer<Element> {
        // SAFETY: the array's own bounds check refuses a chunk that was never made; one that was
        // given back is `nowhere`.
        unsafe chunks[Int(index) / Self.chunkSlots] + Int(index) % Self.chunkSlots
    }

    private mutating func grow() {
        let made = unsafe chunks.count
        let number = emptied.popLast() ?? made
        let first = number * Self.chunkSlots
        let chunk = UnsafeMutablePointer<Element>.allocate(capacity: Self.chunkSlots)
        for offset in 0..<Self.chunkSlots {
            // SAFETY: each of the chunk's elements is initialised once.
            unsafe (chunk + offset).initialize(to: make(UInt32(first + offset)))
        }
        if number < made {
            unsafe chunks[number] = chunk
        } else {
            unsafe chunks.append(chunk)
            makeNumbers(made * Self.chunkSlots)
        }
        for offset in (0..<Self.chunkSlots).reversed() where first + offset < limit {
            addFree(UInt32(first + offset))
        }
    }

    /// Makes the numbers of one more chunk, so that taking and freeing later never allocates.
    private mutating func makeNumbers(_ count: Int) {
        let needed = count + Self.chunkSlots
        if needed > numbersCapacity { growNumbers(to: max(needed, 2 * numbersCapacity)) }
        // SAFETY: there is room for `needed` of them; the first `count` are initialised.
        unsafe (generations + count).initialize(repeating: 0, count: Self.chunkSlots)
        slotCount = needed
    }

    private mutating func growNumbers(to capacity: Int) {
        let numbers = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
        let places = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
        // SAFETY: what was initialised is copied; numbers need no deinitialisation.
        unsafe numbers.initialize(from: generations, count: slotCount)
        unsafe places.initialize(from: free, count: freeCount)
        unsafe generations.deallocate()
        unsafe free.deallocate()
        unsafe generations = numbers
        unsafe free = places
        numbersCapacity = capacity
    }
}
