package import Bytes

/// What a request is for, as ranges into the head's bytes. Every path in here is normalised: it has
/// one reading (see `RequestHead.setTarget`).
package struct Target: Equatable, Sendable {
    /// The form in which it was sent (RFC 9112 §3.2). Authority-form belongs to CONNECT and is
    /// refused.
    package enum Form: Equatable, Sendable { case origin, absolute, asterisk }

    /// The scheme that an absolute-form names, or `:scheme`.
    package enum Scheme: Equatable, Sendable {
        case unstated, http, https

        /// The scheme of that name (RFC 3986 §3.1); others are unstated.
        package init(_ name: Span<UInt8>) {
            self =
                name.equalsIgnoringCase("https")
                ? .https : name.equalsIgnoringCase("http") ? .http : .unstated
        }

        /// The port of an authority that names none (RFC 9110 §4.2.1, §4.2.2).
        var defaultPort: UInt16? {
            switch self {
            case .unstated: nil
            case .http: 80
            case .https: 443
            }
        }
    }

    package var form: Form = .origin
    package var scheme: Scheme = .unstated
    /// The path as sent, without the query; empty when an absolute-form has none.
    package var raw: ByteRange = .empty
    /// The path that is matched and sent: it begins with `/`, or is `*`.
    package var path: ByteRange = .empty
    /// What follows the first `?`, its bytes unchanged.
    package var query: ByteRange = .empty
    /// Whether there is a `?`, be it with nothing behind it.
    package var hasQuery: Bool = false

    /// The target of nothing.
    package init() {}
}
