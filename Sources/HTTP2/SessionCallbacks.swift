import Bytes
import CNGHTTP2

// SAFETY: in all of these, `user` is the state that the session was made with, which outlives it,
// and nghttp2 lends frames, names, values and content for the call. They run only within a call of
// the session that owns the state, on its thread, while that holds no access to the state.

/// The callbacks of every session: made once, never changed or freed.
nonisolated(unsafe) let sessionCallbacks: OpaquePointer? = {
    var made: OpaquePointer?
    guard unsafe nghttp2_session_callbacks_new(&made) == 0, let made = unsafe made else {
        return nil
    }
    unsafe nghttp2_session_callbacks_set_on_begin_headers_callback(made, onBeginHeaders)
    unsafe nghttp2_session_callbacks_set_on_header_callback(made, onHeader)
    unsafe nghttp2_session_callbacks_set_on_invalid_header_callback(made, onInvalidHeader)
    unsafe nghttp2_session_callbacks_set_on_frame_recv_callback(made, onFrame)
    unsafe nghttp2_session_callbacks_set_on_invalid_frame_recv_callback(made, onInvalidFrame)
    unsafe nghttp2_session_callbacks_set_on_data_chunk_recv_callback(made, onData)
    unsafe nghttp2_session_callbacks_set_on_stream_close_callback(made, onClose)
    return unsafe made
}()

