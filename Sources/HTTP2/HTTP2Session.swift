package import Bytes
import CNGHTTP2
import HTTP

/// One side of an HTTP/2 connection (RFC 9113), without input or output: bytes of the peer go in,
/// events and bytes for the peer come out. Framing, HPACK and flow control are nghttp2's.
///
/// nghttp2 refuses what RFC 9113 calls malformed before anybody sees it: upper-case names, fields
/// of a connection, missing or repeated pseudo-header fields, a content length that is not the
/// content's. It bounds the peer's resets, CONTINUATION frames and answers to PING and SETTINGS.
/// The session bounds the resets that a peer provokes, and all frames that move nothing on.
@safe
package struct HTTP2Session: ~Copyable {
    // SAFETY: `raw` is a session that this value alone owns, and `box` the one initialised state
    // that it was made with; both are freed once, in `deinit`, the session first.
    let raw: OpaquePointer
    let box: UnsafeMutablePointer<SessionState>
    /// What nghttp2 takes memory from; nil for malloc.
    private let memory: SessionMemory?
    var meter: FrameMeter
    /// Storage for heads that are sent.
    var sending = HeadWriter()

    /// The server's side of a new connection; nil without memory. Its SETTINGS wait to be sent.
    package init?(serving limits: HTTP2Limits, memory: SessionMemory? = nil) {
        self.init(limits, isClient: false, memory)
    }

    init?(_ limits: HTTP2Limits, isClient: Bool, _ memory: SessionMemory?) {
        let state = UnsafeMutablePointer<SessionState>.allocate(capacity: 1)
        unsafe state.initialize(to: SessionState(limits: limits.head, isClient: isClient))
        guard let session = unsafe Self.make(state, isClient: isClient, memory) else {
            unsafe state.deinitialize(count: 1)
            unsafe state.deallocate()
            return nil
        }
        unsafe raw = session
        unsafe box = state
        self.memory = memory
        meter = FrameMeter(passing: isClient ? 0 : FrameMeter.prefaceCount)
        announce(limits, isClient: isClient)
    }

    deinit {
        unsafe nghttp2_session_del(raw)
        unsafe box.deinitialize(count: 1)
        unsafe box.deallocate()
    }

    private static func make(
        _ state: UnsafeMutablePointer<SessionState>, isClient: Bool, _ memory: SessionMemory?
    ) -> OpaquePointer? {
        var option: OpaquePointer?
        guard unsafe nghttp2_option_new(&option) == 0 else { return nil }
        defer { unsafe nghttp2_option_del(option) }
        // Windows open when content has gone on, not when it has come.
        unsafe nghttp2_option_set_no_auto_window_update(option, 1)
        unsafe nghttp2_option_set_no_closed_streams(option, 1)
        unsafe nghttp2_option_set_max_outbound_ack(option, Bounds.http2AnswersMax)
        // An answer's head that was let in goes out whatever its size: by itself nghttp2 would drop
        // one above 64 KiB and say nothing.
        unsafe nghttp2_option_set_max_send_header_block_length(
            option, Bounds.http2HeadBytesMax)
        unsafe nghttp2_option_set_max_settings(option, Bounds.http2SettingsMax)
        unsafe nghttp2_option_set_max_continuations(option, Bounds.http2ContinuationsMax)
        unsafe nghttp2_option_set_stream_reset_rate_limit(
            option, Bounds.http2ResetsMax, Bounds.http2ResetsPerSecond)
        var session: OpaquePointer?
        // SAFETY: the callbacks are never freed; nghttp2 copies them, the options and the memory's
        // functions.
        let make = unsafe isClient ? nghttp2_session_client_new3 : nghttp2_session_server_new3
        var result: Int32 = 0
        if let memory {
            var functions = unsafe memory.functions
            result = unsafe make(&session, sessionCallbacks, state, option, &functions)
        } else {
            result = unsafe make(&session, sessionCallbacks, state, option, nil)
        }
        guard result == 0 else { return nil }
        return unsafe session
    }

    private mutating func announce(_ limits: HTTP2Limits, isClient: Bool) {
        var settings = [
            entry(NGHTTP2_SETTINGS_INITIAL_WINDOW_SIZE, limits.streamWindow),
            entry(NGHTTP2_SETTINGS_MAX_HEADER_LIST_SIZE, limits.head.headBytes),
        ]
        if isClient {
            settings.append(entry(NGHTTP2_SETTINGS_ENABLE_PUSH, 0))
        } else {
            settings.append(entry(NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS, limits.streams))
            settings.append(entry(NGHTTP2_SETTINGS_ENABLE_CONNECT_PROTOCOL, 1))
            // Nobody uses them any more, and a tree of them costs (RFC 9113 §5.3.2).
            settings.append(entry(NGHTTP2_SETTINGS_NO_RFC7540_PRIORITIES, 1))
        }
        unsafe settings.withUnsafeBufferPointer {
            _ = unsafe nghttp2_submit_settings(raw, 0, $0.baseAddress, $0.count)
        }
        _ = unsafe nghttp2_session_set_local_window_size(
            raw, 0, 0, Int32(limits.connectionWindow))
    }

    private func entry(_ id: nghttp2_settings_id, _ value: Int) -> nghttp2_settings_entry {
        nghttp2_settings_entry(settings_id: Int32(id.rawValue), value: UInt32(value))
    }

    // MARK: Receiving

    /// Takes bytes of the peer. What they say is in `events`, which names what stands here until
    /// the next call. False when the connection cannot go on: what waits is sent, and it is closed.
    package mutating func receive(_ input: Span<UInt8>) -> Bool {
        unsafe box.pointee.forget()
        var fed = 0
        var position = 0
        while let frame = meter.next(input, from: &position) {
            if !mustSettle(frame) { continue }
            // What stands before it is settled first: it decides whether the frame may be.
            guard feed(input.extracting(fed..<position - 1)) else { return false }
            fed = position - 1
            if let code = judge(frame) {
                terminate(code)
                return true
            }
        }
        return feed(input.extracting(fed...))
    }

    private mutating func feed(_ input: Span<UInt8>) -> Bool {
        let taken = unsafe input.withUnsafeBufferPointer {
            unsafe nghttp2_session_mem_recv(raw, $0.baseAddress, $0.count)
        }
        return taken == input.count
    }

    /// As above, with the buffer that holds the bytes.
    package mutating func receive(_ input: borrowing ByteBuffer) -> Bool { receive(input.span) }

    /// A minute has gone by: frames that came without need meanwhile are forgiven, and some faults.
    package mutating func forgive() {
        unsafe box.pointee.patience = Bounds.http2IdleFramesMax
        unsafe box.pointee.faultsLeft = min(
            box.pointee.faultsLeft + Bounds.http2FaultsForgiven, Int(Bounds.http2ResetsMax))
    }

    /// Gives back the storage for what the peer says. It is made anew when it says something.
    package mutating func releaseBuffers() { unsafe box.pointee.releaseStorage() }

    /// Bytes of that storage.
    package var capacity: Int { unsafe box.pointee.bytes.capacity }

    /// How many events there are: those of the last `receive`, and what sending brought since.
    package var eventCount: Int { unsafe box.pointee.events.count }

    package func event(_ index: Int) -> HTTP2Event { unsafe box.pointee.events[index] }

    /// Forgets the events, which have been seen.
    package mutating func forgetEvents() {
        unsafe box.pointee.events.removeAll(keepingCapacity: true)
    }

    /// The bytes of a range that an event names.
    @_lifetime(borrow self)
    package func text(_ range: ByteRange) -> Span<UInt8> {
        unsafe _overrideLifetime(box.pointee.bytes.span.slice(range), borrowing: self)
    }

    /// The stream whose head or trailers have begun and are not whole, so that the peer's time to
    /// send them runs; 0 for none.
    package var blockStream: Int32 {
        unsafe box.pointee.isInBlock ? box.pointee.open.stream : 0
    }

    /// Whether the connection has anything more to do: when not, it is closed.
    package var isAlive: Bool {
        unsafe nghttp2_session_want_read(raw) != 0 || nghttp2_session_want_write(raw) != 0
    }

    /// Content of a stream has gone on: the peer may send as much again.
    package mutating func consume(_ count: Int, of stream: Int32) {
        guard count > 0 else { return }
        if unsafe box.pointee.isClient {
            // The connection's window has opened already: see `onData`.
            _ = unsafe nghttp2_session_consume_stream(raw, stream, count)
        } else {
            _ = unsafe nghttp2_session_consume(raw, stream, count)
        }
    }

    /// Remembers whose a stream is; 0 for nobody's. False when there is no such stream any more.
    package mutating func setOwner(_ owner: UInt64, of stream: Int32) -> Bool {
        // SAFETY: a number in a pointer's place, which nobody follows.
        let number = unsafe UnsafeMutableRawPointer(bitPattern: UInt(owner))
        return unsafe nghttp2_session_set_stream_user_data(raw, stream, number) == 0
    }

    /// Whose a stream is; 0 when it is nobody's, or over.
    package func owner(of stream: Int32) -> UInt64 {
        UInt64(UInt(bitPattern: unsafe nghttp2_session_get_stream_user_data(raw, stream)))
    }

    // MARK: Ending

    /// Ends a stream before its time.
    package mutating func reset(_ stream: Int32, _ code: HTTP2Code) {
        unsafe box.pointee.resetByUs.insert(stream)
        _ = unsafe nghttp2_submit_rst_stream(raw, 0, stream, code.value)
    }

    /// Tells the peer that no new streams will be taken soon (RFC 9113 §6.8). Those that it sends
    /// before it knows are still served.
    package mutating func announceEnd() { _ = unsafe nghttp2_submit_shutdown_notice(raw) }

    /// The last stream that `refuseNew` named: later ones must not be taken.
    package var lastTaken: Int32 { unsafe box.pointee.lastTaken }

    /// Takes no new streams; the connection ends with the last one that is open.
    package mutating func refuseNew() {
        let last = unsafe nghttp2_session_get_last_proc_stream_id(raw)
        unsafe box.pointee.lastTaken = last
        _ = unsafe nghttp2_submit_goaway(raw, 0, last, HTTP2Code.noError.value, nil, 0)
    }

    /// Ends the connection with all its streams.
    package mutating func terminate(_ code: HTTP2Code) {
        _ = unsafe nghttp2_session_terminate_session(raw, code.value)
    }
}
