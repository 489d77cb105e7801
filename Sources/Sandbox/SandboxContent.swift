package import Bytes

/// A request's content: counted to its end, and held as far as the operations read it.
package struct SandboxContent: ~Copyable {
    package private(set) var bytes = ByteBuffer()
    /// How much came.
    package private(set) var count = 0

    package init() {}

    /// Whether all that came is held.
    package var isWhole: Bool { bytes.count == count }

    /// Takes a range of what was received.
    package mutating func append(_ range: Range<Int>, of input: borrowing ByteBuffer) {
        count += range.count
        // What is not held whole is not read at all.
        if count <= Bounds.sandboxHeldBytesMax {
            bytes.append(range, of: input)
        } else {
            bytes.releaseStorage()
        }
    }

    /// Forgets it; only what an ordinary request needs is kept as storage.
    package mutating func removeAll() {
        count = 0
        if bytes.capacity > Bounds.readBytes {
            bytes.releaseStorage()
        } else {
            bytes.removeAll()
        }
    }
}
