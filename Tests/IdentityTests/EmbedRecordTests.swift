import Bytes
import Identity
import Redis
import Testing

/// A reply as it comes over the wire.
private func wire(_ parts: [String?]) -> String {
    parts.map { part in part.map { "$\($0.utf8.count)\r\n\($0)\r\n" } ?? "$-1\r\n" }.joined()
}

private func withReply<R>(_ text: String, _ body: (borrowing RedisReply) -> R) throws -> R {
    var pipeline = RedisPipeline(capacity: 1)
    pipeline.expect(1, nowMilliseconds: 0)
    let bytes = Array(text.utf8)
    try pipeline.receive(bytes.span)
    let tag = try pipeline.next()
    try #require(tag == 1)
    return body(pipeline.reply)
}

private func written(_ body: (inout RedisPipeline) -> Void) -> String {
    var pipeline = RedisPipeline(capacity: 1)
    body(&pipeline)
    return pipeline.output.span.toString()
}

private func command(_ words: String...) -> String {
    "*\(words.count)\r\n" + wire(words)
}

@Suite struct WidgetRecordTests {
    /// The record, nil for none, or the fault.
    private func read(_ fields: [String?]) throws -> Result<WidgetRecord?, RedisFault> {
        try withReply("*\(fields.count)\r\n" + wire(fields)) { reply in
            do throws(RedisFault) {
                return .success(try WidgetRecord.read(reply))
            } catch {
                return .failure(error)
            }
        }
    }

    @Test func `the look-up asks for the three fields`() {
        let text = written { pipeline in
            WidgetRecord.writeLookup(
                org: literalBytes("acme"), slug: literalBytes("site"), prefix: literalBytes("p:"),
                into: &pipeline)
        }
        #expect(text == command("HMGET", "p:widget:acme:site", "enabled", "origins", "max_ttl"))
    }

    @Test func `a record is read as it is written`() throws {
        #expect(try read([nil, nil, nil]).get() == nil)
        let plain = try #require(try read(["1", nil, nil]).get())
        #expect(plain.isEnabled && plain.origins.isEmpty && plain.ttlSecondsMax == nil)
        let full = try #require(try read(["0", "https://a.example http://b:81", "3600"]).get())
        #expect(!full.isEnabled && full.ttlSecondsMax == 3_600)
        #expect(String(decoding: full.origins, as: UTF8.self) == "https://a.example http://b:81")
        let empty = try #require(try read(["1", "", ""]).get())
        #expect(empty == plain)
    }

    @Test(
        arguments: [
            [nil, "https://a", nil], ["yes", nil, nil], ["", nil, nil], ["1 ", nil, nil],
            ["1", "a.example", nil], ["1", " https://a", nil], ["1", "https://a ", nil],
            ["1", "https://a  https://b", nil], ["1", "https://a/", nil], ["1", "https://A", nil],
            ["1", "https://", nil], ["1", "https://*.a", nil], ["1", "*", nil], ["1", "://a", nil],
            ["1", nil, "59"], ["1", nil, "86401"], ["1", nil, "900s"], ["1", nil, "-1"],
        ] as [[String?]])
    func `a field that cannot be read is a fault, not a widget without it`(
        fields: [String?]
    ) throws {
        #expect(try read(fields) == .failure(.invalidRecord))
    }

    @Test(arguments: [60, 86_400])
    func `the longest life has its bounds`(seconds: Int) throws {
        #expect(try read(["1", nil, "\(seconds)"]).get()?.ttlSecondsMax == seconds)
    }

    @Test func `another reply is a fault`() throws {
        for (text, fault) in [
            ("-LOADING\r\n", .refused(.loading)), (":1\r\n", .unexpectedReply),
            ("*2\r\n$1\r\n1\r\n$-1\r\n", .unexpectedReply), ("$1\r\n1\r\n", .unexpectedReply),
            ("*3\r\n:1\r\n$-1\r\n$-1\r\n", .unexpectedReply),
        ] as [(String, RedisFault)] {
            let found =
                try withReply(text) { reply in
                    do throws(RedisFault) {
                        _ = try WidgetRecord.read(reply)
                        return nil
                    } catch {
                        return error
                    }
                } as RedisFault?
            #expect(found == fault)
        }
    }

    @Test(arguments: [
        ("", "https://a", true), ("", "", true), ("https://a", "https://a", true),
        ("https://a https://b:8443", "https://b:8443", true), ("https://a", "", false),
        ("https://a https://b", "https://c", false), ("https://ab", "https://a", false),
        ("https://a", "https://ab", false), ("https://a", "http://a", false),
        ("https://a", "null", false), ("https://a https://b", "https://a https://b", false),
    ])
    func `only the origins of the list may show it`(list: String, origin: String, isAllowed: Bool) {
        let (list, origin) = (Array(list.utf8), Array(origin.utf8))
        let record = WidgetRecord(isEnabled: true, origins: list.span, ttlSecondsMax: nil)
        #expect(record?.allows(origin: origin.span) == isAllowed)
    }

