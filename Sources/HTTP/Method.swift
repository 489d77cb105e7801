import Bytes

/// A request method (RFC 9110 §9, RFC 5789). Methods that are not listed are `other`; their text
/// stays in the head.
@usableFromInline package enum Method: UInt8, CaseIterable, Sendable {
    case get, head, post, put, patch, delete, options, trace, connect, other

    /// The method that a token names. Method names are case-sensitive (RFC 9110 §9.1).
    package init(_ token: Span<UInt8>) {
        self = .other
        switch token.count {
        case 3:
            if token.equals("GET") { self = .get } else if token.equals("PUT") { self = .put }
        case 4:
            if token.equals("POST") { self = .post } else if token.equals("HEAD") { self = .head }
        case 5:
            if token.equals("PATCH") {
                self = .patch
            } else if token.equals("TRACE") {
                self = .trace
            }
        case 6:
            if token.equals("DELETE") { self = .delete }
        case 7:
            if token.equals("OPTIONS") {
                self = .options
            } else if token.equals("CONNECT") {
                self = .connect
            }
        default: break
        }
    }

    /// The name on the wire; empty for `other`.
    package var text: StaticString {
        switch self {
        case .get: "GET"
        case .head: "HEAD"
        case .post: "POST"
        case .put: "PUT"
        case .patch: "PATCH"
        case .delete: "DELETE"
        case .options: "OPTIONS"
        case .trace: "TRACE"
        case .connect: "CONNECT"
        case .other: ""
        }
    }

    /// Whether the method asks for no change (RFC 9110 §9.2.1).
    package var isSafe: Bool {
        switch self {
        case .get, .head, .options, .trace: true
        case .post, .put, .patch, .delete, .connect, .other: false
        }
    }

    /// Whether repeating the request has the effect of making it once (RFC 9110 §9.2.2).
    package var isIdempotent: Bool { isSafe || self == .put || self == .delete }
}
