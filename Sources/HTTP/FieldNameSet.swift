/// A set of field names in one word.
@usableFromInline package struct FieldNameSet: Equatable, Sendable {
    @usableFromInline var word: UInt64

    /// The empty set.
    @inlinable @inline(__always)
    package init() { word = 0 }

    /// The set of one name.
    @inlinable @inline(__always)
    package init(_ name: FieldName) { word = 1 << UInt64(name.rawValue) }

    /// Whether `name` is in the set.
    @inlinable @inline(__always)
    package func contains(_ name: FieldName) -> Bool { word >> UInt64(name.rawValue) & 1 == 1 }

    /// Adds `name`.
    @inlinable @inline(__always)
    package mutating func insert(_ name: FieldName) { word |= 1 << UInt64(name.rawValue) }

    /// Adds the names of `other`.
    @inlinable @inline(__always)
    package mutating func formUnion(_ other: FieldNameSet) { word |= other.word }

    /// The names of either set.
    @inlinable @inline(__always)
    package func union(_ other: FieldNameSet) -> FieldNameSet {
        var result = self
        result.formUnion(other)
        return result
    }

    /// The set with one name more.
    @inlinable @inline(__always)
    package func with(_ name: FieldName) -> FieldNameSet {
        var result = self
        result.insert(name)
        return result
    }

    // The sets that are asked for every field are computed: each is one number when compiled, where
    // a stored one would be looked up behind `swift_once`.

    /// Fields that concern one connection only (RFC 9110 §7.6.1).
    @inlinable package static var hopByHop: FieldNameSet {
        @inline(__always) get {
            FieldNameSet(.connection).with(.keepAlive).with(.proxyConnection).with(.te)
                .with(.trailer).with(.transferEncoding).with(.upgrade).with(.proxyAuthorization)
                .with(.proxyAuthenticate).with(.http2Settings)
        }
    }

    /// Fields that are written anew from what the message was read as, never copied.
    @inlinable package static var regenerated: FieldNameSet {
        @inline(__always) get {
            hopByHop.with(.host).with(.contentLength).with(.expect)
        }
    }

    /// Fields that tell the back end what only the gateway may tell.
    @inlinable package static var edgeOnly: FieldNameSet {
        @inline(__always) get {
            FieldNameSet(.xBawaba).with(.xRealIP).with(.clientIP).with(.trueClientIP)
                .with(.xOriginalURL).with(.xRewriteURL).with(.proxy).with(.methodOverride)
                .with(.clientCert).with(.clientCertChain)
        }
    }

    /// Fields with which a proxy tells of the client's side.
    @inlinable package static var forwarded: FieldNameSet {
        @inline(__always) get {
            FieldNameSet(.xForwardedFor).with(.xForwardedProto).with(.xForwardedHost)
                .with(.xForwardedPort).with(.xForwardedOther).with(.forwarded)
        }
    }

    /// Those of them that are written anew, continued where the proxy in front is trusted.
    @inlinable package static var forwardedAnew: FieldNameSet {
        @inline(__always) get {
            FieldNameSet(.xForwardedFor).with(.xForwardedProto).with(.xForwardedHost)
        }
    }

    /// Every name that has a meaning here.
    package static let known = FieldName.allCases.reduce(into: FieldNameSet()) {
        if $1 != .other { $0.insert($1) }
    }
}
