import Bytes
import Testing

@testable import Operations

@Suite struct AccessLineTests {
    private let labels = Labels(
        routes: [("GET", "/api/v1/contacts/{id}"), ("POST", "/api/v1/messages")],
        upstreams: ["backend"])

    private func line(
        _ facts: RequestFacts, id: String = "", client: String = "", method: String = "",
        organization: String = "", certificate: String = "", detail: String = ""
    ) -> String {
        var buffer = ByteBuffer()
        let (id, client, method) = (Array(id.utf8), Array(client.utf8), Array(method.utf8))
        let (organization, detail) = (Array(organization.utf8), Array(detail.utf8))
        let certificate = Array(certificate.utf8)
        var stamp = SecondStamp()
        buffer.appendAccessLine(
            facts, stamp: &stamp, labels: labels, id: id.span, client: client.span,
            method: method.span,
            organization: organization.span, certificate: certificate.span, detail: detail.span)
        return buffer.span.toString()
    }

    @Test func `a client that proved who it is is named by its certificate's fingerprint`() {
        let text = line(RequestFacts(), organization: "42", certificate: "0af7")
        #expect(text.contains(#","org":"42","client_certificate":"0af7","bytes_in":0,"#))
    }

    @Test func `a forwarded request names everything an operator searches for`() {
        var facts = RequestFacts()
        facts.unixMilliseconds = 1_795_372_817_123
        facts.route = 0
        facts.upstream = 0
        facts.status = 200
        facts.bytesOut = 355
        facts.retries = 1
        facts.times[.identity] = 210_499
        facts.times[.upstream] = 1_499_500
        facts.times[.total] = 1_712_000
        let text = line(
            facts, id: "0af7", client: "192.0.2.7", method: "GET", organization: "42")
        #expect(
            text == #"{"time":"2026-11-22T18:40:17.123Z","id":"0af7","client":"192.0.2.7","#
                + #""method":"GET","route":"/api/v1/contacts/{id}","status":200,"#
                + #""decision":"allowed","org":"42","upstream":"backend","retries":1,"#
                + #""bytes_in":0,"bytes_out":355,"#
                + #""us":{"total":1712,"identity":210,"upstream":1500}}"#
                + "\n")
    }

    @Test func `a refusal gives its reason, and no route where none matched`() {
        var facts = RequestFacts()
        facts.status = 403
        facts.decision = .missingAbility
        #expect(
            line(facts, detail: "send")
                == #"{"time":"1970-01-01T00:00:00.000Z","status":403,"#
                + #""decision":"missing_ability","detail":"send","#
                + #""bytes_in":0,"bytes_out":0,"us":{"total":0}}"#
                + "\n")
    }

    @Test func `report mode shows what would have been decided`() {
        var facts = RequestFacts()
        facts.status = 200
        facts.wouldBe = .rateLimited
        #expect(line(facts).contains(#""decision":"allowed","would_be":"rate_limited""#))
        facts.wouldBe = .allowed
        #expect(!line(facts).contains("would_be"))
    }

    @Test(arguments: [
        ("a\"b\\c", #"a\"b\\c"#),
        ("a\nb\u{1}\u{7F}", #"a\u000ab\u0001\u007f"#),
        ("مرحبا 👋", "مرحبا 👋"),
        ("</script>", "</script>"),
    ])
    func `text from outside cannot break a line`(text: String, escaped: String) {
        #expect(line(RequestFacts(), method: text).contains("\"method\":\"\(escaped)\""))
    }

    @Test(
        arguments: [
            [0x80], [0xC0, 0xAF], [0xC2], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
            [0xF4, 0x90, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xE2, 0x82],
        ] as [[UInt8]])
    func `bytes that are not UTF-8 are replaced, one by one`(bytes: [UInt8]) {
        var buffer = ByteBuffer()
        let framed = [0x61] + bytes + [0x7A]
        buffer.appendLogText(framed.span)
        let text = buffer.span.toString()
        #expect(text == "a" + String(repeating: "\u{FFFD}", count: bytes.count) + "z")
    }

    @Test(arguments: [-1, 0, 1])
    func `an over-long text is cut`(excess: Int) {
        let count = Bounds.logTextBytesMax + excess
        let text = line(RequestFacts(), method: String(repeating: "x", count: count))
        #expect(text.count { $0 == "x" } == min(count, Bounds.logTextBytesMax))
    }

    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000Z"),
        (-1, "1969-12-31T23:59:59.999Z"),
        (951_782_400_000, "2000-02-29T00:00:00.000Z"),
        (1_709_251_199_999, "2024-02-29T23:59:59.999Z"),
        (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
        (1_735_689_599_001, "2024-12-31T23:59:59.001Z"),
    ])
    func `moments are RFC 3339 in UTC`(milliseconds: Int, text: String) {
        var buffer = ByteBuffer()
        var stamp = SecondStamp()
        // Out of order as well: the second that was worked out last is not taken for this one.
        for moment in [milliseconds, milliseconds + 1000, milliseconds] {
            buffer.removeAll()
            stamp.append(unixMilliseconds: moment, to: &buffer)
        }
        let written = buffer.span.toString()
        #expect(written == text)
    }

    @Test func `decisions and stages have texts of their own`() {
        #expect(Decision.allCases.count == Decision.count)
        #expect(Set(Decision.allCases.map { "\($0.text)" }).count == Decision.count)
        #expect(Stage.allCases.count == Stage.count)
        #expect(Set(Stage.allCases.map { "\($0.text)" }).count == Stage.count)
    }
}
