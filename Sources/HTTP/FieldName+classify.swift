import Bytes

/// A byte of a field name as back ends read it: letters in lower case, digits, and `-` for every
/// other token byte (PHP reads `_` and `.` as `-`; CGI servers may do so with all of them). `.` in
/// this table stands for what no token may contain (RFC 9110 §5.6.2).
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
        precondition(start >= 0 && start <= input.count)
        let plainEnd = endOfPlain(input, from: start)
        if plainEnd < input.count, input[plainEnd] == UInt8(ascii: ":") {
            let known = classify(input.extracting(start..<plainEnd))
            return ScannedName(
                end: plainEnd, known: known, isLookalike: false, hasUnderscore: false)
        }
        let table = literalBytes(foldedBytes)
        var end = plainEnd
        while end < input.count, table[Int(input[end])] != UInt8(ascii: ".") { end += 1 }
        return scanMarked(input.extracting(start..<end), end: end)
    }

    /// The end of the letters, digits and `-` from `start` on, or an index before it: eight bytes
    /// are looked at together, and what is left of them is not looked at.
    @inline(__always)
    private static func endOfPlain(_ input: Span<UInt8>, from start: Int) -> Int {
        let high: UInt64 = 0x8080_8080_8080_8080
        var index = start
        while index + 8 <= input.count {
            let word = input.word(at: index)
            let low = word & ~high
            let letters = low | 0x2020_2020_2020_2020
            // In each byte the high bit says whether its value reaches a bound: `a`, behind `z`;
            // `0`, behind `9`; anything but `-`.
            let isLetter =
                (letters &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(letters &+ 0x0505_0505_0505_0505)
            let isDigit = (low &+ 0x5050_5050_5050_5050) & ~(low &+ 0x4646_4646_4646_4646)
            let isOther = (low ^ 0x2D2D_2D2D_2D2D_2D2D) &+ 0x7F7F_7F7F_7F7F_7F7F
            let others = ~((isLetter | isDigit | ~isOther) & ~word) & high
            if others != 0 { return index + others.trailingZeroBitCount / 8 }
            index += 8
        }
        return index
    }

    /// A name at the input's very end, or with other marks than `-`, which nobody needs and few
    /// send.
    private static func scanMarked(_ name: Span<UInt8>, end: Int) -> ScannedName {
        var hasMark = false
        for index in name.indices {
            let byte = name[index]
            if !ASCII.isAlphanumeric(byte), byte != UInt8(ascii: "-") { hasMark = true }
        }
        let known = classify(name)
        return ScannedName(
            end: end, known: known, isLookalike: hasMark && known != .other,
            hasUnderscore: name.firstIndex(of: UInt8(ascii: "_")) != nil)
    }

    /// The meaning of a name that consists of token bytes.
    @inline(__always)
    private static func classify(_ name: Span<UInt8>) -> FieldName {
        guard name.count >= 2 else { return .other }
        let candidate = candidate(name)
        if matches(name, candidate.text) { return candidate }
        return family(name)
    }

    /// Whether `name` is `text`, whose letters are in lower case.
    @inline(__always)
    private static func matches(_ name: Span<UInt8>, _ text: StaticString) -> Bool {
        name.count == text.utf8CodeUnitCount && begins(name, text)
    }

    /// Whether `name` begins with `text`. Eight bytes are compared together: setting the bit that
    /// tells cases apart changes nothing in digits and `-`. Only what differs is folded byte by
    /// byte.
    @inline(__always)
    private static func begins(_ name: Span<UInt8>, _ text: StaticString) -> Bool {
        let other = literalBytes(text)
        let table = literalBytes(foldedBytes)
        guard name.count >= other.count else { return false }
        var index = 0
        while index + 8 <= other.count,
            name.word(at: index) | 0x2020_2020_2020_2020 == other.word(at: index)
        { index += 8 }
        let last = other.count - 8
        if index >= last, last >= 0,
            name.word(at: last) | 0x2020_2020_2020_2020 == other.word(at: last)
        {
            return true
        }
        while index < other.count {
            if table[Int(name[index])] != other[index] { return false }
            index += 1
        }
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

    /// The one name that is worth comparing. Among the known names of one length there is a
    /// position where all differ: 0, save for four lengths.
    @inline(__always)
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
    @inline(__always)
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
        case 11:
            switch letter {
            case "r": .retryAfter
            case "t": .traceparent
            case "c": .clientCert
            default: .other
            }
        default: .other
        }
    }

    /// The known name of 12 letters or more with that letter where they differ.
    @inline(__always)
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
            case "c": .clientCertChain
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
