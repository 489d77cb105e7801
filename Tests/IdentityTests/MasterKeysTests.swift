import Bytes
import Crypto
import Identity
import Testing

private let digits = String(repeating: "0a", count: 32)
private let others = String(repeating: "B1", count: 32)

private func read(_ text: String) throws(MasterKeys.Fault) -> MasterKeys {
    let bytes = Array(text.utf8)
    return try MasterKeys(bytes.span)
}

private func seal(
    _ keys: MasterKeys, org: String = "acme", kid: String = "k1", secret: [UInt8]? = nil
) -> String {
    let (org, kid) = (Array(org.utf8), Array(kid.utf8))
    var buffer = ByteBuffer()
    if let secret {
        _ = keys.seal(secret: secret.span, org: org.span, kid: kid.span, to: &buffer)
    } else {
        _ = keys.sealNewSecret(org: org.span, kid: kid.span, to: &buffer)
    }
    return buffer.span.toString()
}

private func open(
    _ keys: MasterKeys, _ value: String, org: String = "acme", kid: String = "k1"
) -> Result<EmbedKey, MasterKeys.OpenFault> {
    let (org, kid, value) = (Array(org.utf8), Array(kid.utf8), Array(value.utf8))
    do throws(MasterKeys.OpenFault) {
        return .success(try keys.open(value.span, org: org.span, kid: kid.span))
    } catch {
        return .failure(error)
    }
}

private func fault(
    _ keys: MasterKeys, _ value: String, org: String = "acme", kid: String = "k1"
) -> MasterKeys.OpenFault? {
    guard case .failure(let fault) = open(keys, value, org: org, kid: kid) else { return nil }
    return fault
}

@Suite struct MasterKeysTests {
    @Test(arguments: [
        "m1 \(digits)", "m1 \(digits)\n", "m1 \(digits)\r\n", "\n# old: m0\n  m1 \(digits)  \n\n",
        "m1  \(digits)\nm2 \(others)\n", "0123456789abcdef \(others)",
    ])
    func `a file has one key a line`(text: String) throws {
        let keys = try read(text)
        #expect("\(keys)" == "(master keys)" && String(reflecting: keys) == "(master keys)")
        var dumped = ""
        dump(keys, to: &dumped)
        #expect(dumped == "- (master keys)\n")
    }

    @Test(
        arguments: [
            ("", .noKey, 0), ("\n\n", .noKey, 0), ("# m1 \(digits)\n", .noKey, 0),
            ("m1\n", .notAPair, 1), (digits, .notAPair, 1), ("\nm1 \(digits) x\n", .notAPair, 2),
            ("M1 \(digits)", .noID, 1), ("m:1 \(digits)", .noID, 1),
            ("0123456789abcdefg \(digits)", .noID, 1), ("m1 \(digits.dropLast())", .noKeyDigits, 1),
            ("m1 \(digits)0", .noKeyDigits, 1), ("m1 \(digits.dropLast())g", .noKeyDigits, 1),
            ("m1 \(digits)\nm2 abc", .noKeyDigits, 2),
            ("m1 \(digits)\nm2 \(others)\nm1 \(others)", .duplicateID, 3),
        ] as [(String, MasterKeys.Fault.Reason, Int)])
    func `what is wrong with a file is named by its line, and not repeated`(
        text: String, reason: MasterKeys.Fault.Reason, line: Int
    ) {
        let fault = #expect(throws: MasterKeys.Fault.self) { try read(text) }
        #expect(fault?.reason == reason && fault?.line == line)
    }

    @Test(arguments: [(15, true), (16, true), (17, false)])
    func `a file holds 16 keys at most`(count: Int, isRead: Bool) {
        let text = (0..<count).map { "m\($0) \(digits)\n" }.joined()
        let keys = try? read(text)
        #expect((keys != nil) == isRead)
    }

    @Test func `a secret comes back, and signs`() throws {
        let keys = try read("m1 \(digits)")
        let value = seal(keys, secret: Embed.secret(7))
        let key = try open(keys, value).get()
        let token = try Embed.mint(key: key)
        let direct = try #require(Embed.key())
        #expect(Judge().fault(token, key: direct) == nil)
    }

    @Test func `every new secret is another`() throws {
        let keys = try read("m1 \(digits)")
        let (first, second) = (seal(keys), seal(keys))
        #expect(first != second)
        let token = try Embed.mint(key: try open(keys, first).get())
        #expect(Judge().fault(token, key: try open(keys, second).get()) == .forged)
        #expect(Judge().fault(token, key: try open(keys, first).get()) == nil)
    }

