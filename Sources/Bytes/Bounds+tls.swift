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
}
