package import Bytes

/// What a request is for, as ranges into the head's bytes. Every path in here is normalised: it has
/// one reading (see `RequestHead.setTarget`).
package struct Target: Equatable, Sendable {
    /// The form in which it was sent (RFC 9112 §3.2). Authority-form belongs to CONNECT and is
    /// refused.
    package enum Form: Equatable, Sendable { case origin, absolute, asterisk }

    /// The scheme that an absolute-form names.
    package enum Scheme: Equatable, Sendable { case unstated, http, https }

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