    @Test(arguments: [(-1, true), (0, true), (1, false)])
    func `a list of origins has its bound`(beyond: Int, isList: Bool) {
        let host = String(repeating: "a", count: Bounds.widgetOriginsBytesMax - 8 + beyond)
        let list = Array("https://\(host)".utf8)
        #expect(WidgetRecord.isOriginList(list.span) == isList)
    }

    @Test func `setting writes the whole record`() throws {
        let list = Array("https://a".utf8)
        let listed = WidgetRecord(isEnabled: true, origins: list.span, ttlSecondsMax: 60)
        let unlisted = WidgetRecord(
            isEnabled: false, origins: literalBytes(""), ttlSecondsMax: nil)
        let (full, none) = (try #require(listed), try #require(unlisted))
        let set = { (record: WidgetRecord) in
            written { pipeline in
                _ = WidgetStore.writeSet(
                    record, org: literalBytes("acme"), slug: literalBytes("site"),
                    prefix: literalBytes("p:"), into: &pipeline)
            }
        }
        let name = "p:widget:acme:site"
        #expect(
            set(full)
                == command("HSET", name, "enabled", "1", "origins", "https://a", "max_ttl", "60"))
        #expect(
            set(none) == command("HSET", name, "enabled", "0") + command("HDEL", name, "origins")
                + command("HDEL", name, "max_ttl"))
    }

    @Test func `listing takes names as they are`() {
        let text = written { pipeline in
            _ = WidgetStore.writeList(
                cursor: literalBytes("0"), org: literalBytes("a*b"), prefix: literalBytes("p[:"),
                into: &pipeline)
        }
        #expect(
            text == command("SCAN", "0", "MATCH", "p\\[:widget:a\\*b:*", "COUNT", "500"))
    }
}

@Suite struct EmbedKeyRecordTests {
    private func current(_ text: String) throws -> Result<String?, RedisFault> {
        try withReply(text) { reply in
            do throws(RedisFault) {
                guard let kid = try EmbedKeyRecord.readCurrent(reply) else { return .success(nil) }
                return .success(kid.toString())
            } catch {
                return .failure(error)
            }
        }
    }

    @Test func `look-ups name their keys`() {
        let text = written { pipeline in
            EmbedKeyRecord.writeLookup(
                org: literalBytes("acme"), kid: literalBytes("k1"), prefix: literalBytes("p:"),
                into: &pipeline)
            EmbedKeyRecord.writeCurrentLookup(
                org: literalBytes("acme"), prefix: literalBytes("p:"), into: &pipeline)
        }
        #expect(
            text == command("GET", "p:embed-key:acme:k1") + command("GET", "p:embed-current:acme"))
    }

    @Test func `a current kid that is none never becomes part of a key`() throws {
        #expect(try current("$2\r\nk1\r\n").get() == "k1")
        #expect(try current("$-1\r\n").get() == nil)
        for kid in ["", "K1", "k:1", "k1\n", "01234567890123456"] {
            #expect(try current("$\(kid.utf8.count)\r\n\(kid)\r\n") == .failure(.invalidRecord))
        }
        #expect(try current(":1\r\n") == .failure(.unexpectedReply))
        #expect(try current("-NOPERM x\r\n") == .failure(.refused(.noPermission)))
    }

    @Test func `operators' commands touch one key each`() {
        let text = written { pipeline in
            let (org, kid) = (literalBytes("acme"), literalBytes("k1"))
            let prefix = literalBytes("p:")
            _ = EmbedKeyRecord.writeKey(
                sealed: literalBytes("abc"), org: org, kid: kid, prefix: prefix, into: &pipeline)
            _ = EmbedKeyRecord.writeCurrent(kid: kid, org: org, prefix: prefix, into: &pipeline)
            _ = EmbedKeyRecord.writeRetire(org: org, kid: kid, prefix: prefix, into: &pipeline)
            _ = EmbedKeyRecord.writeList(
                cursor: literalBytes("0"), org: org, prefix: prefix, into: &pipeline)
        }
        #expect(
            text == command("SET", "p:embed-key:acme:k1", "abc", "NX")
                + command("SET", "p:embed-current:acme", "k1")
                + command("DEL", "p:embed-key:acme:k1")
                + command("SCAN", "0", "MATCH", "p:embed-key:acme:*", "COUNT", "500"))
    }
}