private func state(_ user: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<SessionState>? {
    unsafe user?.assumingMemoryBound(to: SessionState.self)
}

private func owner(of stream: Int32, _ session: OpaquePointer?) -> UInt64 {
    UInt64(UInt(bitPattern: unsafe nghttp2_session_get_stream_user_data(session, stream)))
}

/// Whose a stream is, where that must be known at once: on the client's side.
private func owner(
    of stream: Int32, _ session: OpaquePointer?, _ state: UnsafeMutablePointer<SessionState>
) -> UInt64 {
    unsafe state.pointee.isClient && stream != 0 ? owner(of: stream, session) : 0
}

private func onBeginHeaders(
    session: OpaquePointer?, frame: UnsafePointer<nghttp2_frame>?, user: UnsafeMutableRawPointer?
) -> Int32 {
    guard let state = unsafe state(user), let frame = unsafe frame else { return 0 }
    unsafe state.pointee.beginBlock(frame.pointee.hd.stream_id)
    return 0
}

private func onHeader(
    session: OpaquePointer?, frame: UnsafePointer<nghttp2_frame>?, name: UnsafePointer<UInt8>?,
    nameCount: Int, value: UnsafePointer<UInt8>?, valueCount: Int, flags: UInt8,
    user: UnsafeMutableRawPointer?
) -> Int32 {
    guard nameCount > 0, let state = unsafe state(user) else { return 0 }
    let name = unsafe UnsafeBufferPointer(start: name, count: nameCount)
    let value = unsafe UnsafeBufferPointer(start: value, count: valueCount)
    unsafe state.pointee.addField(name.span, value.span)
    // Fields that are named by a byte each unpack to thousands of bytes each: nghttp2 would check
    // all of them. It says no more of this section, and other streams' content must not be kept
    // behind it.
    guard unsafe state.pointee.isBlockHopeless else { return 0 }
    unsafe state.pointee.isInBlock = false
    return NGHTTP2_ERR_TEMPORAL_CALLBACK_FAILURE.rawValue
}

/// A field that may not be (RFC 9113 §8.2.1): by default nghttp2 would leave it out and go on.
private func onInvalidHeader(
    session: OpaquePointer?, frame: UnsafePointer<nghttp2_frame>?, name: UnsafePointer<UInt8>?,
    nameCount: Int, value: UnsafePointer<UInt8>?, valueCount: Int, flags: UInt8,
    user: UnsafeMutableRawPointer?
) -> Int32 {
    return NGHTTP2_ERR_TEMPORAL_CALLBACK_FAILURE.rawValue
}

private func onFrame(
    session: OpaquePointer?, frame: UnsafePointer<nghttp2_frame>?, user: UnsafeMutableRawPointer?
) -> Int32 {
    guard let state = unsafe state(user), let frame = unsafe frame else { return 0 }
    let header = unsafe frame.pointee.hd
    let stream = header.stream_id
    let owner = unsafe owner(of: stream, session, state)
    let ends = header.flags & UInt8(NGHTTP2_FLAG_END_STREAM.rawValue) != 0
    switch nghttp2_frame_type(UInt32(header.type)) {
    case NGHTTP2_HEADERS:
        let isFirst = unsafe frame.pointee.headers.cat != NGHTTP2_HCAT_HEADERS
        unsafe state.pointee.endBlock(isFirst: isFirst, endsStream: ends, owner: owner)
        unsafe state.pointee.movedOn()
        if ends { unsafe state.pointee.add(.ended, stream, owner: owner) }
    case NGHTTP2_DATA:
        if ends { unsafe state.pointee.add(.ended, stream, owner: owner) }
    case NGHTTP2_RST_STREAM:
        unsafe state.pointee.peerEnded.insert(stream)
        unsafe state.pointee.peerReset = stream
    case NGHTTP2_WINDOW_UPDATE:
        unsafe state.pointee.add(.window, stream, owner: owner)
    case NGHTTP2_SETTINGS:
        if header.flags & UInt8(NGHTTP2_FLAG_ACK.rawValue) == 0 {
            unsafe state.pointee.hasSettings = true
        }
        unsafe state.pointee.add(.window, 0)
    case NGHTTP2_PUSH_PROMISE:
        // RFC 9113 §8.4: our SETTINGS forbid it, and nghttp2 refuses it once they are acknowledged.
        _ = unsafe nghttp2_session_terminate_session(session, NGHTTP2_PROTOCOL_ERROR.rawValue)
    default: break
    }
    return 0
}

/// A frame that nghttp2 answers by resetting its stream, or by ending the connection.
private func onInvalidFrame(
    session: OpaquePointer?, frame: UnsafePointer<nghttp2_frame>?, code: Int32,
    user: UnsafeMutableRawPointer?
) -> Int32 {
    guard let state = unsafe state(user), let frame = unsafe frame else { return 0 }
    let stream = unsafe frame.pointee.hd.stream_id
    unsafe state.pointee.resetByUs.insert(stream)
    unsafe state.pointee.abandonBlock(of: stream)
    unsafe provoked(state, session)
    return 0
}

/// A peer that has us reset its streams makes as much work as one that resets them itself
/// (CVE-2025-8671): there is an end to it.
private func provoked(_ state: UnsafeMutablePointer<SessionState>, _ session: OpaquePointer?) {
    unsafe state.pointee.faultsLeft -= 1
    if unsafe state.pointee.faultsLeft < 0 {
        _ = unsafe nghttp2_session_terminate_session(session, NGHTTP2_ENHANCE_YOUR_CALM.rawValue)
    }
}

private func onData(
    session: OpaquePointer?, flags: UInt8, stream: Int32, data: UnsafePointer<UInt8>?,
    count: Int, user: UnsafeMutableRawPointer?
) -> Int32 {
    guard count > 0, let state = unsafe state(user) else { return 0 }
    let bytes = unsafe UnsafeBufferPointer(start: data, count: count)
    let owner = unsafe owner(of: stream, session, state)
    unsafe state.pointee.addData(stream, bytes.span, owner: owner)
    if unsafe state.pointee.isClient {
        // Each stream's own window bounds what waits for its client. The connection's stays open,
        // or streams whose clients are slow would hold up all others.
        _ = unsafe nghttp2_session_consume_connection(session, count)
    }
    return 0
}

private func onClose(
    session: OpaquePointer?, stream: Int32, code: UInt32, user: UnsafeMutableRawPointer?
) -> Int32 {
    guard let state = unsafe state(user) else { return 0 }
    // Of a head that we gave up nghttp2 says no more than this.
    unsafe state.pointee.abandonBlock(of: stream)
    var event = HTTP2Event(kind: .closed, stream: stream)
    event.code = HTTP2Code(value: code)
    event.owner = unsafe owner(of: stream, session)
    unsafe state.pointee.events.append(event)
    // A reset that nothing announced: neither the peer's own, nor of our owner, nor of a frame.
    guard code != NGHTTP2_NO_ERROR.rawValue, unsafe state.pointee.peerReset != stream,
        unsafe !state.pointee.resetByUs.contains(stream)
    else { return 0 }
    // A server's GOAWAY ends the streams that it has not begun with.
    if unsafe state.pointee.isClient, code == NGHTTP2_REFUSED_STREAM.rawValue { return 0 }
    unsafe state.pointee.resetByUs.insert(stream)
    unsafe provoked(state, session)
    // RFC 9113 §6.9.2: SETTINGS that make a window too large are the connection's error.
    if code == NGHTTP2_FLOW_CONTROL_ERROR.rawValue {
        _ = unsafe nghttp2_session_terminate_session(session, code)
    }
    return 0
}

/// Gives nghttp2 what is offered for a stream. Of others it is told to wait until they are.
func readContent(
    session: OpaquePointer?, stream: Int32, room: UnsafeMutablePointer<UInt8>?, roomCount: Int,
    flags: UnsafeMutablePointer<UInt32>?, source: UnsafeMutablePointer<nghttp2_data_source>?,
    user: UnsafeMutableRawPointer?
) -> Int {
    guard let state = unsafe state(user), unsafe state.pointee.offer.stream == stream else {
        return Int(NGHTTP2_ERR_DEFERRED.rawValue)
    }
    let waiting = unsafe state.pointee.offer.count - state.pointee.offer.taken
    let ends = unsafe state.pointee.offer.ends
    guard waiting > 0 || ends else { return Int(NGHTTP2_ERR_DEFERRED.rawValue) }
    let count = min(waiting, roomCount)
    if count > 0, let base = unsafe state.pointee.offer.base {
        // SAFETY: the room has `roomCount` bytes, the offer `waiting` behind what was taken.
        unsafe room?.update(from: base + state.pointee.offer.taken, count: count)
        unsafe state.pointee.offer.taken += count
    }
    if ends, count == waiting {
        unsafe state.pointee.offer.hasEnded = true
        var end = NGHTTP2_DATA_FLAG_EOF.rawValue
        if unsafe state.pointee.offer.hasTrailers {
            end |= NGHTTP2_DATA_FLAG_NO_END_STREAM.rawValue
        }
        unsafe flags?.pointee |= end
    }
    if count >= 1_024 || ends {
        unsafe state.pointee.movedOn()
    } else if count > 0, unsafe state.pointee.isClient || count < roomCount {
        // A peer answers each small message with a PING or a WINDOW_UPDATE. It has no part in their
        // being small, unless it is a client that gives room for one byte each.
        unsafe state.pointee.tookMessage()
    }
    return count
}
