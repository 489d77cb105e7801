package import Bytes
import COpenSSL

/// Overwrites secrets that are no longer needed, in a way that no compiler leaves out. It cannot
/// reach copies made on the way, and does not pretend to.
package func wipe(_ bytes: inout MutableSpan<UInt8>) {
    unsafe bytes.withUnsafeMutableBufferPointer { target in
        // SAFETY: overwrites the span's own bytes; an empty one may be nil and is not touched.
        unsafe OPENSSL_cleanse(target.baseAddress, target.count)
    }
}

extension ByteBuffer {
    /// Drops the bytes from `start` on and overwrites them with zeros. 0 empties the buffer.
    package mutating func wipe(from start: Int = 0) {
        precondition(start >= 0 && start <= count)
        var all = mutableSpan
        var rest = all._mutatingExtracting(start...)
        Crypto.wipe(&rest)
        truncate(to: start)
    }
}
