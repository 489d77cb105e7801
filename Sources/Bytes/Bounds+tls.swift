extension Bounds {

    // MARK: The heap

    /// Answer buffers that a worker keeps for the next requests; none is above `relayBytesMax`, and
    /// most have 2 KiB.
    @inlinable public static var spareOutputsMax: Int { 64 }

    /// Blocks from this size on are mapped by themselves (`ProcessLimits.separateLargeBlocks`). It
    /// takes in OpenSSL's two buffers of a connection, which are freed when that falls idle, and
    /// its handshake's; nothing smaller is worth a page of its own.
    @inlinable public static var ownMappingBytesMin: Int { 16_384 }
    /// Such blocks at once; more go into the heap. Half of what Linux allows a process by default
    /// (vm.max_map_count), because to free one in the middle of others makes two areas of one.
    @inlinable public static var ownMappingsMax: Int { 32_768 }

    // MARK: TLS

    /// Reads of 16 KiB within one call of OpenSSL: a record takes two, the longest first message of
    /// a handshake nine.
    @inlinable public static var readsPerTLSCall: Int { 16 }
    /// A client's certificate with its chain: three of 4096 bits with room. OpenSSL's default, 100
    /// KiB, would go into a ticket and a field to the upstream.
    @inlinable public static var clientCertificatesBytesMax: Int { 16_384 }
    /// What the upstream is told of a certificate's subject and of its names; the certificate
    /// itself is there beside them.
    @inlinable public static var clientSubjectBytesMax: Int { 1_024 }
    @inlinable public static var clientNamesBytesMax: Int { 4_096 }
    /// Authorities between a client's certificate and its root, *default* and most.
    @inlinable public static var verifyDepth: Int { 2 }
    @inlinable public static var verifyDepthMax: Int { 10 }
    /// Ticket keys in a file: the one in use, the next, and two of the past.
    @inlinable public static var ticketKeysMax: Int { 4 }
    /// Failed handshakes that a worker logs a second; all are counted.
    @inlinable public static var handshakesLoggedMax: Int { 5 }
}
