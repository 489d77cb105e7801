import Bytes
import CNGHTTP2

/// Memory for the HTTP/2 sessions of one worker. nghttp2 asks for five small blocks for each
/// request, and gives them back when it is over: they are kept for the next, which costs a tenth of
/// what malloc does. It belongs to one thread, and lives as long as the last session made with it.
@safe
package final class SessionMemory {
    // SAFETY: `blocks` is initialised, owned by this object alone, and freed with it; every session
    // that uses it keeps this object alive.
    let blocks: UnsafeMutablePointer<SpareBlocks>

    /// Nothing is kept at first.
    package init() {
        unsafe blocks = .allocate(capacity: 1)
        unsafe blocks.initialize(to: SpareBlocks())
    }

    deinit {
        unsafe blocks.pointee.release()
        unsafe blocks.deinitialize(count: 1)
        unsafe blocks.deallocate()
    }

    /// Bytes that are kept and that nobody uses, with what stands in front of each block.
    package var spareBytes: Int { unsafe blocks.pointee.spareBytes }

    /// Gives back what nobody uses.
    package func release() { unsafe blocks.pointee.release() }

    /// What nghttp2 takes in place of malloc. It copies it.
    var functions: nghttp2_mem {
        unsafe nghttp2_mem(
            mem_user_data: blocks, malloc: takeBlock, free: giveBlock, calloc: takeZeroed,
            realloc: resizeBlock)
    }
}

/// Blocks that nobody uses, in lists by size.
@safe
struct SpareBlocks: ~Copyable {
    /// What stands in front of a block: how many bytes it has. Blocks keep malloc's alignment.
    static var headBytes: Int { 16 }
    /// The sizes of the lists: 32 bytes, 64 and so on to 2 KiB, as much as a request's fields take.
    private static var step: Int { 32 }
    private static var listCount: Int { 65 }

    // SAFETY: each list is nil, or a block of its size that nobody uses, whose first word is the
    // next of them or nil.
    private var lists = unsafe InlineArray<65, UnsafeMutableRawPointer?>(repeating: nil)
    private(set) var spareBytes = 0

    /// A block of at least so many bytes; nil for more than there can be. Without memory the
    /// process ends, as everywhere.
    mutating func take(_ size: Int) -> UnsafeMutableRawPointer? {
        guard size >= 0, size <= Int.max - Self.headBytes - Self.step else { return nil }
        let list = (size + Self.step - 1) / Self.step
        guard list < Self.listCount else { return unsafe Self.make(size) }
        guard let block = unsafe lists[list] else { return unsafe Self.make(list * Self.step) }
        // SAFETY: a spare block's first word is the next one; a list of no bytes stays empty.
        unsafe lists[list] = block.load(as: UnsafeMutableRawPointer?.self)
        spareBytes -= Self.headBytes + list * Self.step
        return unsafe block
    }

    /// Takes a block back that `take` gave out.
    mutating func give(_ block: UnsafeMutableRawPointer) {
        let size = unsafe Self.size(of: block)
        let list = size / Self.step
        guard list > 0, list < Self.listCount, size % Self.step == 0,
            spareBytes + Self.headBytes + size <= Bounds.http2SpareBytesMax
        else { return unsafe (block - Self.headBytes).deallocate() }
        // SAFETY: nobody uses the block any more, and it has room for a word.
        unsafe block.storeBytes(of: lists[list], as: UnsafeMutableRawPointer?.self)
        unsafe lists[list] = block
        spareBytes += Self.headBytes + size
    }

    /// Gives everything back to malloc.
    mutating func release() {
        for list in 0..<Self.listCount {
            while let block = unsafe lists[list] {
                unsafe lists[list] = block.load(as: UnsafeMutableRawPointer?.self)
                unsafe (block - Self.headBytes).deallocate()
            }
        }
        spareBytes = 0
    }

    private static func make(_ size: Int) -> UnsafeMutableRawPointer {
        let start = UnsafeMutableRawPointer.allocate(
            byteCount: headBytes + size, alignment: headBytes)
        unsafe start.storeBytes(of: size, as: Int.self)
        return unsafe start + headBytes
    }

    static func size(of block: UnsafeMutableRawPointer) -> Int {
        // SAFETY: `make` wrote it in front of every block.
        unsafe (block - headBytes).load(as: Int.self)
    }
}

// SAFETY: in these, `user` is the `blocks` of the memory that a session was made with, on whose
// thread they run, and a block is nil or one that these gave out and nobody took back.

private func blocks(_ user: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<SpareBlocks>? {
    unsafe user?.assumingMemoryBound(to: SpareBlocks.self)
}

private func takeBlock(
    size: Int, user: UnsafeMutableRawPointer?
) -> UnsafeMutableRawPointer? {
    unsafe blocks(user)?.pointee.take(size)
}

private func giveBlock(block: UnsafeMutableRawPointer?, user: UnsafeMutableRawPointer?) {
    guard let block = unsafe block else { return }
    unsafe blocks(user)?.pointee.give(block)
}

private func takeZeroed(
    count: Int, size: Int, user: UnsafeMutableRawPointer?
) -> UnsafeMutableRawPointer? {
    let (bytes, overflow) = count.multipliedReportingOverflow(by: size)
    guard !overflow, let block = unsafe takeBlock(size: bytes, user: user) else { return nil }
    unsafe block.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
    return unsafe block
}

private func resizeBlock(
    block: UnsafeMutableRawPointer?, size: Int, user: UnsafeMutableRawPointer?
) -> UnsafeMutableRawPointer? {
    guard let block = unsafe block else { return unsafe takeBlock(size: size, user: user) }
    let held = unsafe SpareBlocks.size(of: block)
    guard size >= 0 else { return nil }
    if size <= held { return unsafe block }
    guard let larger = unsafe takeBlock(size: size, user: user) else { return nil }
    unsafe larger.copyMemory(from: block, byteCount: held)
    unsafe giveBlock(block: block, user: user)
    return unsafe larger
}
