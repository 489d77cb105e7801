import Bytes

/// What a client's first message says, read without trust.
enum ClientHello {
    /// The host name in a `server_name` extension (RFC 6066 §3): a list of one name of type 0.
    /// Empty when the extension says anything else; OpenSSL then refuses it with an alert.
    static func hostName(_ serverName: Span<UInt8>) -> ByteRange {
        guard serverName.count > 5, number(serverName, at: 0) == serverName.count - 2,
            serverName[2] == 0, number(serverName, at: 3) == serverName.count - 5,
            serverName.count - 5 <= Bounds.serverNameBytesMax
        else { return .empty }
        return ByteRange(5..<serverName.count)
    }

    private static func number(_ bytes: Span<UInt8>, at index: Int) -> Int {
        Int(bytes[index]) << 8 | Int(bytes[index + 1])
    }

    /// The first of our protocols, in our order, that the client offers (RFC 7301 §3.2): a range of
    /// its list, empty when there is none. The list is of names with a length byte in front.
    static func selectProtocol(_ ours: [[UInt8]], offered: Span<UInt8>) -> ByteRange {
        for name in ours {
            var index = 0
            while index < offered.count {
                let end = index + 1 + Int(offered[index])
                guard end <= offered.count else { break }
                if offered.extracting(index + 1..<end).equals(name.span) {
                    return ByteRange(index + 1..<end)
                }
                index = end
            }
        }
        return .empty
    }
}