    @Test func `a value is version, master key's id, nonce, ciphertext and tag in base64url`()
        throws
    {
        let value = seal(try read("m1 \(digits)"))
        let text = Array(value.utf8)
        var raw = ByteBuffer()
        let isText = Base64URL.decode(text.span, to: &raw)
        let bytes = raw.span.toArray()
        #expect(isText && bytes.count == 2 + 2 + 12 + 32 + 16)
        #expect(Array(bytes.prefix(4)) == [1, 2] + Array("m1".utf8))
        #expect(MasterKeys.masterKeyID(of: text.span) == Array("m1".utf8))
        // Opened by hand: the associated data are version, length and id of the organization, kid.
        let key = [UInt8](repeating: 0x0A, count: 32)
        let associated = [1, 4] + Array("acmek1".utf8)
        var plain = ByteBuffer()
        try AES256GCM.open(
            raw.span.extracting(4...), key: key.span, associatedData: associated.span, to: &plain)
        let count = plain.count
        #expect(count == 32)
    }

    @Test func `the first key seals, all of them open`() throws {
        let old = try read("m1 \(digits)")
        let both = try read("m2 \(others)\nm1 \(digits)")
        let new = try read("m2 \(others)")
        let (before, after) = (seal(old), seal(both))
        #expect(fault(both, before) == nil && fault(both, after) == nil)
        #expect(fault(new, after) == nil)
        #expect(fault(new, before) == .unknownMasterKey)
        #expect(fault(try read("m1 \(others)"), before) == .notAuthentic)
    }

    @Test func `a value opens where it was sealed for only`() throws {
        let keys = try read("m1 \(digits)")
        let value = seal(keys, org: "ab", kid: "c1")
        #expect(fault(keys, value, org: "ab", kid: "c1") == nil)
        for (org, kid) in [("ab", "c2"), ("ac", "c1"), ("a", "bc1"), ("abc", "1")] {
            #expect(fault(keys, value, org: org, kid: kid) == .notAuthentic)
        }
    }

    @Test func `a value that was changed does not open`() throws {
        let keys = try read("m1 \(digits)")
        let value = Array(seal(keys).utf8)
        for index in value.indices {
            var changed = value
            changed[index] = changed[index] == UInt8(ascii: "A") ? UInt8(ascii: "B") : 0x41
            #expect(fault(keys, String(decoding: changed, as: UTF8.self)) != nil)
        }
        for count in value.indices {
            #expect(fault(keys, String(decoding: value.prefix(count), as: UTF8.self)) != nil)
        }
        let text = String(decoding: value, as: UTF8.self)
        for other in [text + "A", text + "=", text + "\n", "", "AQ", "AgJtMQ", "é"] {
            #expect(fault(keys, other) == .malformed)
        }
        // A later version.
        #expect(fault(keys, "Ag" + text.dropFirst(2)) == .malformed)
    }

    @Test func `names that are none seal nothing`() throws {
        let keys = try read("m1 \(digits)")
        for (org, kid) in [("", "k1"), ("a b", "k1"), ("acme", ""), ("acme", "k:1")] {
            #expect(seal(keys, org: org, kid: kid).isEmpty)
        }
        #expect(seal(keys, secret: [1, 2, 3]).isEmpty)
    }
}

@Suite struct EmbedKeyIDTests {
    @Test func `an id says when it was made, and sorts by it`() {
        let id = EmbedKeyID.make(unixSeconds: Embed.now)
        #expect(id.count == 12 && EmbedNames.isKeyID(id.span))
        #expect(EmbedKeyID.madeAt(id.span) == Embed.now)
        let later = EmbedKeyID.make(unixSeconds: Embed.now + 1)
        #expect(id.lexicographicallyPrecedes(later))
        #expect(EmbedKeyID.make(unixSeconds: Embed.now) != EmbedKeyID.make(unixSeconds: Embed.now))
    }

    @Test(arguments: ["k1", "", "k00000000000", "x0trnt8001234", "K0TRNT800123", "2026-01"])
    func `an id of others says nothing`(id: String) {
        let bytes = Array(id.utf8)
        #expect(EmbedKeyID.madeAt(bytes.span) == nil)
    }
}
