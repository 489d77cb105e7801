import Bytes
import Reactor
import Testing

@Suite struct ProxyHeaderTests {
    private func parse(_ bytes: [UInt8]) throws(ProxyHeaderFault) -> ProxyHeader? {
        try ProxyHeader.parse(bytes.span)
    }

    private func parse(_ text: String) throws(ProxyHeaderFault) -> ProxyHeader? {
        try parse(Array(text.utf8))
    }

    /// A version 2 header around `payload`, with its length.
    private func binary(command: UInt8 = 0x21, family: UInt8, _ payload: [UInt8]) -> [UInt8] {
        let length = [UInt8(payload.count >> 8), UInt8(payload.count & 255)]
        return Array("\r\n\r\n\0\r\nQUIT\n".utf8) + [command, family] + length + payload
    }

    private let v4: [UInt8] = [192, 0, 2, 1, 198, 51, 100, 7, 0xDC, 0x04, 0x01, 0xBB]

    @Test(arguments: [
        ("PROXY TCP4 192.0.2.1 198.51.100.7 56324 443\r\n", "192.0.2.1:56324", "198.51.100.7:443"),
        (
            "PROXY TCP4 255.255.255.255 255.255.255.255 65535 65535\r\n",
            "255.255.255.255:65535", "255.255.255.255:65535"
        ),
        ("PROXY TCP6 2001:db8::1 ::1 0 443\r\n", "[2001:db8::1]:0", "[::1]:443"),
    ])
    func `version 1 tells the client's address`(
        text: String, source: String, destination: String
    ) throws {
        let header = try parse(text + "GET / HTTP/1.1\r\n")
        #expect(header?.source == SocketAddress(source))
        #expect(header?.destination == SocketAddress(destination))
        #expect(header?.byteCount == text.utf8.count)
    }

    @Test(arguments: ["PROXY UNKNOWN\r\n", "PROXY UNKNOWN ffff::1 what ever 1\r\n"])
    func `version 1 without an address leaves the connection's own`(text: String) throws {
        let header = try parse(text)
        #expect(header == ProxyHeader(byteCount: text.utf8.count, source: nil, destination: nil))
    }

    @Test(arguments: [
        "PROXY TCP4 192.0.2.1 198.51.100.7 56324\r\n", "PROXY TCP4  192.0.2.1 198.51.100.7 1 2\r\n",
        "PROXY TCP4 192.0.2.1 198.51.100.7 1 2 \r\n",
        "PROXY TCP4 192.0.2.1 198.51.100.7 1 65536\r\n",
        "PROXY TCP4 192.0.2.1 198.51.100.7 01 2\r\n", "PROXY TCP4 ::1 ::1 1 2\r\n",
        "PROXY TCP6 192.0.2.1 198.51.100.7 1 2\r\n", "PROXY TCP6 ::1 127.0.0.1 1 2\r\n",
        "PROXY UDP4 192.0.2.1 198.51.100.7 1 2\r\n", "PROXY TCP4\r\n", "PROXY \r\n",
        "PROXY UNKNOWNX\r\n",
        "PROXY TCP4 192.0.2.1 198.51.100.7 1 2\rX", "PROXY tcp4 192.0.2.1 198.51.100.7 1 2\r\n",
    ])
    func `version 1 is read strictly`(text: String) {
        #expect(throws: ProxyHeaderFault.malformed) { try parse(text) }
    }

