import Bytes
import Testing

@Suite struct SharedByteRingTests {
    /// Everything that waits in the ring, as text.
    private func drain(_ ring: SharedByteRing) -> String {
        var buffer = ByteBuffer()
        _ = ring.read(into: &buffer, atMost: ring.capacity)
        return buffer.span.toString()
    }

    @Test(arguments: [(7, true), (8, true), (9, false)])
    func `a write goes in whole or not at all`(count: Int, fits: Bool) {
        let ring = SharedByteRing(capacity: 8)
        let bytes = [UInt8](repeating: 0x61, count: count)
        let written = ring.write(bytes.span)
        #expect(written == fits)
        #expect(ring.count == (fits ? count : 0))
    }

    @Test func `bytes come out in order when they wrap around the end`() {
        let ring = SharedByteRing(capacity: 8)
        var text = ""
        for round in 0..<20 {
            let word = "w\(round % 10)abc"
            let bytes = Array(word.utf8)
            let written = ring.write(bytes.span)
            #expect(written)
            text += drain(ring)
        }
        #expect(text == (0..<20).map { "w\($0 % 10)abc" }.joined())
    }

    @Test func `the reader takes no more than it asked for`() {
        let ring = SharedByteRing(capacity: 16)
        let bytes = Array("abcdefgh".utf8)
        _ = ring.write(bytes.span)
        var buffer = ByteBuffer()
        #expect(ring.read(into: &buffer, atMost: 3) == 3)
        let first = buffer.span.toString()
        #expect(first == "abc")
        #expect(drain(ring) == "defgh")
    }

    @Test func `nothing is lost or torn between two threads`() async {
        let ring = SharedByteRing(capacity: 256)
        let words = 20_000
        async let written: Void = {
            for word in 0..<words {
                let bytes = Array("\(word)\n".utf8)
                while !ring.write(bytes.span) { await Task.yield() }
            }
        }()
        var received: [UInt8] = []
        var lines = 0
        while lines < words {
            var buffer = ByteBuffer()
            guard ring.read(into: &buffer, atMost: 100) > 0 else {
                await Task.yield()
                continue
            }
            let chunk = buffer.span.toArray()
            lines += chunk.count { $0 == 0x0A }
            received += chunk
        }
        await written
        let expected = (0..<words).map { "\($0)\n" }.joined()
        #expect(received == Array(expected.utf8))
    }
}
