package import Bytes
package import HTTP

/// Reads request heads of HTTP/1.1 and HTTP/1.0 (RFC 9112), strictly: what could be read in two
/// ways is refused, never repaired.
///
/// The parser keeps where it was, not the bytes: call `parse` with everything that waits, from the
/// head's first byte on, whenever more has arrived. The verdict does not depend on how the bytes
/// were split.
package struct RequestParser: Sendable {
    private var lines = LineReader()
    private var hasRequestLine = false
    private var target: Range<Int> = 0..<0

    /// A parser at the start of a head.
    package init() {}

    /// Reads a head into `head`, which is reset first.
    ///
    /// - Returns: the bytes of `input` that the head takes, to be consumed before the next call;
    ///   nil when it is not complete.
    /// - Throws: the first reason to refuse it. The connection has to be closed after the answer.
    package mutating func parse(
        _ input: Span<UInt8>, limits: HeadLimits, into head: inout RequestHead
    ) throws(ProtocolFault) -> Int? {
        if lines.start == 0 { head.reset() }
        while true {
            if hasRequestLine { try head.fields.appendAtOnce(input, &lines, limits) }
            guard let line = try nextLine(input, limits) else {
                try check(input.count, limits)
                return nil
            }
            try check(lines.start, limits)
            if !hasRequestLine {
                // RFC 9112 §2.2: empty lines before a request are ignored.
                if line.isEmpty { continue }
                target = try RequestLine.parse(input, line, limits, into: &head)
                hasRequestLine = true
            } else if line.isEmpty {
                break
            } else {
                try head.fields.append(input, line, limits)
            }
        }
        let count = lines.start
        head.bytes.append(input.extracting(first: count))
        try head.setTarget(input.extracting(target), at: target.lowerBound)
        try head.resolveHost(input)
        try head.resolveConnection(input)
        try head.resolveFraming(input)
        reset()
        return count
    }

    /// As above, with the buffer that holds the bytes: a caller that keeps it beside the parser in
    /// one value cannot lend its span while it changes the parser.
    package mutating func parse(
        _ input: borrowing ByteBuffer, limits: HeadLimits, into head: inout RequestHead
    ) throws(ProtocolFault) -> Int? {
        try parse(input.span, limits: limits, into: &head)
    }

    /// How many bytes of empty lines `input` begins with. Some clients send them behind a body: who
    /// waits for a request consumes them and goes on waiting.
    package static func emptyLines(_ input: Span<UInt8>) -> Int {
        var count = 0
        while count + 1 < input.count, input[count] == ASCII.cr, input[count + 1] == ASCII.lf {
            count += 2
        }
        return count
    }

    /// Forgets the head that was begun.
    package mutating func reset() { self = RequestParser() }

    /// The next line. One that is too long is so before its end has come, and so first of all.
    private mutating func nextLine(
        _ input: Span<UInt8>, _ limits: HeadLimits
    ) throws(ProtocolFault) -> Range<Int>? {
        do throws(ProtocolFault) {
            return try lines.next(input)
        } catch {
            try check(lines.searched, limits)
            throw error
        }
    }

    /// Refuses a head of which `count` bytes are known to belong to it and which is too long.
    private func check(_ count: Int, _ limits: HeadLimits) throws(ProtocolFault) {
        if !hasRequestLine, count > limits.targetBytes + RequestLine.otherBytesMax {
            throw .targetTooLong
        }
        if count > limits.headBytes { throw .headTooLarge }
    }
}
