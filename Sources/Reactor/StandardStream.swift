import Bytes
import CLinux

/// The process's standard streams, for messages to people.
package enum StandardStream {
    /// Writes text on standard error, all of it or as much as the stream takes.
    package static func writeError(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            // SAFETY: the kernel reads `count` bytes of the slice's storage during the call only.
            let count = unsafe rest.withUnsafeBytes { bytes in
                unsafe CLinux.write(descriptor, bytes.baseAddress, bytes.count)
            }
            if count < 0, Errno.last == .interrupted { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
