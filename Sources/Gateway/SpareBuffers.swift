import Bytes

/// Storage for reading, lent to whichever connection reads: connections that wait for a client hold
/// none, and those in the middle of something keep what they were lent. As many are kept as were
/// lent at once, up to a limit, so that a worker in its stride allocates none.
struct SpareBuffers: ~Copyable {
    private var stack: [Handle] = []
    private var slots: Slab<ByteBuffer>

    private var bytes = 0
    private let bytesMax: Int

    /// Keeps at most `limit` buffers, of `bytesMax` bytes in all: some have grown.
    init(limit: Int, bytesMax: Int) {
        self.bytesMax = bytesMax
        slots = Slab(limit: limit) { _ in ByteBuffer() }
        stack.reserveCapacity(limit)
    }

    /// Gives `buffer`, which has no storage, a spare one's. It stays without when there is none:
    /// its first use makes some.
    mutating func lend(to buffer: inout ByteBuffer) {
        guard let slot = stack.popLast() else { return }
        swap(&buffer, &slots[slot])
        bytes -= buffer.capacity
        slots.free(slot)
    }

    /// Gives all storage up that is not lent.
    mutating func release() {
        bytes = 0
        while let slot = stack.popLast() {
            slots[slot].releaseStorage()
            slots.free(slot)
        }
    }

    /// Takes the storage of `buffer`, which holds nothing, back; what is too much is released.
    mutating func takeBack(_ buffer: inout ByteBuffer) {
        guard bytes + buffer.capacity <= bytesMax, let slot = slots.take() else {
            return buffer.releaseStorage()
        }
        bytes += buffer.capacity
        buffer.removeAll()
        swap(&buffer, &slots[slot])
        stack.append(slot)
    }
}
