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

    // MARK: Identity

    /// Digits of a token id: 2^63 - 1 has 19 (laravel.md §1, over-long ids).
    @inlinable public static var tokenIDDigitsMax: Int { 19 }
    /// A bearer token's length in bytes; Sanctum's are 48 behind the pipe.
    @inlinable public static var bearerBytesMax: Int { 512 }
    /// An organization's or a user's id in bytes: ULIDs have 26, UUIDs 36; both become field
    /// values.
    @inlinable public static var subjectBytesMax: Int { 64 }
    /// A token's abilities in bytes of compact JSON: they become a field value.
    @inlinable public static var abilitiesBytesMax: Int { 4_096 }
    /// Tokens that a worker remembers as verified; a power of two. Beyond it, the least recently
    /// used is forgotten and costs its next request a second round trip.
    @inlinable public static var verifiedTokensMax: Int { 8_192 }
    /// Client addresses whose failed look-ups a worker counts; a power of two.
    @inlinable public static var failedAddressesMax: Int { 4_096 }
    /// Age of an upstream assertion that a verifier accepts, in seconds, either way.
    @inlinable public static var assertionAgeSecondsMax: Int { 300 }

    // MARK: Redis

    /// Requests of one link that wait for an answer: more than a worker has connections in flight.
    @inlinable public static var redisInFlightMax: Int { 16_384 }
    /// One reply in bytes: the largest record is a token's with its abilities.
    @inlinable public static var redisReplyBytesMax: Int { 1_048_576 }
    /// Values in one reply, elements of arrays included.
    @inlinable public static var redisReplyValuesMax: Int { 65_536 }
    /// First pause before connecting again; each further one doubles.
    @inlinable public static var redisRetryMillisecondsMin: UInt64 { 20 }
    /// Longest pause before connecting again: how late service returns at most.
    @inlinable public static var redisRetryMillisecondsMax: UInt64 { 1_000 }
    /// Time for connecting and for the greeting (AUTH, SELECT, SCRIPT LOAD) each.
    @inlinable public static var redisConnectMilliseconds: UInt64 { 2_000 }

    // MARK: Quotas

    /// Requests per period and burst of a limit.
    @inlinable public static var limitRequestsMax: Int { 1_000_000_000 }
    /// A limit's period in seconds: 31 days.
    @inlinable public static var limitPeriodSecondsMax: Int { 2_678_400 }
    /// Nanoseconds that a full burst may stand for: what Lua's numbers count exactly, 2^53.
    @inlinable public static var limitDebtNanosecondsMax: Int { 1 << 53 }
    /// Named limits whose overrides are remembered beside a verified token.
    @inlinable public static var limitsRememberedMax: Int { 4 }
}
