import FuzzTargets
import HTTP
import HTTP1
import Testing

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
    private static let fragments: [[UInt8]] = [
        "\r\n", "\r", "\n", " ", "\t", ":", ",", "\u{0}", "\u{7f}", "\u{e9}",
        "Content-Length: 5\r\n",
        "Transfer-Encoding: chunked\r\n", "Host: h\r\n", "0\r\n\r\n", "%2e", "%2F", "//", "..", "?",
        "#", "HTTP/1.0", "HTTP/1.2", ";", "\"", "_", "Connection: close\r\n", "ffffffff", "-", "+",
    ].map { Array($0.utf8) }

    private static func expectOneReading(_ bytes: [UInt8], _ limits: HeadLimits) {
        let problem = HeadProperty.ambiguity(bytes, limits, cuts: 0...bytes.count)
        #expect(problem == nil)
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
        var generator = SeededGenerator(seed: UInt64(round))
        for _ in 0..<25 {
            var bytes = Array(Self.seeds[round % Self.seeds.count].utf8)
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                Mutation.apply(to: &bytes, fragments: Self.fragments, &generator)
            }
            let limits = Bool.random(using: &generator) ? HeadLimits() : HeadProperty.narrow
            Self.expectOneReading(bytes, limits)
        }
    }
}
