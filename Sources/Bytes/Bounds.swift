/// Every bound of the gateway, with its reason. Policies may lower or raise those marked *default*;
/// the others are what the code is built for.
public enum Bounds {
    // MARK: Buffers

    /// Smallest storage of a buffer: a request head and a small body of this field fit into it.
    @inlinable public static var bufferBytesMin: Int { 2_048 }
    /// Room for one read from a socket: a TLS record's payload (RFC 8446 §5.1) and its overhead.
    @inlinable public static var readBytes: Int { 16_384 + 512 }
    /// Bytes that may wait for a slow receiver before reading from the sender stops.
    @inlinable public static var relayBytesMax: Int { 65_536 }

    // MARK: HTTP heads

    /// Request target in bytes, *default*; RFC 9112 §3 asks for at least 8000.
    @inlinable public static var targetBytesMax: Int { 8_192 }
    /// Request or response head in bytes, *default*; browsers' cookies stay below 16 KiB.
    @inlinable public static var headBytesMax: Int { 32_768 }
    /// Field lines in a head, *default*.
    @inlinable public static var fieldsMax: Int { 100 }
    /// A chunk's size line with its extensions; longer is an attack (RFC 9112 §7.1.1 allows a bound).
    @inlinable public static var chunkLineBytesMax: Int { 256 }
    /// A trailer section in bytes.
    @inlinable public static var trailerBytesMax: Int { 8_192 }
    /// Interim (1xx) responses before a final one.
    @inlinable public static var interimResponsesMax: Int { 8 }

    // MARK: Bodies

    /// Body in bytes where nothing else is said, *default*.
    @inlinable public static var bodyBytesMax: Int { 8_388_608 }
    /// Body that is held for validation, *default*: what an operation with a schema may send.
    @inlinable public static var judgedBodyBytesMax: Int { 1_048_576 }
    /// Nesting of JSON, as PHP's `json_decode` bounds it (laravel.md §3).
    @inlinable public static var jsonDepthMax: Int { 512 }

    // MARK: TLS

    /// Seconds that a session ticket is good for. RFC 8446 §4.6.1 allows seven days; half a day,
    /// because whoever learns a ticket key can read the sessions of TLS 1.2 that it sealed.
    @inlinable public static var ticketLifetimeSeconds: Int { 43_200 }
    /// A server name in bytes (RFC 1035 §2.3.4).
    @inlinable public static var serverNameBytesMax: Int { 255 }

    // MARK: Identity

    /// Digits of a token id: 2^63 - 1 has 19 (laravel.md §1, over-long ids).
    @inlinable public static var tokenIDDigitsMax: Int { 19 }
    /// A bearer token's length in bytes; Sanctum's are 48 behind the pipe.
    @inlinable public static var bearerBytesMax: Int { 512 }
}
