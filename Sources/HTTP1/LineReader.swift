import Bytes
import HTTP

/// Finds whole lines at the front of an input that grows, and never looks at a byte more than
/// twice.
///
/// Nothing is said about a line before its end is there: so the same bytes get the same verdict in
/// whatever pieces they arrive.
struct LineReader {
    /// Where the current line begins.
    private(set) var start = 0
    /// Up to where the current line was searched for its end.
    private(set) var searched = 0

    init() {}

    /// The current line without its CRLF, and goes on to the next; nil when its end is missing.
    /// Throws `lineEnding` when it ends in a bare LF.
    mutating func next(_ input: Span<UInt8>) throws(ProtocolFault) -> Range<Int>? {
        guard let end = input.firstIndex(of: ASCII.lf, from: max(searched, start)) else {
            searched = input.count
            return nil
        }
        searched = end
        guard end > start, input[end - 1] == ASCII.cr else { throw .lineEnding }
        let line = start..<(end - 1)
        start = end + 1
        return line
    }

    /// Whether nothing of the current line was searched before.
    var isFresh: Bool { searched <= start }

    /// Goes on to the line at `start`, which the caller found by reading the current one.
    mutating func skip(to start: Int) { self.start = start }
}
