import Bytes
import Crypto
import Glibc
import Identity
import Testing

/// Numbers that look random and are the same each time: SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

/// What somebody without the key may send: changes of good tokens, and tokens of other keys.
private struct Forger {
    static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=.+/ \0".utf8)
    var random: SeededGenerator
    let tokens: [[UInt8]]

    init(seed: UInt64, key: EmbedKey) throws {
        random = SeededGenerator(seed: seed)
        var tokens: [[UInt8]] = []
        for format in EmbedToken.Format.allCases {
            for subject in ["user-1", "user-2"] {
                let token = try Embed.mint(Embed.Grant(subject: subject), format, key: key)
                tokens.append(Array(token.utf8))
            }
        }
        self.tokens = tokens
    }

    /// The kinds of forgery, of which each is taken in turn.
    static let kinds = 12

    mutating func forge(_ kind: Int) throws -> [UInt8] {
        let token = tokens[below(tokens.count)]
        var parts = token.split(separator: UInt8(ascii: ".")).map(Array.init)
        switch kind {
        case 0: return changed(token, by: 1)
        case 1: return changed(token, by: 2 + below(20))
        case 2: return Array(token.prefix(below(token.count)))
        case 3: return Array(token.dropFirst(1 + below(token.count - 1)))
        case 4:
            var longer = token
            longer.insert(letter(), at: below(token.count + 1))
            return longer
        case 5:
            parts[parts.count - 1] = Array(Embed.encode(bytes: randomBytes(32)).utf8)
        case 6:
            // Signed, but by another key: of another organization, or an attacker's own.
            let other = UInt8(8 + below(240))
            let text = Array(parts.dropLast().joined(separator: [UInt8(ascii: ".")]))
            return Array(Embed.sign(String(decoding: text, as: UTF8.self), other).utf8)
        case 7: return try foreign()
        case 8:
            // One token's claims under another's signature.
            let other = tokens[below(tokens.count)].split(separator: UInt8(ascii: "."))
            guard other.count == parts.count,
                Array(other[other.count - 2]) != parts[parts.count - 2]
            else { return [] }
            parts[parts.count - 2] = Array(other[other.count - 2])
        case 9: parts = edited(parts)
        case 10: parts.swapAt(0, parts.count - 1)
        default:
            let header = [#"{"alg":"none"}"#, #"{"alg":"none","typ":"JWT"}"#][below(2)]
            parts = [Array(Embed.encode(header).utf8), parts[parts.count - 2], []]
        }
        return Array(parts.joined(separator: [UInt8(ascii: ".")]))
    }

    /// A token that another organization's key really signs, for it or for the attacked one.
    private mutating func foreign() throws -> [UInt8] {
        let org = below(2) == 0 ? "other" : "acme"
        let kid = below(2) == 0 ? "k1" : "k2"
        let secret = UInt8(8 + below(240))
        let key = try #require(Embed.key(org: org, kid: kid, secret))
        let format = EmbedToken.Format.allCases[below(2)]
        return Array(try Embed.mint(Embed.Grant(), format, key: key).utf8)
    }

    /// Other claims under the old signature.
    private mutating func edited(_ parts: [[UInt8]]) -> [[UInt8]] {
        let changes = [
            ("user-", "admin-"), ("marketing-site", "other-site"), ("1800000900", "1800086400"),
            ("\"gold\"", "\"free\""), ("acme", "evil"), ("k1", "k2"), ("\"iss\"", "\"ISS\""),
        ]
        let (old, new) = changes[below(changes.count)]
        var parts = parts
        let text = String(decoding: parts[parts.count - 2], as: UTF8.self)
        let payload = Embed.decode(text) ?? ""
        let forged = payload.split(separator: old, omittingEmptySubsequences: false)
            .joined(separator: new)
        parts[parts.count - 2] = Array(Embed.encode(forged).utf8)
        return parts
    }

    private mutating func changed(_ token: [UInt8], by count: Int) -> [UInt8] {
        var token = token
        for _ in 0..<count { token[below(token.count)] = letter() }
        return token
    }

    private mutating func letter() -> UInt8 { Self.alphabet[below(Self.alphabet.count)] }

    private mutating func randomBytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    }

    private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }
}

extension Embed {
    static func encode(bytes: [UInt8]) -> String {
        var buffer = ByteBuffer()
        Base64URL.encode(bytes.span, to: &buffer)
        return buffer.span.toString()
    }
}

@Suite struct EmbedForgeryTests {
    /// 100,000 when the environment says `BAWABA_FORGERIES=100000`; fewer where builds are slow.
    static let count: Int = {
        guard let text = unsafe getenv("BAWABA_FORGERIES") else { return 6_000 }
        return unsafe Int(String(cString: text)) ?? 6_000
    }()

    @Test(.timeLimit(.minutes(10))) func `no forged token is accepted`() throws {
        let key = try #require(Embed.key())
        let judge = Judge()
        var forger = try Forger(seed: 0xBA_0ABA, key: key)
        let originals = Set(forger.tokens)
        for token in originals {
            #expect(judge.fault(String(decoding: token, as: UTF8.self), key: key) == nil)
        }
        var tried = 0
        var faults: [EmbedFault: Int] = [:]
        for index in 0..<Self.count {
            let forged = try forger.forge(index % Forger.kinds)
            if originals.contains(forged) { continue }
            let text = String(decoding: forged, as: UTF8.self)
            _ = judge.hints(text)
            guard let fault = judge.fault(text, key: key) else {
                Issue.record("accepted: \(text)")
                continue
            }
            faults[fault, default: 0] += 1
            tried += 1
        }
        // Hardly any change leaves the text as it was; and what is refused is refused before it
        // is read, since nobody but the key's holder could sign it.
        #expect(tried > Self.count * 95 / 100, "\(faults)")
        #expect(Set(faults.keys) == [.malformed, .forged], "\(faults)")
    }
}
