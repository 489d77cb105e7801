import Bytes
import Redis

/// One step through all keys of a kind, for commands that list them.
enum KeyScan {
    /// Writes `SCAN <cursor> MATCH <prefix><kind><name>* COUNT n`: one reply, an array of the next
    /// cursor, `0` at the end, and of keys. Begins with the cursor `0`; a key may come twice, and a
    /// key that does not stay may or may not come (SCAN's guarantee).
    ///
    /// - Parameter name: what the keys go on with behind their kind; empty for all.
    static func write(
        _ kind: StaticString, below name: Span<UInt8>, _ cursor: Span<UInt8>, prefix: Span<UInt8>,
        into pipeline: inout RedisPipeline
    ) {
        var pattern = ByteBuffer()
        append(plain: prefix, to: &pattern)
        pattern.append(kind)
        append(plain: name, to: &pattern)
        pattern.append("*")
        pipeline.begin(6)
        pipeline.argument("SCAN")
        pipeline.argument(cursor)
        pipeline.argument("MATCH")
        pipeline.argument(pattern.span)
        pipeline.argument("COUNT")
        pipeline.argument(decimal: Bounds.scanCount)
    }

    /// Appends text so that it matches itself: without what SCAN's patterns give a meaning to.
    private static func append(plain text: Span<UInt8>, to pattern: inout ByteBuffer) {
        for index in text.indices {
            switch text[index] {
            case UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "\\"):
                pattern.append("\\")
            default: break
            }
            pattern.append(text[index])
        }
    }
}
