package import Bytes
package import HTTP

/// Reads response heads of HTTP/1.1 and HTTP/1.0 as strictly as `RequestParser` reads requests:
/// what an upstream must not send is a fault, and so a 502.
package struct ResponseParser: Sendable {
    private var lines = LineReader()
    private var hasStatusLine = false

    /// A parser at the start of a head.
    package init() {}

    /// Reads a head into `head`, which is reset first. Interim responses are heads too: then call
    /// again.
    ///
    /// - Parameter method: the request's, since a response to HEAD has no content.
    /// - Returns: the bytes of `input` that the head takes; nil when it is not complete.
    package mutating func parse(
        _ input: Span<UInt8>, answering method: Method, limits: HeadLimits,
        into head: inout ResponseHead
    ) throws(ProtocolFault) -> Int? {
        if lines.start == 0 { head.reset() }
        while true {
            if hasStatusLine {
                try head.fields.appendAtOnce(input, &lines, limits)
            } else {
                try Self.expectHTTP(input)
            }
            let line = try nextLine(input, limits)
            if (line == nil ? input.count : lines.start) > limits.headBytes { throw .headTooLarge }
            guard let line else { return nil }
            if !hasStatusLine {
                try statusLine(input, line, &head)
                hasStatusLine = true
            } else if line.isEmpty {
                break
            } else {
                try head.fields.append(input, line, limits)
            }
        }
        let count = lines.start
        head.bytes.append(input.extracting(first: count))
        try head.resolveFraming(input, answering: method)
        reset()
        return count
    }

    /// As above, with the buffer that holds the bytes.
    package mutating func parse(
        _ input: borrowing ByteBuffer, answering method: Method, limits: HeadLimits,
        into head: inout ResponseHead
    ) throws(ProtocolFault) -> Int? {
        try parse(input.span, answering: method, limits: limits, into: &head)
    }

    /// Forgets the head that was begun.
    package mutating func reset() { self = ResponseParser() }

    /// What does not begin as a status line does is not waited for: another protocol has no lines.
    private static func expectHTTP(_ input: Span<UInt8>) throws(ProtocolFault) {
        let start = literalBytes("HTTP/")
        for index in 0..<min(input.count, start.count) where input[index] != start[index] {
            throw .statusLine
        }
    }

    /// The next line. A head that is too large is so before the line's end has come.
    private mutating func nextLine(
        _ input: Span<UInt8>, _ limits: HeadLimits
    ) throws(ProtocolFault) -> Range<Int>? {
        do throws(ProtocolFault) {
            return try lines.next(input)
        } catch {
            if lines.searched > limits.headBytes { throw .headTooLarge }
            throw error
        }
    }

    /// `HTTP-version SP status-code SP [reason-phrase]` (RFC 9112 §4); the second space may be
    /// missing when there is no reason phrase.
    private func statusLine(
        _ input: Span<UInt8>, _ line: Range<Int>, _ head: inout ResponseHead
    ) throws(ProtocolFault) {
        guard line.count >= 12, input[line.lowerBound + 8] == ASCII.space else {
            throw .statusLine
        }
        head.versionMinor = try HTTPVersion.minor(
            input.extracting(line.lowerBound..<(line.lowerBound + 8)))
        let codeStart = line.lowerBound + 9
        guard let status = input.extracting(codeStart..<(codeStart + 3)).decimalValue(),
            (100...599).contains(status)
        else { throw .statusLine }
        head.status = status
        let codeEnd = codeStart + 3
        if codeEnd == line.upperBound { return }
        guard input[codeEnd] == ASCII.space else { throw .statusLine }
        for index in (codeEnd + 1)..<line.upperBound {
            if ASCII.isControl(input[index]), input[index] != ASCII.tab { throw .statusLine }
        }
        head.reason = ByteRange((codeEnd + 1)..<line.upperBound)
    }
}

extension ResponseHead {
    /// Reads where the content ends (RFC 9112 §6.3) and whether the connection can be used again.
    mutating func resolveFraming(
        _ input: Span<UInt8>, answering method: Method
    ) throws(ProtocolFault) {
        let options = try ConnectionOptions(fields, input)
        keepAlive = versionMinor == 0 ? options.keepAlive && !options.close : !options.close
        contentLength = try fields.contentLength(input, isAnswer: true)
        let isChunked = try fields.isChunked(input)
        if isChunked {
            if versionMinor == 0 { throw .encodingInHTTP10 }
            if contentLength != nil { throw .lengthAndEncoding }
        }
        if status < 200 || status == 204 {
            // RFC 9110 §8.6, RFC 9112 §6.1: neither field belongs here. A server that announces
            // content may send it too: what follows on the connection is not to be trusted.
            if isChunked || (contentLength ?? 0) > 0 { keepAlive = false }
            contentLength = nil
            framing = .none
        } else if status == 304 || method == .head {
            framing = .none
        } else if isChunked {
            framing = .chunked
        } else if let contentLength {
            framing = contentLength == 0 ? .none : .length(contentLength)
        } else {
            framing = .untilClose
            keepAlive = false
        }
    }
}
