import Bytes
import Testing
import Upstream

@Suite struct RestTests {
    private let first = Bounds.targetRestMilliseconds
    private let most = Bounds.targetRestMillisecondsMax

    @Test func `each failure in a row doubles the rest, up to its bound`() {
        var rest = Rest()
        var now = 0
        var lengths: [Int] = []
        for _ in 0..<6 {
            rest.begin(now: now)
            lengths.append(rest.until - now)
            now = rest.until
        }
        #expect(lengths == [first, 2 * first, 4 * first, most, most, most])
        rest.end()
        let isOn = rest.isOn(now)
        #expect(!isOn)
        rest.begin(now: now)
        #expect(rest.until == now + first)
    }

    @Test func `connections that fail together are one failure`() {
        var rest = Rest()
        for now in 0..<50 { rest.begin(now: now) }
        #expect(rest.until == first)
    }

    @Test func `after the rest one connection finds out while others pass it over`() {
        var rest = Rest()
        #expect(rest.probe(now: 0) == false)
        rest.begin(now: 0)
        #expect(rest.probe(now: first - 1) == false)
        #expect(rest.probe(now: first) == true)
        #expect(rest.isOn(first + 1))
        #expect(rest.probe(now: first + 1) == false)
        // It fails before its own time is over.
        rest.begin(now: first + 1)
        #expect(rest.until == first + 1 + 2 * first)
    }
}
