import Bytes
import Crypto
import Testing

private func hex(_ digest: SHA256Digest) -> String {
    var buffer = ByteBuffer()
    buffer.append(hex: digest.span)
    return buffer.span.toString()
}

@Suite struct DigestTests {
    // FIPS 180-4's examples, and the empty message.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func `a message has the digest that FIPS 180-4 gives it`(message: String, expected: String) {
        let bytes = Array(message.utf8)
        #expect(hex(SHA256.digest(of: bytes.span)) == expected)
    }

    @Test func `a million bytes have the digest that FIPS 180-4 gives them`() {
        let message = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
        let expected = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        #expect(hex(SHA256.digest(of: message.span)) == expected)
    }

    @Test func `a message in parts has the digest of the whole`() {
        let message = (0..<300).map { UInt8(truncatingIfNeeded: $0 * 7) }
        let whole = SHA256.digest(of: message.span)
        for cut in [0, 1, 55, 56, 63, 64, 65, 128, 299, 300] {
            var hash = SHA256()
            hash.update(message.span.extracting(0..<cut))
            let branch = hash.finish()
            hash.update(message.span.extracting(cut..<300))
            let parts = hash.finish()
            let head = SHA256.digest(of: message.span.extracting(0..<cut))
            #expect(parts == whole)
            #expect(branch == head)
        }
    }

    @Test(arguments: [
        ("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", true),
        ("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD", true),
        ("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ae", false),
        ("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a", false),
        ("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad0", false),
        ("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ag", false),
        ("", false),
    ])
    func `a digest is read from its digits of either case only`(text: String, matches: Bool) {
        let message: [UInt8] = Array("abc".utf8)
        let digits = Array(text.utf8)
        let digest = SHA256.digest(of: message.span)
        #expect((SHA256Digest(hex: digits.span) == digest) == matches)
        #expect(digest.prefix == 0xba78_16bf_8f01_cfea)
        #expect(SHA256Digest.zero != digest)
    }

    // RFC 4231 §4: cases 1 to 4, 6 and 7.
    @Test(
        arguments: [
            (
                [UInt8](repeating: 0x0b, count: 20), "Hi There",
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
            ),
            (
                Array("Jefe".utf8), "what do ya want for nothing?",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
            ),
            (
                [UInt8](repeating: 0xaa, count: 131),
                "Test Using Larger Than Block-Size Key - Hash Key First",
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
            ),
            (
                [UInt8](repeating: 0xaa, count: 131),
                "This is a test using a larger than block-size key and a larger than block-size "
                    + "data. The key needs to be hashed before being used by the HMAC algorithm.",
                "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
            ),
        ] as [([UInt8], String, String)])
    func `a message has the MAC that RFC 4231 gives it`(
        key: [UInt8], text: String, expected: String
    ) {
        let message = Array(text.utf8)
        let mac = HMACSHA256Key(key.span)
        let tag = mac.authenticate(message.span)
        #expect(hex(tag) == expected)
        var parts = HMACSHA256(key: mac)
        parts.update(message.span.extracting(0..<3))
        parts.update(message.span.extracting(3..<message.count))
        let inParts = parts.finish()
        #expect(inParts == tag)
    }

    @Test func `bytes that are not text have the MAC that RFC 4231 gives them`() {
        let first = HMACSHA256Key([UInt8](repeating: 0xaa, count: 20).span)
            .authenticate([UInt8](repeating: 0xdd, count: 50).span)
        let second = HMACSHA256Key(Array(1...25).span)
            .authenticate([UInt8](repeating: 0xcd, count: 50).span)
        #expect(hex(first) == "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe")
        #expect(hex(second) == "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b")
    }

    @Test func `a key of one block is used as it is, a longer one is hashed`() {
        let block = [UInt8](repeating: 7, count: 64)
        let longer = block + [7]
        let hashed = SHA256.digest(of: longer.span)
        let message = [UInt8](repeating: 1, count: 10)
        let direct = HMACSHA256Key(longer.span).authenticate(message.span)
        #expect(HMACSHA256Key(hashed.span).authenticate(message.span) == direct)
        #expect(HMACSHA256Key(block.span).authenticate(message.span) != direct)
        // Below a block, a zero byte more is the same key: RFC 2104 pads with zeros.
        let short = HMACSHA256Key([1, 2].span).authenticate(message.span)
        #expect(HMACSHA256Key([1, 2, 0].span).authenticate(message.span) == short)
    }
}
