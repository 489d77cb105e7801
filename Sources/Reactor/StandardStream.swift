import Bytes
import CLinux

/// The process's standard streams, for messages to people.
package enum StandardStream {
    /// Writes text on standard error, all of it or as much as the stream takes.
    package static func writeError(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

    /// Reads standard input to its end; nil when it holds more than `bytesMax` or cannot be read.
    package static func readInput(bytesMax: Int) -> [UInt8]? {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4_096)
        while bytes.count <= bytesMax {
            // SAFETY: the kernel writes at most `count` bytes into the array's storage.
            let count = unsafe chunk.withUnsafeMutableBytes { target in
                unsafe read(STDIN_FILENO, target.baseAddress, target.count)
            }
            if count < 0, Errno.last == .interrupted { continue }
            guard count > 0 else { return count == 0 ? bytes : nil }
            bytes.append(contentsOf: chunk[..<count])
        }
        return nil
    }

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
