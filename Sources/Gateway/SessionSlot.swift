import Bytes
import HTTP
import HTTP2

/// The HTTP/2 session of a connection, with the streams that are open on it.
struct SessionSlot: ~Copyable {
    /// nil while the slot is free, and while a connection to an upstream is being made.
    var session: HTTP2Session?
    /// Its streams' places among the downstreams, or among the links.
    var streams: [Handle] = []
    /// The connection's output, while a stream adds to it.
    var output = ByteBuffer()
    /// No new streams are taken any more.
    var isRefusing = false
    /// Some stream waits for room.
    var isWaitedFor = false
    /// When the frames that its peer had sent without need were last forgiven, in milliseconds.
    var forgivenAt = 0
    /// Which stream is the first to be offered room, so that each has its turn.
    var turn = 0

    mutating func open(_ session: consuming HTTP2Session) {
        close()
        self.session = consume session
    }

    mutating func close() {
        session = nil
        streams.removeAll(keepingCapacity: true)
        turn = 0
        isWaitedFor = false
        isRefusing = false
    }

    /// Whether the connection has anything more to do.
    var isAlive: Bool {
        switch session {
        case .some(let session): session.isAlive
        case nil: false
        }
    }

    /// Bytes of storage for what the peer says.
    var capacity: Int {
        switch session {
        case .some(let session): session.capacity
        case nil: 0
        }
    }

    /// Whether an upstream's target has said what it takes.
    var hasSettings: Bool {
        switch session {
        case .some(let session): session.hasSettings
        case nil: false
        }
    }

    /// How many requests an upstream's connection takes at once; 0 when it takes no more.
    var requestsMax: Int {
        switch session {
        case .some(let session):
            session.canRequest ? min(session.streamsMax, Bounds.http2UpstreamStreamsMax) : 0
        case nil: 0
        }
    }

    /// Whether an upstream's target takes WebSockets over HTTP/2.
    var takesWebSockets: Bool {
        switch session {
        case .some(let session): session.takesWebSockets
        case nil: false
        }
    }

    /// The stream whose head has begun and is not whole; 0 for none.
    var blockStream: Int32 {
        switch session {
        case .some(let session): session.blockStream
        case nil: 0
        }
    }

    var eventCount: Int {
        switch session {
        case .some(let session): session.eventCount
        case nil: 0
        }
    }

    func event(_ index: Int) -> HTTP2Event? {
        switch session {
        case .some(let session): session.event(index)
        case nil: nil
        }
    }

    /// Appends an event's content to a stream's input.
    func appendContent(_ event: HTTP2Event, to input: inout ByteBuffer) {
        switch session {
        case .some(let session): input.append(session.text(event.bytes))
        case nil: break
        }
    }

    /// Whether the end of a stream's answer was written to the connection.
    func hasWrittenEnd(of stream: Int32) -> Bool {
        switch session {
        case .some(let session): session.hasWrittenEnd(of: stream)
        case nil: true
        }
    }

    /// The place of a stream's owner, `.none` when it has none.
    func owner(of stream: Int32) -> Handle {
        switch session {
        case .some(let session): Handle(owner: session.owner(of: stream))
        case nil: .none
        }
    }
}

extension Handle {
    /// A stream's owner as the session keeps it: 0 for none, as no generation in use is.
    init(owner: UInt64) {
        self =
            owner == 0
            ? .none
            : Handle(
                index: UInt32(truncatingIfNeeded: owner),
                generation: UInt32(owner >> 32))
    }

    var owner: UInt64 { UInt64(generation) << 32 | UInt64(index) }
}
