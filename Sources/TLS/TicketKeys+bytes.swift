import Bytes

/// Ticket keys as bytes, for a process that takes over from this one: sessions are resumed there.
/// Whoever reads them can read sessions; they go through sealed memory only.
extension TicketKeys {
    /// A key's name, cipher key and MAC key.
    private static var keyBytes: Int { 16 + 32 + 32 }

    /// The current key and, where there is one, the previous.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        for key in [current] + (previous.map { [$0] } ?? []) {
            for index in key.name.indices { bytes.append(key.name[index]) }
            for index in key.cipherKey.indices { bytes.append(key.cipherKey[index]) }
            for index in key.macKey.indices { bytes.append(key.macKey[index]) }
        }
        return bytes
    }

    /// The keys that `bytes` told; nil for anything else.
    package init?(bytes: Span<UInt8>) {
        switch bytes.count {
        case Self.keyBytes:
            self.init(current: TicketKey(bytes), previous: nil)
        case 2 * Self.keyBytes:
            self.init(
                current: TicketKey(bytes.extracting(first: Self.keyBytes)),
                previous: TicketKey(bytes.extracting(last: Self.keyBytes)))
        default: return nil
        }
    }
}

extension TicketKey {
    fileprivate init(_ bytes: Span<UInt8>) {
        self.init()
        for index in name.indices { name[index] = bytes[index] }
        for index in cipherKey.indices { cipherKey[index] = bytes[16 + index] }
        for index in macKey.indices { macKey[index] = bytes[48 + index] }
    }
}
