/// A set of field names in one word.
package struct FieldNameSet: Equatable, Sendable {
    private var word: UInt64

    /// The empty set.
    package init() { word = 0 }

    /// The set of one name.
    package init(_ name: FieldName) { word = 1 << UInt64(name.rawValue) }

    /// Whether `name` is in the set.
    @inline(__always)
    package func contains(_ name: FieldName) -> Bool { word >> UInt64(name.rawValue) & 1 == 1 }

    /// Adds `name`.
    @inline(__always)
    package mutating func insert(_ name: FieldName) { word |= 1 << UInt64(name.rawValue) }

    /// Adds the names of `other`.
    package mutating func formUnion(_ other: FieldNameSet) { word |= other.word }

    /// The names of either set.
    package func union(_ other: FieldNameSet) -> FieldNameSet {
        var result = self
        result.formUnion(other)
        return result
    }

    /// The set of some names.
    private static func of(_ names: [FieldName]) -> FieldNameSet {
        var result = FieldNameSet()
        for name in names { result.insert(name) }
        return result
    }

    /// Fields that concern one connection only (RFC 9110 §7.6.1).
    package static let hopByHop = of([
        .connection, .keepAlive, .proxyConnection, .te, .trailer, .transferEncoding, .upgrade,
        .proxyAuthorization, .proxyAuthenticate, .http2Settings,
    ])

    /// Fields that are written anew from what the message was read as, never copied.
    package static let regenerated = hopByHop.union(of([.host, .contentLength, .expect]))

    /// Fields that tell the back end what only the gateway may tell.
    package static let edgeOnly = of([
        .xBawaba, .xRealIP, .clientIP, .trueClientIP, .xOriginalURL, .xRewriteURL, .proxy,
        .methodOverride, .clientCert, .clientCertChain,
    ])

    /// Fields with which a proxy tells of the client's side.
    package static let forwarded = of([
        .xForwardedFor, .xForwardedProto, .xForwardedHost, .xForwardedPort, .xForwardedOther,
        .forwarded,
    ])

    /// Those of them that are written anew, continued where the proxy in front is trusted.
    package static let forwardedAnew = of([.xForwardedFor, .xForwardedProto, .xForwardedHost])

    /// Every name that has a meaning here.
    package static let known = of(FieldName.allCases.filter { $0 != .other })
}
