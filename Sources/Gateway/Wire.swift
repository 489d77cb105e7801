import Bytes
import Contract
import HTTP
import HTTP1
import Reactor
import TLS

/// One connection's transport with the bytes on their way in and out: the half that downstream and
/// upstream connections have in common. It moves bytes; what they mean is its owner's business.
struct Wire: ~Copyable {
    /// How moving body bytes went.
    enum BodyProgress: Equatable {
        /// Everything read so far was moved; more must be read.
        case needsInput
        /// The sink holds as much as it may.
        case full
        /// The body is complete.
        case ended
        /// The body holds what must not go on.
        case refused
    }

    /// How sending went.
    enum Flush: Equatable {
        case done
        /// The peer takes no more for now.
        case pending
        case failed
    }

    /// nil while the slot is free.
    var transport: Transport?
    var input = ByteBuffer()
    var output = ByteBuffer()
    var bodyReader = BodyReader()
    /// Looks through bodies that stream; not active but for a client's multipart.
    var scan = MultipartScan()
    /// The peer sent its last byte.
    var inputEnded = false
    /// A body ends with the input, when `inputEnded` says so: an HTTP/2 stream's.
    var endsWithInput = false
    /// Sending met the peer's reset, which reading will not tell of any more: in plain text it ends
    /// as if that were in order. A reset behind the peer's own end is another error (EPIPE).
    private(set) var wasReset = false
    /// Stands in the worker's queue already.
    var isQueued = false
    /// Its slot is free and has been for a while.
    private var isCold = false

    /// Makes the wire ready for a new connection.
    mutating func open(_ transport: consuming Transport) {
        self.transport = consume transport
        input.removeAll()
        output.removeAll()
        inputEnded = false
        wasReset = false
        endsWithInput = false
        isQueued = false
        isCold = false
    }

    /// Makes the wire ready for a stream, which has no transport: its connection moves its bytes.
    mutating func openStream() {
        transport = nil
        input.removeAll()
        output.removeAll()
        inputEnded = false
        wasReset = false
        endsWithInput = true
        isQueued = false
        isCold = false
    }

    var isTLS: Bool {
        switch transport {
        case .some(let transport): transport.isTLS
        case nil: false
        }
    }

    /// Whether reading may give something.
    var canRead: Bool {
        switch transport {
        case .some(let transport): transport.canRead
        case nil: false
        }
    }

    var canWrite: Bool {
        switch transport {
        case .some(let transport): transport.canWrite
        case nil: false
        }
    }

    /// The peer has ended its side: nothing comes behind what waits to be read.
    var isPeerClosed: Bool {
        switch transport {
        case .some(let transport): transport.isPeerClosed
        case nil: false
        }
    }

    /// Bytes that were sent and that the peer has not acknowledged.
    var unacknowledgedBytes: Int {
        switch transport {
        case .some(let transport): transport.unacknowledgedBytes
        case nil: 0
        }
    }

    /// Why connecting failed, nil when it did not.
    func connectError() -> Errno? {
        switch transport {
        case .some(let transport): transport.connectError()
        case nil: nil
        }
    }

    /// Goes on with the TLS handshake; nil when there is no connection.
    mutating func handshake() -> HandshakeResult? { transport?.handshake() }

    /// Whether the TLS handshake resumed an earlier session.
    var isResumed: Bool {
        switch transport {
        case .some(let transport): transport.withSession { $0.isResumed } ?? false
        case nil: false
        }
    }

    /// Ends the sending direction.
    mutating func closeWriting() { transport?.finishSending() }

    /// Cuts the connection so that the peer sees a reset.
    mutating func reset() { transport?.closeWithReset() }

    /// Closes the connection and gives its storage back.
    mutating func close() {
        transport?.close()
        transport = nil
        input.releaseStorage()
        output.releaseStorage()
    }

    /// Makes the wire of a stream free; storage of an ordinary size is kept.
    mutating func closeStream() {
        input.removeAll()
        output.removeAll()
        if input.capacity > Bounds.relayBytesMax { input.releaseStorage() }
        if output.capacity > Bounds.relayBytesMax { output.releaseStorage() }
    }

