import Bytes
import CNGHTTP2

/// What is judged of a frame by its first nine bytes.
extension HTTP2Session {
    /// Whether everything before the frame has to be taken before it can be judged. A new stream's
    /// head, which nearly all frames are, need not be; it only counts.
    mutating func mustSettle(_ frame: FrameMeter.Header) -> Bool {
        if unsafe box.pointee.isClient { return mustSettleAsClient(frame) }
        switch nghttp2_frame_type(UInt32(frame.type)) {
        case NGHTTP2_HEADERS:
            // SAFETY: in this file, `box` is the state that this session owns.
            let last = unsafe box.pointee.lastStream
            if frame.stream > last { unsafe box.pointee.lastStream = frame.stream }
            if unsafe frame.stream > box.pointee.lastTaken {
                // Behind our GOAWAY nothing comes of it, but HPACK must follow it.
                unsafe box.pointee.patience -= 1
                return unsafe box.pointee.patience <= 0
            }
            return frame.stream <= last
        case NGHTTP2_DATA, NGHTTP2_PRIORITY:
            unsafe box.pointee.patience -= 1
            return true
        default:
            unsafe box.pointee.patience -= 1
            return unsafe box.pointee.patience <= 0
        }
    }

    /// Of a server's frames only their count is judged here: it opens no streams, and what comes
    /// for one that is over nghttp2 passes over or refuses.
    private mutating func mustSettleAsClient(_ frame: FrameMeter.Header) -> Bool {
        if nghttp2_frame_type(UInt32(frame.type)) != NGHTTP2_HEADERS {
            unsafe box.pointee.patience -= 1
        }
        return unsafe box.pointee.patience <= 0
    }

    /// Why the connection ends with this frame, nil when it does not.
    mutating func judge(_ frame: FrameMeter.Header) -> HTTP2Code? {
        let type = nghttp2_frame_type(UInt32(frame.type))
        if unsafe box.pointee.patience <= 0 { return .enhanceYourCalm }
        if unsafe box.pointee.isClient { return nil }
        // nghttp2 does not look at priorities, which RFC 9113 §5.3.2 has left of use to nobody.
        if type == NGHTTP2_PRIORITY { return frame.stream == 0 ? .protocolError : nil }
        // SAFETY: the session is live; only whether there is a stream is asked.
        let isOpen = unsafe nghttp2_session_find_stream(raw, frame.stream) != nil
        if isOpen { return nil }
        switch unsafe box.pointee.ending(of: frame.stream) {
        case .notBegun, .resetByUs:
            // RFC 9113 §5.1, "closed": frames that were on their way to a stream that we reset.
            return nil
        case .byPeer:
            return .streamClosed
        case .unknown:
            // A head: it was passed over, and cannot be begun any more (RFC 9113 §5.1.1).
            return type == NGHTTP2_HEADERS ? .protocolError : .streamClosed
        }
    }
}

extension SessionState {
    enum Ending {
        case notBegun, byPeer, resetByUs, unknown
    }

    /// How a stream that is not open came to its end.
    func ending(of stream: Int32) -> Ending {
        // Behind our GOAWAY streams are passed over (RFC 9113 §6.8).
        if stream == 0 || stream > lastStream || stream > lastTaken { return .notBegun }
        if resetByUs.contains(stream) { return .resetByUs }
        return peerEnded.contains(stream) ? .byPeer : .unknown
    }
}
