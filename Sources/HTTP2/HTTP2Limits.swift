package import HTTP

/// What one side of a connection allows the other.
package struct HTTP2Limits: Sendable {
    package var head: HeadLimits
    /// Streams that the peer may have open at once.
    package var streams: Int
    /// Bytes of content that may be on their way, per stream and in all.
    package var streamWindow: Int
    package var connectionWindow: Int

    package init(
        head: HeadLimits, streams: Int, streamWindow: Int, connectionWindow: Int
    ) {
        self.head = head
        self.streams = streams
        self.streamWindow = streamWindow
        self.connectionWindow = connectionWindow
    }
}