    /// Gives the storage of a free slot back.
    mutating func releaseStorage() {
        input.releaseStorage()
        output.releaseStorage()
    }

    /// Gives the storage of a free slot back that nobody has used since this was called last. True
    /// while it keeps some.
    mutating func cool() -> Bool {
        guard capacity > 0 else { return false }
        if isCold { releaseStorage() }
        isCold.toggle()
        return isCold
    }

    /// Bytes of storage.
    var capacity: Int { input.capacity + output.capacity }

    /// Reads once. One of `spares` lends its storage while the wire has none, so that connections
    /// that wait hold no input buffer.
    mutating func receive(spares: inout SpareBuffers) -> IOResult {
        if input.capacity == 0 { spares.lend(to: &input) }
        return transport?.receive(into: &input, atMost: Bounds.readBytes) ?? .closed
    }

    /// Looks at the first bytes that arrived, leaving them in the socket.
    mutating func peek() -> IOResult {
        input.removeAll()
        return transport?.peek(into: &input, atMost: Bounds.readBytes) ?? .closed
    }

    /// Takes bytes out of the socket that `peek` has seen.
    mutating func take(_ count: Int) {
        input.removeAll()
        _ = transport?.receive(into: &input, atMost: count)
        input.removeAll()
    }

    /// Gives the input's storage back to `spares` when nothing is in it.
    mutating func returnInput(to spares: inout SpareBuffers) {
        if input.isEmpty, input.capacity > 0 { spares.takeBack(&input) }
    }

    /// As `returnInput`, for the output; what is larger than usual is released.
    mutating func returnOutput(to spares: inout SpareBuffers) {
        guard output.isEmpty, output.capacity > 0 else { return }
        if output.capacity > Bounds.relayBytesMax { return output.releaseStorage() }
        spares.takeBack(&output)
    }

    /// Gives back what a connection without anything on its way does not need.
    mutating func releaseBuffers() {
        transport?.releaseBuffers()
        releaseEmpty()
    }

    /// Gives storage back that nothing is in.
    mutating func releaseEmpty() {
        if input.isEmpty, input.capacity > 0 { input.releaseStorage() }
        if output.isEmpty, output.capacity > 0 { output.releaseStorage() }
    }

    /// Moves body bytes from the input into `sink` until that holds `sinkMax` bytes, framing them
    /// as chunks when asked. `moved` grows by the body bytes moved. A piece in which `scan` finds
    /// what it looks for is not.
    mutating func moveBody(
        into sink: inout ByteBuffer, sinkMax: Int, chunked: Bool, moved: inout Int
    ) throws(ProtocolFault) -> BodyProgress {
        while true {
            if sink.count >= sinkMax { return .full }
            var consumed = 0
            // A stream's input may be its whole window: the bound would be passed by that much.
            let most = max(sinkMax - sink.count, Bounds.readBytes)
            switch try bodyReader.next(input, consumed: &consumed, atMost: most) {
            case .needMore:
                input.consume(consumed)
                guard endsWithInput, inputEnded else { return .needsInput }
                try bodyReader.finish()
                return .ended
            case .data(let range):
                if scan.isActive, Self.finds(&scan, in: range, of: input) { return .refused }
                if chunked {
                    sink.appendChunk(input.span.extracting(range))
                } else {
                    sink.append(input.span.extracting(range))
                }
                moved += range.count
                input.consume(consumed)
            case .end:
                input.consume(consumed)
                return .ended
            }
        }
    }

    private static func finds(
        _ scan: inout MultipartScan, in range: Range<Int>, of input: borrowing ByteBuffer
    ) -> Bool {
        scan.finds(in: input.span.extracting(range))
    }

    /// Sends what the connection takes of a buffer, which keeps it.
    static func send(_ transport: inout Transport?, _ output: borrowing ByteBuffer) -> IOResult {
        transport?.send(output.span) ?? .closed
    }

    /// Sends what waits, as far as the peer takes it.
    mutating func flush() -> Flush {
        while !output.isEmpty {
            switch Self.send(&transport, output) {
            case .bytes(let count): output.consume(count)
            case .wouldBlock: return .pending
            case .failed(.connectionReset):
                wasReset = true
                return .failed
            case .closed, .failed: return .failed
            }
        }
        return .done
    }
}
