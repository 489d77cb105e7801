import Bytes

/// Ticket keys as bytes, for a process that takes over from this one: sessions are resumed there.
/// Whoever reads them can read sessions; they go through sealed memory or a secret file only.
extension TicketKeys {
    /// All keys, the sealing one first, `keyBytes` each.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        for key in all {
            for index in key.name.indices { bytes.append(key.name[index]) }
            for index in key.macKey.indices { bytes.append(key.macKey[index]) }
            for index in key.cipherKey.indices { bytes.append(key.cipherKey[index]) }
        }
        return bytes
    }

    /// The keys that `bytes` told; nil for anything else.
    package init?(bytes: Span<UInt8>) {
        guard bytes.count.isMultiple(of: Self.keyBytes) else { return nil }
        var keys: [[UInt8]] = []
        for start in stride(from: 0, to: bytes.count, by: Self.keyBytes) {
            keys.append(bytes.extracting(start..<start + Self.keyBytes).toArray())
        }
        self.init(shared: keys)
    }
}
