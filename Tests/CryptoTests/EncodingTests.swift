import Bytes
import Crypto
import Testing

@Suite struct EncodingTests {
    // RFC 4648 §10 without its padding, and the two characters of §5.
    @Test(arguments: [
        ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"),
        ("fooba", "Zm9vYmE"), ("foobar", "Zm9vYmFy"), ("~~?>>>", "fn4_Pj4-"),
    ])
    func `bytes have one text in base64url`(plain: String, encoded: String) {
        var buffer = ByteBuffer()
        Base64URL.encode(Array(plain.utf8).span, to: &buffer)
        let text = buffer.span.toString()
        #expect(text == encoded)
        #expect(Base64URL.encodedCount(plain.utf8.count) == encoded.utf8.count)
        var back = ByteBuffer()
        let accepted = Base64URL.decode(Array(encoded.utf8).span, to: &back)
        let decoded = back.span.toString()
        #expect(accepted)
        #expect(decoded == plain)
    }

    @Test(arguments: [
        "Z", "Zg=", "Zg==", "Zm9v=", "Zm9vY", "Zm 9v", "Zm9v\n", "Zm+v", "Zm/v", "Zh", "Zm9", "é",
    ])
    func `any other text is refused and leaves the buffer alone`(text: String) {
        var buffer = ByteBuffer()
        buffer.append("kept")
        let accepted = Base64URL.decode(Array(text.utf8).span, to: &buffer)
        let left = buffer.span.toString()
        #expect(!accepted)
        #expect(left == "kept")
    }

    @Test func `every length survives base64url and hexadecimal`() {
        for count in 0..<70 {
            let bytes = SecureRandom.bytes(count)
            var text = ByteBuffer()
            var back = ByteBuffer()
            Base64URL.encode(bytes.span, to: &text)
            let accepted = Base64URL.decode(text.span, to: &back)
            let decoded = back.span.toArray()
            #expect(accepted && decoded == bytes)

            text.removeAll()
            back.removeAll()
            text.append(hex: bytes.span)
            let acceptedHex = Hex.decode(text.span, to: &back)
            let decodedHex = back.span.toArray()
            #expect(acceptedHex && decodedHex == bytes)
        }
    }

    @Test(arguments: ["0", "0g", "g0", "00 0", "0x00"])
    func `text that is not hexadecimal is refused`(text: String) {
        var buffer = ByteBuffer()
        let accepted = Hex.decode(Array(text.utf8).span, to: &buffer)
        let isEmpty = buffer.isEmpty
        #expect(!accepted && isEmpty)
    }

    @Test(
        arguments: [
            ("", 0), ("123456789", 0xcbf4_3926),
            ("The quick brown fox jumps over the lazy dog", 0x414f_a339),
        ] as [(String, UInt32)])
    func `a checksum is the one PHP calls crc32b`(text: String, expected: UInt32) {
        let bytes = Array(text.utf8)
        #expect(crc32b(bytes.span) == expected)
    }

    @Test(arguments: [
        ("", "", true), ("a", "a", true), ("a", "b", false), ("a", "", false), ("ab", "a", false),
        ("secret!!secret!!X", "secret!!secret!!Y", false), ("\0", "", false),
    ])
    func `comparison in constant time tells equal from different`(
        left: String, right: String, equal: Bool
    ) {
        let first = Array(left.utf8)
        let second = Array(right.utf8)
        #expect(constantTimeEquals(first.span, second.span) == equal)
    }

    @Test func `random numbers do not repeat`() {
        var seen: Set<UInt64> = []
        for _ in 0..<1_000 { seen.insert(SecureRandom.uint64()) }
        #expect(seen.count == 1_000)
    }
}
