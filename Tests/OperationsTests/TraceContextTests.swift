import Bytes
import Testing

@testable import Operations

@Suite struct TraceContextTests {
    private func parse(_ text: String) -> TraceContext? {
        let bytes = Array(text.utf8)
        return TraceContext(bytes.span)
    }

    private func text(_ context: TraceContext) -> String {
        var buffer = ByteBuffer()
        context.append(to: &buffer)
        return buffer.span.toString()
    }

    static let trace = "0af7651916cd43dd8448eb211c80319c"
    static let parent = "b7ad6b7169203331"

    @Test(arguments: [
        ("00-\(trace)-\(parent)-01", true),
        ("00-\(trace)-\(parent)-00", false),
        // Flags that version 00 does not define are not read.
        ("00-\(trace)-\(parent)-03", true),
        ("00-\(trace)-\(parent)-fe", false),
        // A later version is read as far as it is known, with or without more behind it.
        ("01-\(trace)-\(parent)-01", true),
        ("cc-\(trace)-\(parent)-01-what-comes-later", true),
    ])
    func `a valid traceparent is continued`(value: String, isSampled: Bool) throws {
        let context = try #require(parse(value))
        #expect(context.isSampled == isSampled)
        #expect(text(context) == "00-\(Self.trace)-\(Self.parent)-0\(isSampled ? 1 : 0)")
    }

    @Test(arguments: [
        "",
        "00-\(trace)-\(parent)-0",
        "00-\(trace)-\(parent)-011",
        "00-\(trace)-\(parent)-01-more",
        "01-\(trace)-\(parent)-01.more",
        "ff-\(trace)-\(parent)-01",
        "0g-\(trace)-\(parent)-01",
        "00_\(trace)-\(parent)-01",
        "00-\(trace)_\(parent)-01",
        "00-\(trace)-\(parent)_01",
        "00-00000000000000000000000000000000-\(parent)-01",
        "00-\(trace)-0000000000000000-01",
        "00-0AF7651916CD43DD8448EB211C80319C-\(parent)-01",
        "00-\(trace)-B7AD6B7169203331-01",
        "00-\(trace)-\(parent)-0A",
    ])
    func `an invalid traceparent is ignored`(value: String) {
        #expect(parse(value) == nil)
    }

    @Test func `our own step replaces the caller's and keeps the trace`() throws {
        var source = IdentifierSource(seed: (1, 2, 3, 4))
        let theirs = try #require(parse("00-\(Self.trace)-\(Self.parent)-01"))
        let ours = theirs.continued(by: &source)
        #expect(ours.parent != theirs.parent)
        #expect(text(ours).hasPrefix("00-\(Self.trace)-"))
        #expect(ours.isSampled)
    }

    @Test func `a new trace is valid to everyone who reads it`() {
        var source = IdentifierSource(seed: (1, 2, 3, 4))
        let started = TraceContext(startedBy: &source, isSampled: false)
        #expect(parse(text(started)) == started)
    }

    @Test func `identifiers follow the published generator and differ`() {
        // First outputs of xoshiro256** for the seed 1, 2, 3, 4, as its reference code prints them.
        var source = IdentifierSource(seed: (1, 2, 3, 4))
        let first = [source.next(), source.next(), source.next(), source.next()]
        #expect(first == [11520, 0, 1_509_978_240, 1_215_971_899_390_074_240])
        var seen = Set<String>()
        for _ in 0..<1000 {
            var buffer = ByteBuffer()
            source.nextRequestID().append(to: &buffer)
            let id = buffer.span.toString()
            #expect(id.utf8.count == RequestID.textBytes)
            seen.insert(id)
        }
        #expect(seen.count == 1000)
    }

    @Test(arguments: [
        ("0af7651916cd43dd", true), ("a", true), ("Root=1-67891233-abcdef", true), ("", false),
        ("a b", false), ("a\"b", false), ("a\r\nb", false), ("é", false),
        (String(repeating: "a", count: 127), true), (String(repeating: "a", count: 128), true),
        (String(repeating: "a", count: 129), false),
    ])
    func `a trusted proxy's request id is kept when it is harmless`(text: String, isKept: Bool) {
        let bytes = Array(text.utf8)
        let kept = RequestID.isAcceptable(bytes.span)
        #expect(kept == isKept)
    }
}
