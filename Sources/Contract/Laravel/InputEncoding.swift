import Bytes

/// How the back end reads a request's body.
package enum InputEncoding: Equatable, Sendable {
    case json
    /// `application/x-www-form-urlencoded`.
    case form
    /// `multipart/form-data`, which Laravel accepts and the gateway does not judge.
    case multipart
    /// Anything else, nothing included: Laravel sees an empty body.
    case other

    /// Reads `Content-Type` as Laravel, Symfony and PHP do; an absent field is empty.
    ///
    /// JSON is what contains `/json` or `+json` in this very spelling, whatever the method. Forms
    /// are read by PHP itself for POST, in any case, and by Symfony for PUT, PATCH and DELETE when
    /// the field begins so; nothing reads one in other methods. Multipart is read for POST only.
    package init(contentType: Span<UInt8>, method: Span<UInt8>) {
        if contentType.contains("/json") || contentType.contains("+json") {
            self = .json
        } else if method.equals("POST") {
            let type = mediaType(contentType)
            if type.equalsIgnoringCase("application/x-www-form-urlencoded") {
                self = .form
            } else {
                self = type.equalsIgnoringCase("multipart/form-data") ? .multipart : .other
            }
        } else if contentType.starts(with: "application/x-www-form-urlencoded"),
            method.equalsIgnoringCase("put") || method.equalsIgnoringCase("patch")
                || method.equalsIgnoringCase("delete")
        {
            self = .form
        } else {
            self = .other
        }
    }
}

/// What stands before the first `;`, `,` or space, which is all that PHP compares.
@_lifetime(copy contentType)
private func mediaType(_ contentType: Span<UInt8>) -> Span<UInt8> {
    var end = 0
    while end < contentType.count {
        let byte = contentType[end]
        if byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",") || byte == ASCII.space { break }
        end += 1
    }
    return contentType.extracting(first: end)
}
