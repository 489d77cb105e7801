package import Bytes
package import HTTP

/// Finds the content in the bytes behind a head (RFC 9112 §6, §7), and its end.
///
/// The state is kept byte by byte, so the verdict does not depend on how the bytes were split. One
/// value serves a connection for all its messages: `start` begins the next.
package struct BodyReader: ~Copyable {
    /// What was found.
    package enum Step: Equatable, Sendable {
        /// All input is consumed and there is more to come.
        case needMore
        /// This range of the input is content; it is counted as consumed.
        case data(Range<Int>)
        /// The message is complete; what is not consumed belongs to the next.
        case end
    }

    enum State {
        case length, untilClose, chunkLine, chunkData, chunkDataCR, chunkDataLF, trailers, complete
    }

    private var state: State = .complete
    /// Bytes of the body or of the chunk which are still to come.
    private var remaining = 0
    private var chunkLine = ChunkLine()
    /// The trailer section's bytes as sent; `trailers` names ranges of it.
    package private(set) var trailerBytes = ByteBuffer()
    /// Trailer fields. Those that frame, route, authenticate or describe content are marked dropped
    /// (RFC 9110 §6.5.1).
    package private(set) var trailers = FieldList()
    private var trailerLines = LineReader()
    /// The content is an answer's. Its trailers may have underscores in their names, as gRPC's
    /// metadata may: nobody behind the gateway reads them.
    private var isAnswer = false

    /// A reader that waits for `start`.
    package init() {}

    /// A reader at the start of content that ends as `framing` says.
    package init(_ framing: BodyFraming) { start(framing) }

    /// Whether the message ended where it should.
    package var isComplete: Bool { state == .complete }

    /// Begins the content of a message; storage is kept. An answer's is read with less strictness
    /// where nobody could read it in another way.
    package mutating func start(_ framing: BodyFraming, isAnswer: Bool = false) {
        trailerBytes.removeAll()
        trailers.removeAll()
        trailerLines = LineReader()
        self.isAnswer = isAnswer
        chunkLine = ChunkLine(isAnswer: isAnswer)
        remaining = 0
        switch framing {
        case .none: state = .complete
        case .length(let count):
            remaining = count
            state = count == 0 ? .complete : .length
        case .chunked: state = .chunkLine
        case .untilClose: state = .untilClose
        }
    }

    /// Takes the next step. Call it again until it says `needMore` or `end`.
    ///
    /// - Parameters:
    ///   - consumed: bytes of `input` that are done with; moved on.
    ///   - most: bytes of content that one step gives at most, above 0.
    package mutating func next(
        _ input: Span<UInt8>, consumed: inout Int, atMost most: Int = .max
    ) throws(ProtocolFault) -> Step {
        while state != .complete {
            guard consumed < input.count else { return .needMore }
            switch state {
            case .complete: return .end
            case .length: return data(input, &consumed, most, then: .complete)
            case .chunkData: return data(input, &consumed, most, then: .chunkDataCR)
            case .untilClose:
                let range = consumed..<(consumed + min(input.count - consumed, most))
                consumed = range.upperBound
                return .data(range)
            case .chunkLine: try readChunkLine(input, &consumed)
            case .chunkDataCR: try expect(ASCII.cr, input, &consumed, then: .chunkDataLF)
            case .chunkDataLF: try expect(ASCII.lf, input, &consumed, then: .chunkLine)
            case .trailers: try readTrailers(input, &consumed)
            }
        }
        return .end
    }

    /// As above, with the buffer that holds the bytes.
    package mutating func next(
        _ input: borrowing ByteBuffer, consumed: inout Int, atMost most: Int = .max
    ) throws(ProtocolFault) -> Step {
        try next(input.span, consumed: &consumed, atMost: most)
    }

    /// The peer closed: the end of content that lasts until then, a fault anywhere else.
    package mutating func finish() throws(ProtocolFault) {
        switch state {
        case .complete, .untilClose: state = .complete
        default: throw .truncated
        }
    }

    /// Keeps the trailers of content whose end comes by other means: field lines as HTTP/1.1 writes
    /// them, with the empty line behind them.
    package mutating func keepTrailers(
        _ lines: borrowing ByteBuffer, isAnswer: Bool = false
    ) throws(ProtocolFault) {
        let before = state
        self.isAnswer = isAnswer
        defer { state = before }
        state = .trailers
        var consumed = 0
        try readTrailers(lines.span, &consumed)
    }

    /// Whether there are trailers that may be passed on.
    package var hasTrailers: Bool {
        for index in trailers.indices where !trailers[index].dropped { return true }
        return false
    }

    private mutating func data(
        _ input: Span<UInt8>, _ consumed: inout Int, _ most: Int, then following: State
    ) -> Step {
        let range = consumed..<(consumed + min(remaining, input.count - consumed, most))
        consumed = range.upperBound
        remaining -= range.count
        if remaining == 0 { state = following }
        return .data(range)
    }

    private mutating func expect(
        _ byte: UInt8, _ input: Span<UInt8>, _ consumed: inout Int, then following: State
    ) throws(ProtocolFault) {
        guard input[consumed] == byte else { throw .chunkEnd }
        consumed += 1
        state = following
    }

    private mutating func readChunkLine(
        _ input: Span<UInt8>, _ consumed: inout Int
    ) throws(ProtocolFault) {
        while consumed < input.count {
            let isDone = try chunkLine.take(input[consumed])
            consumed += 1
            guard isDone else { continue }
            remaining = chunkLine.size
            state = remaining == 0 ? .trailers : .chunkData
            chunkLine = ChunkLine(isAnswer: isAnswer)
            return
        }
    }

    /// Collects the trailer section up to its empty line (RFC 9112 §7.1.2), whatever it holds,
    /// within `Bounds.trailerBytesMax`.
    private mutating func readTrailers(
        _ input: Span<UInt8>, _ consumed: inout Int
    ) throws(ProtocolFault) {
        while consumed < input.count {
            let lineEnd = input.firstIndex(of: ASCII.lf, from: consumed)
            let end = lineEnd.map { $0 + 1 } ?? input.count
            if trailerBytes.count + end - consumed > Bounds.trailerBytesMax {
                throw .trailerTooLarge
            }
            trailerBytes.append(input.extracting(consumed..<end))
            consumed = end
            guard lineEnd != nil else { return }
            if try readTrailerLine() {
                state = .complete
                return
            }
        }
    }

    /// Reads the line that was just completed; true for the empty one.
    private mutating func readTrailerLine() throws(ProtocolFault) -> Bool {
        var lines = trailerLines
        guard let line = try lines.next(trailerBytes.span) else { return false }
        trailerLines = lines
        if line.isEmpty { return true }
        guard trailers.count < Bounds.fieldsMax else { throw .trailerTooLarge }
        var field = try FieldLine.parse(trailerBytes.span, line)
        // Every name that has a meaning here frames, routes, authenticates or describes what was
        // judged before the trailers came.
        field.dropped =
            field.hasUnderscore && !isAnswer || FieldNameSet.known.contains(field.known)
        trailers.append(field)
        return false
    }
}
