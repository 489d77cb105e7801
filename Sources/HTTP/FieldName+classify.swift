import Bytes

/// A byte of a field name as back ends read it: letters in lower case, digits, and `-` for every other
/// token byte (PHP reads `_` and `.` as `-`; CGI servers may do so with all of them). `.` in this table
/// stands for what no token may contain (RFC 9110 §5.6.2).
private let foldedBytes: StaticString = """
    .................................-.-----..--.--.0123456789......\
    .abcdefghijklmnopqrstuvwxyz...---abcdefghijklmnopqrstuvwxyz.-.-.\
    ................................................................\
    ................................................................
    """

/// What a field name was read as.
package struct ScannedName: Equatable, Sendable {
    /// Offset of the first byte that is not of the name.
    package var end: Int
    /// What the name means, or imitates.
    package var known: FieldName
    /// Whether `known` is only imitated: `_`, `.` or another mark stands in place of a `-`.
    package var isLookalike: Bool
    /// Whether there is an underscore in the name.
    package var hasUnderscore: Bool
}

extension FieldName {
    /// The meaning of a name; a look-alike is classified as what it imitates.
    package init(_ name: Span<UInt8>) {
        let scanned = Self.scan(name, from: 0)
        self = scanned.end == name.count ? scanned.known : .other
    }

    /// Reads token bytes from `start` on and says what name they are.
    package static func scan(_ input: Span<UInt8>, from start: Int) -> ScannedName {
        let table = literalBytes(foldedBytes)
        var index = start
        var hasMark = false
        var hasUnderscore = false
        while index < input.count {
            let byte = input[index]
            let folded = table[Int(byte)]
            if folded == UInt8(ascii: ".") { break }
            if folded == UInt8(ascii: "-"), byte != folded {
                hasMark = true
                if byte == UInt8(ascii: "_") { hasUnderscore = true }
            }
            index += 1
        }
        let known = classify(input.extracting(start..<index))
        return ScannedName(
            end: index, known: known, isLookalike: hasMark && known != .other,
            hasUnderscore: hasUnderscore)
    }

    private static func classify(_ name: Span<UInt8>) -> FieldName {
        guard name.count >= 2 else { return .other }
        let candidate = candidate(name)
        if matches(name, candidate.text) { return candidate }
        return family(name)
    }

    /// Whether all bytes of `name`, folded, are those of `text`.
    private static func matches(_ name: Span<UInt8>, _ text: StaticString) -> Bool {
        name.count == text.utf8CodeUnitCount && begins(name, text)
    }

    private static func begins(_ name: Span<UInt8>, _ text: StaticString) -> Bool {
        let table = literalBytes(foldedBytes)
        let other = literalBytes(text)
        guard name.count >= other.count else { return false }
        for index in other.indices where table[Int(name[index])] != other[index] { return false }
        return true
    }

    /// Names that belong to a family, and second names of what has several.
    private static func family(_ name: Span<UInt8>) -> FieldName {
        guard name[0] | 0x20 == UInt8(ascii: "x"), name.count > 8 else { return .other }
        if begins(name, "x-bawaba-") { return .xBawaba }
        if begins(name, "x-forwarded-") { return .xForwardedOther }
        if matches(name, "x-client-ip") || matches(name, "x-cluster-client-ip") { return .clientIP }
        if matches(name, "x-http-method") || matches(name, "x-method-override") {
            return .methodOverride
        }
        return .other
    }

    /// The one name that is worth comparing. Among the known names of one length there is a position
    /// where all differ: 0, save for four lengths.
    private static func candidate(_ name: Span<UInt8>) -> FieldName {
        let position =
            switch name.count {
            case 12: 2
            case 13: 1
            case 16, 17: 12
            default: 0
            }
        let letter = Unicode.Scalar(literalBytes(foldedBytes)[Int(name[position])])
        return name.count < 12 ? short(name.count, letter) : long(name.count, letter)
    }

    /// The known name of less than 12 letters with that letter where they differ.
    private static func short(_ count: Int, _ letter: Unicode.Scalar) -> FieldName {
        switch count {
        case 2: .te
        case 4:
            switch letter {
            case "h": .host
            case "d": .date
            case "v": .vary
            default: .other
            }
        case 5:
            switch letter {
            case "a": .allow
            case "r": .range
            case "p": .proxy
            default: .other
            }
        case 6:
            switch letter {
            case "e": .expect
            case "c": .cookie
            case "o": .origin
            case "a": .accept
            case "s": .server
            default: .other
            }
        case 7:
            switch letter {
            case "t": .trailer
            case "u": .upgrade
            case "r": .referer
            default: .other
            }
        case 8: .location
        case 9:
            switch letter {
            case "f": .forwarded
            case "x": .xRealIP
            case "c": .clientIP
            default: .other
            }
        case 10:
            switch letter {
            case "c": .connection
            case "k": .keepAlive
            case "s": .setCookie
            case "u": .userAgent
            case "t": .tracestate
            default: .other
            }
        case 11: letter == "r" ? .retryAfter : .traceparent
        default: .other
        }
    }

    /// The known name of 12 letters or more with that letter where they differ.
    private static func long(_ count: Int, _ letter: Unicode.Scalar) -> FieldName {
        switch count {
        case 12:
            switch letter {
            case "n": .contentType
            case "c": .xCSRFToken
            case "r": .xRequestID
            default: .other
            }
        case 13:
            switch letter {
            case "o": .contentRange
            case "u": .authorization
            case "a": .cacheControl
            case "-": .xRewriteURL
            default: .other
            }
        case 14:
            switch letter {
            case "c": .contentLength
            case "h": .http2Settings
            case "t": .trueClientIP
            case "x": .xOriginalURL
            default: .other
            }
        case 15: letter == "a" ? .acceptEncoding : .xForwardedFor
        case 16:
            switch letter {
            case "t": .proxyConnection
            case "d": .contentEncoding
            case "c": .wwwAuthenticate
            case "w": .xRequestedWith
            case "h": .xForwardedHost
            case "p": .xForwardedPort
            default: .other
            }
        case 17:
            switch letter {
            case "o": .transferEncoding
            case "l": .xRateLimitLimit
            case "r": .xRateLimitReset
            case "p": .xForwardedProto
            default: .other
            }
        case 18: .proxyAuthenticate
        case 19: .proxyAuthorization
        case 21: .xRateLimitRemaining
        case 22: .methodOverride
        case 27: .accessControlAllowOrigin
        case 29: .accessControlRequestMethod
        case 30: .accessControlRequestHeaders
        default: .other
        }
    }
}