    @Test func `version 1 may have 107 bytes`() throws {
        let start = "PROXY UNKNOWN "
        let longest = start + String(repeating: "x", count: 107 - start.count - 2) + "\r\n"
        #expect(try parse(longest)?.byteCount == 107)
        #expect(throws: ProxyHeaderFault.tooLong) {
            try parse(start + String(repeating: "x", count: 108 - start.count - 2) + "\r\n")
        }
        #expect(throws: ProxyHeaderFault.tooLong) {
            try parse(start + String(repeating: "x", count: 107 - start.count))
        }
        #expect(try parse(start + String(repeating: "x", count: 106 - start.count)) == nil)
    }

    @Test(arguments: [
        "GET / HTTP/1.1\r\n", "PROX ", "PROXYTCP4", "\r\n\r\nX", "\u{16}", "\r\n\r\n\0\r\nQUIT\r",
    ])
    func `other first bytes are refused at once`(text: String) {
        #expect(throws: ProxyHeaderFault.missing) { try parse(text) }
    }

    @Test func `a header may come byte by byte`() throws {
        let headers = [
            Array("PROXY TCP4 192.0.2.1 198.51.100.7 56324 443\r\n".utf8), binary(family: 0x11, v4),
        ]
        for header in headers {
            for count in 0..<header.count {
                #expect(try parse(Array(header[..<count])) == nil)
            }
            #expect(try parse(header)?.source == SocketAddress("192.0.2.1:56324"))
        }
    }

    @Test func `version 2 tells the client's address`() throws {
        let header = try parse(binary(family: 0x11, v4) + [0x16])
        #expect(header?.source == SocketAddress("192.0.2.1:56324"))
        #expect(header?.destination == SocketAddress("198.51.100.7:443"))
        #expect(header?.byteCount == 28)
        let one: [UInt8] = [0x20, 1, 0x0D, 0xB8] + Array(repeating: 0, count: 11) + [1]
        let two: [UInt8] = Array(repeating: 0, count: 15) + [1]
        let six = try parse(binary(family: 0x21, one + two + [0xDC, 0x04, 0x01, 0xBB]))
        #expect(six?.source == SocketAddress("[2001:db8::1]:56324"))
        #expect(six?.destination == SocketAddress("[::1]:443"))
    }

    @Test func `version 2 without an address leaves the connection's own`() throws {
        let local = try parse(binary(command: 0x20, family: 0x11, [1, 2, 3]))
        #expect(local == ProxyHeader(byteCount: 19, source: nil, destination: nil))
        let unspecified = try parse(binary(family: 0x00, [9, 9]))
        #expect(unspecified == ProxyHeader(byteCount: 18, source: nil, destination: nil))
        let unix = try parse(binary(family: 0x31, Array(repeating: 1, count: 216)))
        #expect(unix == ProxyHeader(byteCount: 232, source: nil, destination: nil))
    }

    @Test func `version 2's extensions are skipped and must be whole`() throws {
        let alpn: [UInt8] = [0x01, 0, 2, 0x68, 0x32]
        #expect(try parse(binary(family: 0x11, v4 + alpn))?.byteCount == 33)
        #expect(try parse(binary(family: 0x11, v4 + [0x04, 0, 0]))?.byteCount == 31)
        for broken in [[0x01], [0x01, 0], [0x01, 0, 3, 1, 2]] as [[UInt8]] {
            #expect(throws: ProxyHeaderFault.malformed) {
                try parse(binary(family: 0x11, v4 + broken))
            }
        }
    }

    @Test func `version 2 is read strictly`() {
        let short = Array(v4.dropLast())
        #expect(throws: ProxyHeaderFault.malformed) { try parse(binary(family: 0x11, short)) }
        #expect(throws: ProxyHeaderFault.malformed) { try parse(binary(family: 0x21, v4)) }
        #expect(throws: ProxyHeaderFault.malformed) { try parse(binary(family: 0x41, v4)) }
        #expect(throws: ProxyHeaderFault.unsupported) { try parse(binary(family: 0x12, v4)) }
        #expect(throws: ProxyHeaderFault.unsupported) {
            try parse(binary(command: 0x22, family: 0x11, v4))
        }
        #expect(throws: ProxyHeaderFault.unsupported) {
            try parse(binary(command: 0x11, family: 0x11, v4))
        }
    }

    @Test func `version 2 may have 2048 bytes behind the fixed part`() throws {
        func header(_ payload: Int) -> [UInt8] {
            let value = payload - 12 - 3
            let filler = [0x04, UInt8(value >> 8), UInt8(value & 255)]
            return binary(family: 0x11, v4 + filler + Array(repeating: 0, count: value))
        }
        #expect(try parse(header(2_047))?.byteCount == 2_063)
        #expect(try parse(header(2_048))?.byteCount == 2_064)
        #expect(throws: ProxyHeaderFault.tooLong) { try parse(header(2_049)) }
    }
}
