import Bytes
import CNGHTTP2
import HTTP

/// What a session's callbacks read and write: they leave events for its owner, and take from it
/// the content that is being sent.
struct SessionState: ~Copyable {
    let limits: HeadLimits
    /// This is the client's side.
    let isClient: Bool
    /// The peer's first SETTINGS have come.
    var hasSettings = false
    /// What the peer did since the last `receive`.
    var events: [HTTP2Event] = []
    /// Field sections and content that the events name.
    var bytes = ByteBuffer()
    var blocks: [HeaderBlock] = []
    var lines: [HeaderLine] = []
    /// A field section has begun and not ended: `open`.
    var isInBlock = false
    var open = HeaderBlock(stream: 0, start: 0, firstLine: 0)

    /// The stream whose content may be taken now, and how it goes.
    var offer = Offer()

    /// Frames that the peer may still send without anything coming of them.
    var patience = Bounds.http2IdleFramesMax
    /// Resets that the peer may still provoke with what cannot be.
    var faultsLeft = Int(Bounds.http2ResetsMax)
    /// The last stream that our GOAWAY named: later ones are passed over.
    var lastTaken = Int32.max
    /// The last stream that the peer reset.
    var peerReset: Int32 = 0
    /// The highest stream that the peer began.
    var lastStream: Int32 = 0
    var peerEnded = EndedStreams()
    var resetByUs = EndedStreams()

    init(limits: HeadLimits, isClient: Bool) {
        self.limits = limits
        self.isClient = isClient
    }

    /// Forgets what the owner has seen. A field section that is under way stays, and nothing else:
    /// a client may have one under way at the end of each read.
    mutating func forget() {
        events.removeAll(keepingCapacity: true)
        if isInBlock { return keepOpen() }
        guard !bytes.isEmpty || !blocks.isEmpty else { return }
        // A few bytes of HPACK may have become megabytes: those are not kept for the next.
        if bytes.capacity > Bounds.relayBytesMax { return releaseStorage() }
        bytes.removeAll()
        blocks.removeAll(keepingCapacity: true)
        lines.removeAll(keepingCapacity: true)
    }

    private mutating func keepOpen() {
        let start = open.start
        guard start > 0 else { return }
        if bytes.capacity > Bounds.relayBytesMax {
            var kept = ByteBuffer()
            kept.append(start..<bytes.count, of: bytes)
            bytes = kept
        } else {
            bytes.consume(start)
        }
        blocks.removeAll(keepingCapacity: true)
        lines.removeFirst(open.firstLine)
        for index in lines.indices { lines[index].move(by: start) }
        open.moveToFront()
    }

    /// Gives storage back: nothing stands in it that is of use.
    mutating func releaseStorage() {
        guard !isInBlock, events.isEmpty else { return }
        bytes.releaseStorage()
        blocks = []
        lines = []
        events = []
    }

    // MARK: Receiving

    mutating func beginBlock(_ stream: Int32) {
        isInBlock = true
        open = HeaderBlock(stream: stream, start: bytes.count, firstLine: lines.count)
    }

    /// Whether the head is so much too large that it is not even answered: its stream is reset, and
    /// what is left of it is only passed over.
    var isBlockHopeless: Bool { isInBlock && open.size > 2 * limits.headBytes }

    /// Keeps a field. nghttp2 has checked that the name is a token in lower case, that the value
    /// holds no control byte, and the pseudo-header fields' presence and order.
    mutating func addField(_ name: Span<UInt8>, _ value: Span<UInt8>) {
        guard isInBlock else { return }
        open.size += name.count + value.count + 32
        if open.size > limits.headBytes { open.isTooLarge = true }
        guard !open.isTooLarge, !open.hasTooManyFields else { return }
        if name[0] == UInt8(ascii: ":") {
            let place = ByteRange(start: bytes.count, count: value.count)
            bytes.append(value)
            open.setPseudo(name, place)
            return
        }
        guard lines.count - open.firstLine < limits.fields else {
            open.hasTooManyFields = true
            return
        }
        let start = bytes.count
        bytes.append(line: name, value)
        lines.append(
            HeaderLine(
                name: ByteRange(start: start, count: name.count),
                value: ByteRange(start: start + name.count + 2, count: value.count)))
    }

    /// The field section is whole. Behind an interim answer another head may follow, which its
    /// status tells from trailers.
    mutating func endBlock(isFirst: Bool, endsStream: Bool, owner: UInt64) {
        guard isInBlock else { return }
        isInBlock = false
        let isHead = isFirst || !open.status.isEmpty
        open.end = bytes.count
        open.endLine = lines.count
        open.endsStream = endsStream
        var event = HTTP2Event(
            kind: isHead ? .head : .trailers, stream: open.stream, block: blocks.count)
        event.owner = owner
        blocks.append(open)
        events.append(event)
    }

    /// What was begun will not become whole: nghttp2 has refused it.
    mutating func abandonBlock(of stream: Int32) {
        if isInBlock, open.stream == stream { isInBlock = false }
    }

    mutating func addData(_ stream: Int32, _ data: Span<UInt8>, owner: UInt64) {
        patience = min(patience + 1, Bounds.http2IdleFramesMax)
        // Pieces that stand side by side are one.
        if let last = events.last, last.kind == .data, last.stream == stream,
            last.bytes.upperBound == bytes.count
        {
            events[events.count - 1].bytes.count += UInt32(data.count)
        } else {
            var event = HTTP2Event(
                kind: .data, stream: stream,
                bytes: ByteRange(start: bytes.count, count: data.count))
            event.owner = owner
            events.append(event)
        }
        bytes.append(data)
    }

    mutating func add(_ kind: HTTP2Event.Kind, _ stream: Int32, owner: UInt64 = 0) {
        if kind == .ended { peerEnded.insert(stream) }
        var event = HTTP2Event(kind: kind, stream: stream)
        event.owner = owner
        events.append(event)
    }

    /// A request or an answer was sent or taken: frames that came with it are forgiven.
    mutating func movedOn() {
        // Whom we ask has other clients behind the same connection: good answers make up for bad.
        if isClient { faultsLeft = min(faultsLeft + 1, Int(Bounds.http2ResetsMax)) }
        patience = min(patience + Bounds.http2FramesPerStep, Bounds.http2IdleFramesMax)
    }

    /// The peer was sent a small message.
    mutating func tookMessage() {
        patience = min(patience + Bounds.http2FramesPerMessage, Bounds.http2IdleFramesMax)
    }
}

/// Content that is offered to nghttp2 for one stream, for the time of one call.
@safe
struct Offer {
    var stream: Int32 = 0
    // SAFETY: points at `count` bytes that the caller of `HTTP2Session.send` lends for the call;
    // nil and 0 outside of it.
    var base: UnsafePointer<UInt8>?
    var count = 0
    /// Bytes of it that were taken.
    var taken = 0
    /// The content ends behind it.
    var ends = false
    /// Trailers follow: they end the stream.
    var hasTrailers = false
    /// The end was taken.
    var hasEnded = false
}

extension HeaderBlock {
    /// Keeps a pseudo-header field (RFC 9113 §8.3). nghttp2 refuses those it does not know. Only
    /// names of the same length are compared.
    mutating func setPseudo(_ name: Span<UInt8>, _ place: ByteRange) {
        switch name.count {
        case 5 where name.equals(":path"): path = place
        case 7 where name.equals(":method"): method = place
        case 7 where name.equals(":scheme"): scheme = place
        case 7 where name.equals(":status"): status = place
        case 9 where name.equals(":protocol"): connectProtocol = place
        case 10 where name.equals(":authority"): authority = place
        default: break
        }
    }
}
