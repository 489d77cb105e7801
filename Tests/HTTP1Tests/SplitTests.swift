import Bytes
import HTTP
import HTTP1
import Testing

/// Random numbers that are the same in every run (SplitMix64).
private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}

/// The same bytes have one reading, however they arrive.
@Suite struct SplitTests {
    private static let seeds: [String] = [
        "GET /a/%41b?q=1 HTTP/1.1\r\nHost: Example.com:80\r\nConnection: keep-alive, x-y\r\n"
            + "X-Y: 1\r\n\r\n",
        "POST /p HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\nhello"
            + "GET / HTTP/1.1\r\nHost: h\r\n\r\n",
        "POST /p HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "5;a=\"b\"\r\nhello\r\n0\r\nX-T: 1\r\nHost: e\r\n\r\nGET /n HTTP/1.0\r\n\r\n",
        "\r\nOPTIONS * HTTP/1.1\r\nHost: [::1]:8\r\nX_Under: 1\r\nX.Bawaba.Org: 2\r\n\r\n",
        "GET http://h:1/%c3%a9 HTTP/1.1\r\nHost: h:1\r\nUpgrade: w\r\n"
            + "Connection: upgrade\r\n\r\nrest",
    ]

    /// Pieces of the grammar that mutations put in.
    private static let fragments: [String] = [
        "\r\n", "\r", "\n", " ", "\t", ":", ",", "\u{0}", "\u{7f}", "\u{e9}",
        "Content-Length: 5\r\n",
        "Transfer-Encoding: chunked\r\n", "Host: h\r\n", "0\r\n\r\n", "%2e", "%2F", "//", "..", "?",
        "#", "HTTP/1.0", "HTTP/1.2", ";", "\"", "_", "Connection: close\r\n", "ffffffff", "-", "+",
    ]

    private static let limits = HeadLimits(targetBytes: 60, headBytes: 160, fields: 6)

    private static func expectOneReading(_ bytes: [UInt8], _ limits: HeadLimits) {
        let whole = Transcript([bytes], limits: limits)
        for split in 0...bytes.count {
            let pieces = [Array(bytes[..<split]), Array(bytes[split...])]
            if Transcript(pieces, limits: limits) != whole {
                Issue.record("split at \(split): \(bytes)")
                return
            }
        }
        let single = Transcript(bytes.map { [$0] }, limits: limits)
        if single != whole { Issue.record("byte by byte: \(bytes)") }
        expectOneForwarding(whole)
    }

    /// What goes on is read, by the same rules, as exactly what was meant.
    private static func expectOneForwarding(_ story: Transcript) {
        for request in story.requests where !request.head.contains("Transfer-Encoding") {
            let head = request.head.unicodeScalars.map { UInt8($0.value) }
            let again = Transcript([head + request.body])
            if again.requests != [request] || again.fault != nil || again.isWaiting {
                // An HTTP/1.0 request may name no host; what goes on is HTTP/1.1 and the gateway's
                // to name.
                if again.fault == .missingHost { continue }
                Issue.record("forwarded with another reading: \(request.head)")
            }
        }
    }

    @Test(arguments: seeds)
    func `good requests have one reading in whatever pieces`(_ seed: String) {
        let bytes = Array(seed.utf8)
        #expect(Transcript([bytes]).fault == nil)
        Self.expectOneReading(bytes, HeadLimits())
    }

    @Test(arguments: Corpus.cases.filter { $0.raw.count < 250 })
    func `the corpus has one reading in whatever pieces`(_ corpusCase: CorpusCase) {
        Self.expectOneReading(corpusCase.raw, HeadLimits())
    }

    @Test(arguments: 0..<16)
    func `mutated requests have one reading in whatever pieces`(_ round: Int) {
        var generator = SeededGenerator(state: UInt64(round))
        for _ in 0..<25 {
            var bytes = Array(Self.seeds[round % Self.seeds.count].utf8)
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                Self.mutate(&bytes, &generator)
            }
            let limits = Bool.random(using: &generator) ? HeadLimits() : Self.limits
            Self.expectOneReading(bytes, limits)
        }
    }

    private static func mutate(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: index)
        case 2: bytes.insert(bytes[index], at: index)
        case 3:
            let end = min(bytes.count, index + Int.random(in: 1...12, using: &generator))
            bytes.removeSubrange(index..<end)
        case 4:
            let end = min(bytes.count, index + Int.random(in: 1...40, using: &generator))
            bytes.insert(contentsOf: Array(bytes[index..<end]), at: index)
        default:
            let fragment = Self.fragments[Int.random(in: 0..<fragments.count, using: &generator)]
            bytes.insert(contentsOf: Array(fragment.utf8), at: index)
        }
    }
}
