import Bytes

/// Classes of bytes in a request target (RFC 3986 §2, §3.3).
enum URIBytes {
    /// `u` is unreserved; `p` is another byte that a path segment may hold as it is; `/` and `%`
    /// are themselves; `q` is tolerated in a query only, because clients send it there unescaped
    /// (`filter[status]=open`); `-` may stand nowhere.
    private static let classes: StaticString = """
        ---------------------------------pq-p%pppppppuu/uuuuuuuuuuppqpqq\
        puuuuuuuuuuuuuuuuuuuuuuuuuuqqqququuuuuuuuuuuuuuuuuuuuuuuuuuqqqu-\
        ----------------------------------------------------------------\
        ----------------------------------------------------------------
        """

    /// The class of `byte`.
    static func classOf(_ byte: UInt8) -> UInt8 { literalBytes(classes)[Int(byte)] }

    static func isUnreserved(_ byte: UInt8) -> Bool { classOf(byte) == UInt8(ascii: "u") }

    static func isQuery(_ byte: UInt8) -> Bool { classOf(byte) != UInt8(ascii: "-") }
}
