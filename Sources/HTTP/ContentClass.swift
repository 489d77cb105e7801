import Bytes

/// What the Laravel back end takes a body for (laravel.md §3, bad bodies): the media type decides,
/// never the bytes.
package enum ContentClass: Equatable, Sendable {
    /// The value contains `/json` or `+json`, in lower case.
    case json
    /// `application/x-www-form-urlencoded`.
    case form
    /// `multipart/form-data`.
    case multipart
    /// Another type: the body counts as empty.
    case other
    /// No `Content-Type`: the body counts as empty.
    case none

    /// The class of a `Content-Type` value.
    package init(_ value: Span<UInt8>) {
        if Self.containsJSON(value) {
            self = .json
            return
        }
        var end = 0
        while end < value.count, value[end] != UInt8(ascii: ";"), value[end] != UInt8(ascii: ","),
            value[end] != ASCII.space, value[end] != ASCII.tab
        { end += 1 }
        let mediaType = value.extracting(first: end)
        if mediaType.equalsIgnoringCase("application/x-www-form-urlencoded") {
            self = .form
        } else {
            self = mediaType.equalsIgnoringCase("multipart/form-data") ? .multipart : .other
        }
    }

    /// The class of a request's content.
    package init(_ head: borrowing RequestHead) {
        guard let field = head.fields.first(.contentType) else {
            self = .none
            return
        }
        self.init(head.text(field.value))
    }

    private static func containsJSON(_ value: Span<UInt8>) -> Bool {
        var index = 0
        while index + 5 <= value.count {
            let byte = value[index]
            if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "+"),
                value.extracting((index + 1)..<(index + 5)).equals("json")
            {
                return true
            }
            index += 1
        }
        return false
    }
}
