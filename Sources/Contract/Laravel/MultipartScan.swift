import Bytes

/// Looks for `_method` as a part's name in a multipart body that streams through unjudged, piece by
/// piece, and however PHP would read it: `name=` in any case, then quotes and blanks or none, then
/// `_method` or `.method`, which PHP reads alike.
///
/// What only looks like it, such as a file of that name, is found too: better one request too many
/// is refused than one too few.
package struct MultipartScan: Sendable {
    /// Whether there is anything to look for: bodies that are not multipart are not looked at.
    package var isActive = false
    /// Bytes of `name=` that were just seen; all of them where blanks and quotes may follow.
    private var keyBytes = 0
    /// Bytes of `_method` that were just seen behind it.
    private var nameBytes = 0

    package init() {}

    /// Begins with a new body.
    package mutating func start() {
        self = MultipartScan()
        isActive = true
    }

    /// Takes the body's next bytes.
    ///
    /// - Returns: whether the name has been seen, when its last byte is among these.
    package mutating func finds(in bytes: Span<UInt8>) -> Bool {
        let key = literalBytes("name=")
        let name = literalBytes("_method")
        for index in bytes.indices {
            let byte = bytes[index]
            if keyBytes == key.count {
                if byte == name[nameBytes] || nameBytes == 0 && byte == UInt8(ascii: ".") {
                    nameBytes += 1
                    if nameBytes == name.count { return true }
                    continue
                }
                if nameBytes == 0, isFiller(byte) { continue }
                keyBytes = 0
                nameBytes = 0
            }
            // No byte of the key occurs in it twice: a mismatch can only begin it anew.
            if byte | 0x20 == key[keyBytes] {
                keyBytes += 1
            } else {
                keyBytes = byte | 0x20 == key[0] ? 1 : 0
            }
        }
        return false
    }

    /// What may stand between `name=` and the name: blanks, line ends of a folded field, quotes.
    private func isFiller(_ byte: UInt8) -> Bool {
        byte == ASCII.space || byte &- 0x09 < 5 || byte == UInt8(ascii: "\"")
            || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\\")
    }
}
