import Bytes

/// Sizes that hold for every request.
package struct RequestBounds: Sendable, Equatable {
    package let targetBytesMax: Int
    package let headBytesMax: Int
    package let fieldsMax: Int
    /// The cap of every body, whatever its operation says; above it 413 comes before routing.
    package let bodyBytesMax: Int
    /// Client connections that one worker holds at a time.
    package let connectionsMax: Int
    /// The same from one client address (IPv6: /64); nil for no bound of its own.
    package let connectionsPerAddressMax: Int?
    /// Requests after which a client connection ends.
    package let requestsPerConnectionMax: Int
    /// Memory that the process may take, in bytes; nil for no ceiling.
    package let memoryBytesMax: Int?

    /// Streams of HTTP/2 that one worker holds at a time beyond the first of each connection, which
    /// every connection may have.
    package var sharedStreamsMax: Int { max(connectionsMax, Bounds.http2SharedStreamsMin) }
    /// Requests that one worker holds at a time.
    package var requestsMax: Int { connectionsMax + sharedStreamsMax }
    /// Sockets that one worker has at a time: its clients', and one for each request.
    package var socketsMax: Int { connectionsMax + requestsMax }
}

/// Time limits towards clients, in milliseconds.
package struct ClientTimeouts: Sendable, Equatable {
    package let handshakeMilliseconds: Int
    /// From a request's first byte to the end of its head.
    package let headMilliseconds: Int
    /// Between two pieces of a body.
    package let bodyMilliseconds: Int
    /// Between two pieces of an answer that the client takes.
    package let writeMilliseconds: Int
    /// Between two requests of a connection.
    package let idleMilliseconds: Int
    /// Silence in both directions of a WebSocket.
    package let tunnelMilliseconds: Int
    /// From SIGTERM to the last connection's end.
    package let drainMilliseconds: Int
    /// The same for a process that an upgrade has replaced.
    package let upgradeDrainMilliseconds: Int
    /// From an upgrade until the process that it starts is ready.
    package let upgradeStartMilliseconds: Int
}
