import Bytes
import Redis
import RedisServer
import Testing

/// Feeds bytes and returns `tag:reply` for each whole reply.
private func replies(_ pipeline: inout RedisPipeline, _ text: String) throws -> [String] {
    var found: [String] = []
    try pipeline.receive(Array(text.utf8).span)
    while let tag = try pipeline.next() {
        found.append("\(tag):\(RedisConnection.text(pipeline.reply))")
    }
    return found
}

/// The fault that these bytes bring about, nil when they bring about none.
private func fault(_ pipeline: inout RedisPipeline, _ bytes: [UInt8]) -> RedisFault? {
    do throws(RedisFault) {
        try pipeline.receive(bytes.span)
        while try pipeline.next() != nil {}
        return nil
    } catch {
        return error
    }
}

@Suite struct RedisPipelineTests {
    @Test func `a command is written as an array of bulk strings`() {
        var pipeline = RedisPipeline(capacity: 4)
        let org = Array("acme".utf8)
        let prefix = Array("b:".utf8)
        pipeline.begin(6)
        pipeline.argument("HMGET")
        pipeline.argument(org.span)
        pipeline.argument(decimal: -120)
        pipeline.argument(prefix.span, "token:", decimal: 9_223_372_036_854_775_807)
        pipeline.argument(prefix.span, "org:", org.span)
        pipeline.argument(prefix.span, "quota:", org.span, org.span)
        let text = pipeline.output.span.toString()
        #expect(
            text == "*6\r\n$5\r\nHMGET\r\n$4\r\nacme\r\n$4\r\n-120\r\n"
                + "$27\r\nb:token:9223372036854775807\r\n$10\r\nb:org:acme\r\n"
                + "$17\r\nb:quota:acme:acme\r\n")
    }

    @Test(arguments: [
        ("+OK\r\n", "OK"), ("-ERR no\r\n", "(error) ERR no"), (":-7\r\n", "-7"),
        ("$-1\r\n", "(nil)"), ("*-1\r\n", "(nil)"), ("$0\r\n\r\n", ""), ("*0\r\n", "[]"),
        ("$4\r\na\r\nb\r\n", "a\r\nb"),
        ("*3\r\n$1\r\na\r\n$-1\r\n:5\r\n", "[a, (nil), 5]"),
        ("*2\r\n*2\r\n:1\r\n*1\r\n:2\r\n*2\r\n$1\r\nx\r\n:3\r\n", "[[1, [2]], [x, 3]]"),
    ])
    func `each type of reply is read, whole or byte by byte`(wire: String, text: String) throws {
        var whole = RedisPipeline(capacity: 4)
        whole.expect(9, nowMilliseconds: 0)
        let atOnce = try replies(&whole, wire)
        #expect(atOnce == ["9:\(text)"])

        var parts = RedisPipeline(capacity: 4)
        parts.expect(9, nowMilliseconds: 0)
        var found: [String] = []
        for byte in wire.utf8 {
            try parts.receive([byte].span)
            while let tag = try parts.next() {
                found.append("\(tag):\(RedisConnection.text(parts.reply))")
            }
        }
        #expect(found == ["9:\(text)"])
    }

    @Test func `replies find those who wait in the order of sending`() throws {
        var pipeline = RedisPipeline(capacity: 3)
        pipeline.expect(10, replies: 2, nowMilliseconds: 5)
        pipeline.expect(11, nowMilliseconds: 6)
        let oldest = pipeline.oldestSinceMilliseconds
        #expect(oldest == 5)
        let first = try replies(&pipeline, ":1\r\n:2\r\n:")
        #expect(first == ["10:1", "10:2"])
        let younger = pipeline.oldestSinceMilliseconds
        let rest = try replies(&pipeline, "3\r\n")
        let none = pipeline.oldestSinceMilliseconds
        #expect(younger == 6 && rest == ["11:3"] && none == nil)
    }

    @Test func `no more wait at once than the bound`() {
        var pipeline = RedisPipeline(capacity: 2)
        let first = pipeline.expect(1, nowMilliseconds: 0)
        let isOpen = pipeline.hasRoom
        let second = pipeline.expect(2, nowMilliseconds: 0)
        let isFull = !pipeline.hasRoom
        let third = pipeline.expect(3, nowMilliseconds: 0)
        #expect(first && isOpen && second && isFull && !third)
    }

    @Test func `a reply that nobody waits for ends the connection`() {
        var pipeline = RedisPipeline(capacity: 2)
        let first = fault(&pipeline, Array("+OK\r\n".utf8))
        let second = fault(&pipeline, Array("+OK\r\n".utf8))
        #expect(first == .unexpectedReply && second == .unexpectedReply)
    }

    @Test(arguments: ["HTTP/1.1 200 OK\r\n", "$5x\r\nabc", "*-7\r\n", ":12a\r\n", "\0"])
    func `what is not RESP2 ends the connection`(wire: String) {
        var pipeline = RedisPipeline(capacity: 2)
        pipeline.expect(1, nowMilliseconds: 0)
        let fault = fault(&pipeline, Array(wire.utf8))
        #expect(fault == .protocolViolation)
    }

    @Test(arguments: [(-1, true), (0, true), (1, false)])
    func `a reply may hold as many values as the bound`(beyond: Int, isRead: Bool) throws {
        // The array itself is a value.
        let elements = Bounds.redisReplyValuesMax - 1 + beyond
        var wire = "*\(elements)\r\n"
        for _ in 0..<elements { wire += ":1\r\n" }
        var pipeline = RedisPipeline(capacity: 2)
        pipeline.expect(1, nowMilliseconds: 0)
        try pipeline.receive(Array(wire.utf8).span)
        let tag = try? pipeline.next()
        #expect((tag == 1) == isRead)
    }

    @Test func `a reply that grows beyond the bound ends the connection`() throws {
        var pipeline = RedisPipeline(capacity: 2)
        pipeline.expect(1, nowMilliseconds: 0)
        let part = [UInt8](repeating: 0x61, count: Bounds.redisReplyBytesMax - 10)
        let start = fault(&pipeline, Array("$2000000\r\n".utf8))
        let below = fault(&pipeline, part)
        let at = fault(&pipeline, [0x61])
        let beyond = fault(&pipeline, [UInt8](repeating: 0x61, count: 20))
        let after = fault(&pipeline, [0x61])
        #expect(start == nil && below == nil && at == nil && beyond == nil)
        #expect(after == .replyTooLarge)
    }

    @Test func `after a loss everyone is failed once, and a new connection starts clean`() throws {
        var pipeline = RedisPipeline(capacity: 4)
        pipeline.expect(1, replies: 2, nowMilliseconds: 0)
        pipeline.expect(2, nowMilliseconds: 0)
        let before = try replies(&pipeline, ":1\r\n$10\r\nhalf")
        let failed = [pipeline.popFailed(), pipeline.popFailed(), pipeline.popFailed()]
        pipeline.reset()
        pipeline.expect(3, replies: 2, nowMilliseconds: 0)
        let after = try replies(&pipeline, ":7\r\n:8\r\n")
        #expect(before == ["1:1"] && failed == [1, 2, nil] && after == ["3:7", "3:8"])
    }

    @Test func `an error reply keeps its code and none of its text`() {
        for (text, code) in [
            ("NOSCRIPT No matching script", RedisErrorCode.noScript), ("WRONGTYPE x", .wrongType),
            ("LOADING", .loading), ("ERR", .generic), ("ERRONEOUS", .other), ("", .other),
        ] {
            let read = RedisErrorCode(Array(text.utf8).span)
            #expect(read == code)
        }
    }
}
