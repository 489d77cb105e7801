import Bytes
import HTTP
import HTTP2
import Testing

/// Memory that a worker's HTTP/2 sessions share.
@Suite struct SessionMemoryTests {
    private static let limits = HTTP2Limits(
        head: HeadLimits(targetBytes: 100, headBytes: 2_000, fields: 10), streams: 100,
        streamWindow: 65_535, connectionWindow: 65_535)
    private static let start = [UInt8]("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8) + settings
    private static let settings: [UInt8] = [0, 0, 0, 4, 0, 0, 0, 0, 0]

    /// `GET /` to `a`, of fields in HPACK's static table and a literal.
    private static func request(_ stream: Int) -> [UInt8] {
        [0, 0, 6, 1, 5, 0, 0, UInt8(stream >> 8), UInt8(stream & 255)]
            + [0x82, 0x87, 0x84, 0x01, 0x01, UInt8(ascii: "a")]
    }

    private static func begin(_ memory: SessionMemory) throws -> HTTP2Session {
        guard var session = HTTP2Session(serving: limits, memory: memory) else {
            throw Missing()
        }
        let begins = session.receive(start.span)
        #expect(begins)
        return session
    }

    private struct Missing: Error {}

    private final class Held {
        var session: HTTP2Session

        init(_ session: consuming HTTP2Session) { self.session = session }
    }

    private static func answer(_ session: inout HTTP2Session, _ stream: Int) {
        let goesOn = session.receive(request(stream).span)
        let isHead = session.eventCount > 0 && session.event(0).kind == .head
        #expect(goesOn && isHead)
        var head = ResponseHead()
        head.status = 200
        session.respond(Int32(stream), head, length: 0, hasContent: false)
        var output = ByteBuffer()
        session.flush(into: &output, outputMax: 1_000_000)
        let count = output.count
        #expect(count > 0)
    }

    @Test func `a request takes the memory that the last one gave back`() throws {
        let memory = SessionMemory()
        var session = try Self.begin(memory)
        Self.answer(&session, 1)
        Self.answer(&session, 3)
        let spare = memory.spareBytes
        #expect(spare > 0)
        for index in 2..<1_000 { Self.answer(&session, 2 * index + 1) }
        #expect(memory.spareBytes == spare)
    }

    @Test func `what is not used is bounded, and given back when that is asked for`() throws {
        let memory = SessionMemory()
        var standing = try Self.begin(memory)
        Self.answer(&standing, 1)
        var held = try (0..<40).map { _ in Held(try Self.begin(memory)) }
        // Much more than is kept.
        for one in held {
            for stream in 0..<100 {
                let goesOn = one.session.receive(Self.request(2 * stream + 1).span)
                #expect(goesOn)
            }
        }
        held.removeAll()
        #expect(memory.spareBytes <= Bounds.http2SpareBytesMax)
        #expect(memory.spareBytes > Bounds.http2SpareBytesMax * 9 / 10)
        memory.release()
        #expect(memory.spareBytes == 0)
        // Sessions that stand do not notice.
        Self.answer(&standing, 3)
    }
}
