import CLinux

/// A growable queue of bytes with one owner: bytes are appended at the tail and consumed at the
/// head.
///
/// Storage is allocated on first use, kept when emptied, and given back by `releaseStorage()`. It
/// never shrinks by itself, so a connection in steady state allocates nothing.
@safe
public struct ByteBuffer: ~Copyable {
    // SAFETY: `base` points at `capacity` bytes that this value alone owns, or is nil while
    // `capacity` is 0. Bytes in head..<tail are initialised; 0 <= head <= tail <= capacity.
    @usableFromInline var base: UnsafeMutablePointer<UInt8>?
    @usableFromInline var head: Int
    @usableFromInline var tail: Int
    /// Bytes of storage.
    public internal(set) var capacity: Int

    /// An empty buffer. `capacity` bytes are reserved at once when it is not 0.
    public init(capacity: Int = 0) {
        unsafe base = nil
        head = 0
        tail = 0
        self.capacity = 0
        if capacity > 0 { reserve(capacity) }
    }

    deinit { unsafe free(base) }

    /// Bytes that are waiting to be consumed.
    @inlinable public var count: Int { tail - head }
    @inlinable public var isEmpty: Bool { tail == head }

    /// The waiting bytes.
    @inlinable public var span: Span<UInt8> {
        @_lifetime(borrow self) get {
            // SAFETY: head..<tail is initialised and lives as long as the borrow of self.
            let bytes = unsafe UnsafeBufferPointer(
                start: base.map { unsafe UnsafePointer($0 + head) }, count: tail - head)
            return unsafe _overrideLifetime(bytes.span, borrowing: self)
        }
    }

    /// The waiting bytes, to be changed in place.
    @inlinable public var mutableSpan: MutableSpan<UInt8> {
        @_lifetime(&self) mutating get {
            // SAFETY: as `span`; the exclusive borrow of self keeps everyone else out.
            let bytes = unsafe UnsafeMutableBufferPointer(
                start: base.map { unsafe $0 + head }, count: tail - head)
            return unsafe _overrideLifetime(bytes.mutableSpan, mutating: &self)
        }
    }

    /// Drops `count` bytes from the head.
    @inlinable public mutating func consume(_ count: Int) {
        precondition(count >= 0 && count <= tail - head)
        head += count
        if head == tail {
            head = 0
            tail = 0
        }
    }

    /// Drops bytes from the tail until `count` are left.
    @inlinable public mutating func truncate(to count: Int) {
        precondition(count >= 0 && count <= tail - head)
        tail = head + count
    }

    /// Drops all bytes and keeps the storage.
    @inlinable public mutating func removeAll() {
        head = 0
        tail = 0
    }

    /// Drops all bytes and gives the storage back.
    public mutating func releaseStorage() {
        unsafe free(base)
        unsafe base = nil
        head = 0
        tail = 0
        capacity = 0
    }

    /// Makes room for `count` more bytes behind the tail: by moving the waiting bytes to the front
    /// when that is enough, else by at least doubling the storage.
    @inlinable public mutating func reserve(_ count: Int) {
        if capacity - tail < count { makeRoom(count) }
    }

    @usableFromInline mutating func makeRoom(_ count: Int) {
        let waiting = tail - head
        if head > 0, let base = unsafe base {
            // SAFETY: both runs lie inside the storage; `update` allows them to overlap.
            unsafe base.update(from: base + head, count: waiting)
        }
        if capacity - waiting < count {
            grow(to: max(waiting + count, capacity * 2, Bounds.bufferBytesMin))
        }
        head = 0
        tail = waiting
    }

    /// By `realloc`: the kernel moves the pages of a large block (mremap(2)) where a copy would
    /// have all of them in memory twice for a moment, beyond any ceiling.
    private mutating func grow(to size: Int) {
        // SAFETY: the storage comes from here alone. What is not moved stays as it was.
        guard let grown = unsafe realloc(base, size) else {
            preconditionFailure("out of memory")
        }
        unsafe base = grown.assumingMemoryBound(to: UInt8.self)
        capacity = size
    }

    /// Lets a producer of bytes (a system call, a C library) write behind the tail: at least
    /// `atLeast` bytes are free there. The closure returns how many it wrote, which are then
    /// appended; what is negative or 0 appends nothing.
    @inlinable public mutating func fill<E: Error>(
        atLeast: Int, _ body: (UnsafeMutableRawBufferPointer) throws(E) -> Int
    ) throws(E) -> Int {
        reserve(atLeast)
        guard let base = unsafe base else { return 0 }
        // SAFETY: tail..<capacity is ours and free; the result is checked before it is believed.
        let free = unsafe UnsafeMutableRawBufferPointer(start: base + tail, count: capacity - tail)
        let written = unsafe try body(free)
        precondition(written <= capacity - tail)
        if written > 0 { tail += written }
        return written
    }
}
