package import Bytes
import CHiredis

/// The client's side of one Redis connection, without the connection: commands are written into
/// `output`, what arrived is given to `receive`, and `next` matches replies with the tags of those
/// who wait, in the order they were sent (RESP2 answers in order).
@safe
package struct RedisPipeline: ~Copyable {
    /// Bytes that wait to be sent. The owner of the socket sends and consumes them.
    package var output = ByteBuffer()

    private struct Waiting {
        var tag: UInt64
        var replies: Int
        var sinceMilliseconds: UInt64
    }

    private var waiting: Ring<Waiting>
    /// Replies of the oldest entry of `waiting` that have been given out.
    private var answered = 0
    /// Whether the arena holds a reply that was given out, which the next read replaces.
    private var holdsReply = false
    private var fault: RedisFault?

    // SAFETY: all three are allocated in `init`, owned by this value alone and freed in `deinit`,
    // the reader first, since it holds the addresses of the other two.
    private var reader: UnsafeMutablePointer<redisReader>
    private let arena: UnsafeMutablePointer<ReplyArena>
    private let functions: UnsafeMutablePointer<redisReplyObjectFunctions>

    /// A pipeline for at most `capacity` requests that wait at once.
    package init(capacity: Int = Bounds.redisInFlightMax) {
        waiting = Ring(
            capacity: capacity, filler: Waiting(tag: 0, replies: 0, sinceMilliseconds: 0))
        unsafe arena = .allocate(capacity: 1)
        unsafe arena.initialize(to: ReplyArena())
        unsafe functions = .allocate(capacity: 1)
        unsafe functions.initialize(to: replyFunctions())
        unsafe reader = Self.newReader(functions, arena)
    }

    deinit {
        unsafe redisReaderFree(reader)
        unsafe functions.deallocate()
        unsafe arena.deinitialize(count: 1)
        unsafe arena.deallocate()
    }

    // MARK: Those who wait

    /// Whether `expect` can be called once more. To be asked before a command is written.
    package var hasRoom: Bool { !waiting.isFull }

    /// Requests that wait for an answer.
    package var inFlight: Int { waiting.count }

    /// When the oldest waiting request was sent, nil when none waits.
    package var oldestSinceMilliseconds: UInt64? { waiting.first?.sinceMilliseconds }

    /// Says who waits for the replies of the commands just written: `next` returns `tag` for each
    /// of them. False, and nothing noted, when `hasRoom` is false.
    @discardableResult
    package mutating func expect(
        _ tag: UInt64, replies: Int = 1, nowMilliseconds: UInt64
    ) -> Bool {
        precondition(replies > 0)
        return waiting.append(
            Waiting(tag: tag, replies: replies, sinceMilliseconds: nowMilliseconds))
    }

    /// After the connection was lost: takes out the tag of one request that will get no more
    /// replies, nil when there is none left.
    package mutating func popFailed() -> UInt64? {
        answered = 0
        return waiting.popFirst()?.tag
    }

    /// Makes the pipeline ready for a new connection. Whoever waits must have been failed before.
    package mutating func reset() {
        precondition(waiting.isEmpty)
        output.removeAll()
        answered = 0
        holdsReply = false
        fault = nil
        unsafe arena.pointee.reset()
        // A reader keeps half a reply of the old connection; only a new one surely forgets it.
        unsafe redisReaderFree(reader)
        unsafe reader = Self.newReader(functions, arena)
    }

    private static func newReader(
        _ functions: UnsafeMutablePointer<redisReplyObjectFunctions>,
        _ arena: UnsafeMutablePointer<ReplyArena>
    ) -> UnsafeMutablePointer<redisReader> {
        guard let reader = unsafe redisReaderCreateWithFunctions(functions) else {
            preconditionFailure("out of memory")
        }
        unsafe reader.pointee.privdata = UnsafeMutableRawPointer(arena)
        // 0: the reader keeps its buffer, rather than allocate one anew after each large burst.
        unsafe reader.pointee.maxbuf = 0
        return unsafe reader
    }

    // MARK: Replies

    /// Takes bytes that arrived, after `next` has given out all that was whole before. After a
    /// fault every later call throws the same one: the connection is beyond use.
    package mutating func receive(_ bytes: Span<UInt8>) throws(RedisFault) {
        if let fault { throw fault }
        if bytes.isEmpty { return }
        let waitingBytes = unsafe reader.pointee.len - reader.pointee.pos
        // `next` was called until it had nothing whole to give, so what waits is part of one reply.
        guard Int(waitingBytes) <= Bounds.redisReplyBytesMax else { throw fail(.replyTooLarge) }
        let status = unsafe bytes.withUnsafeBytes { raw in
            // SAFETY: hiredis copies `count` bytes from the span.
            unsafe redisReaderFeed(
                reader, raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count)
        }
        guard status == REDIS_OK else { throw fail(.protocolViolation) }
    }

    /// The tag of whoever waits for the next whole reply, which is then `reply`; nil when no whole
    /// reply has arrived.
    package mutating func next() throws(RedisFault) -> UInt64? {
        if let fault { throw fault }
        if holdsReply {
            holdsReply = false
            unsafe arena.pointee.reset()
        }
        var object: UnsafeMutableRawPointer?
        // SAFETY: the reader is ours; the object it returns is a number that only says "whole".
        let status = unsafe redisReaderGetReply(reader, &object)
        guard status == REDIS_OK else { throw fail(.protocolViolation) }
        guard unsafe object != nil else { return nil }
        holdsReply = true
        guard let oldest = waiting.first else { throw fail(.unexpectedReply) }
        answered += 1
        if answered >= oldest.replies {
            _ = waiting.popFirst()
            answered = 0
        }
        return oldest.tag
    }

    /// The reply that `next` announced. Traps when it announced none.
    package var reply: RedisReply {
        @_lifetime(borrow self) get {
            precondition(holdsReply)
            // SAFETY: the arena lives as long as self and is changed by mutating calls only.
            let nodes = unsafe arena.pointee.nodes.span
            let text = unsafe arena.pointee.bytes.span
            let reply = RedisReply(nodes: nodes, text: text, index: 0)
            return unsafe _overrideLifetime(reply, borrowing: self)
        }
    }

    private mutating func fail(_ fault: RedisFault) -> RedisFault {
        self.fault = fault
        return fault
    }
}
