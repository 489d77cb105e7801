import Bytes

/// Steps through compact JSON (no blanks between its parts) without judging more of it than where
/// its values end: what may look at a token before its MAC was checked. No recursion, no storage;
/// every step moves forward, so that a scan takes as long as the text.
struct CompactScan: ~Escapable {
    private let text: Span<UInt8>
    /// Offset of the next byte.
    private(set) var position: Int

    @_lifetime(copy text)
    init(_ text: Span<UInt8>, from start: Int = 0) {
        self.text = text
        position = start
    }

    var isAtEnd: Bool { position == text.count }

    /// Takes this byte; false when another one comes.
    mutating func take(_ byte: UInt8) -> Bool {
        guard position < text.count, text[position] == byte else { return false }
        position += 1
        return true
    }

    /// Takes a string; the range of what stands between its quotes, nil for anything else.
    mutating func string() -> Range<Int>? {
        guard take(UInt8(ascii: "\"")) else { return nil }
        let start = position
        while position < text.count {
            let byte = text[position]
            position += 1
            if byte == UInt8(ascii: "\"") { return start..<(position - 1) }
            if byte < 0x20 { return nil }
            // Whatever the escape is, what follows it does not end the string.
            if byte == UInt8(ascii: "\\") { position += 1 }
        }
        return nil
    }

    /// Steps over a value of any kind; false when the text ends in it.
    mutating func skipValue() -> Bool {
        var depth = 0
        repeat {
            guard position < text.count else { return false }
            switch text[position] {
            case UInt8(ascii: "\""):
                guard string() != nil else { return false }
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                position += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                guard depth >= 0 else { return false }
                position += 1
            case UInt8(ascii: ","), UInt8(ascii: ":"):
                guard depth > 0 else { return false }
                position += 1
            default:
                guard skipWord() else { return false }
            }
        } while depth > 0
        return true
    }

    /// A number, `true`, `false` or `null`: their bytes, in whatever order.
    private mutating func skipWord() -> Bool {
        let start = position
        while position < text.count {
            let byte = text[position]
            let isSign = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
            guard ASCII.isAlphanumeric(byte) || isSign || byte == UInt8(ascii: ".") else { break }
            position += 1
        }
        return position > start
    }
}

extension CompactScan {
    /// The strings `org` and `kid` of an object's outermost members, as ranges of the text. Nil
    /// unless each is there once and has the form of what it names.
    static func hints(_ text: Span<UInt8>) -> (org: Range<Int>, kid: Range<Int>)? {
        var scan = CompactScan(text)
        var org: Range<Int>?
        var kid: Range<Int>?
        guard scan.take(UInt8(ascii: "{")) else { return nil }
        repeat {
            guard let name = scan.string(), scan.take(UInt8(ascii: ":")) else { return nil }
            if text.extracting(name).equals("org") {
                guard org == nil, let value = scan.string() else { return nil }
                org = value
            } else if text.extracting(name).equals("kid") {
                guard kid == nil, let value = scan.string() else { return nil }
                kid = value
            } else {
                guard scan.skipValue() else { return nil }
            }
        } while scan.take(UInt8(ascii: ","))
        guard scan.take(UInt8(ascii: "}")), scan.isAtEnd, let org, let kid,
            EmbedNames.isOrganization(text.extracting(org)),
            EmbedNames.isKeyID(text.extracting(kid))
        else { return nil }
        return (org, kid)
    }

    /// Whether this is a JWT's header (RFC 7515 §4.1) of the one kind that there is here: `alg`
    /// exactly `HS256`, `typ` `JWT` or absent, `kid` the key's or absent, nothing else. So `none`,
    /// other algorithms, `crit`, `jku` and their like end here, and nothing is chosen by them.
    static func isHeader(_ text: Span<UInt8>, kid: Span<UInt8>) -> Bool {
        var scan = CompactScan(text)
        var (hasAlgorithm, hasType, hasKey) = (false, false, false)
        guard scan.take(UInt8(ascii: "{")) else { return false }
        repeat {
            guard let name = scan.string(), scan.take(UInt8(ascii: ":")),
                let range = scan.string()
            else { return false }
            let value = text.extracting(range)
            if text.extracting(name).equals("alg") {
                guard !hasAlgorithm, value.equals("HS256") else { return false }
                hasAlgorithm = true
            } else if text.extracting(name).equals("typ") {
                guard !hasType, value.equals("JWT") else { return false }
                hasType = true
            } else if text.extracting(name).equals("kid") {
                guard !hasKey, value.equals(kid) else { return false }
                hasKey = true
            } else {
                return false
            }
        } while scan.take(UInt8(ascii: ","))
        return scan.take(UInt8(ascii: "}")) && scan.isAtEnd && hasAlgorithm
    }
}
