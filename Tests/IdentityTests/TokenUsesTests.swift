import Bytes
import Identity
import Redis
import Testing

@Suite struct TokenUsesTests {
    /// What goes to Redis, word by word, in the order of the ids; and how many commands it is.
    private static func write(_ uses: inout TokenUses) -> (words: [[Int]], replies: Int) {
        var pipeline = RedisPipeline(capacity: 1)
        let replies = uses.write(prefix: literalBytes("b:"), into: &pipeline)
        let text = pipeline.output.span.toString()
        let commands = text.split(separator: "*").map { command in
            let words = command.split(separator: "\r\n").filter { !$0.hasPrefix("$") }
            #expect(words[1...2] == ["HSET", "b:token-used"])
            #expect(Int(words[0]) == words.count - 1)
            return words[3...].compactMap { Int($0) }
        }
        let pairs = commands.joined().enumerated()
        let ids = pairs.filter { $0.offset % 2 == 0 }.map(\.element)
        let times = pairs.filter { $0.offset % 2 == 1 }.map(\.element)
        return (zip(ids, times).map { [$0, $1] }.sorted { $0[0] < $1[0] }, replies)
    }

    @Test func `a token is told once, with its latest use`() {
        var uses = TokenUses(limit: 8)
        for (id, time) in [(7, 100), (8, 100), (7, 102), (7, 101), (0, 100)] {
            uses.note(id: id, unixSeconds: time)
        }
        let count = uses.count
        let written = Self.write(&uses)
        let (left, areSent) = (uses.count, uses.areSent)
        #expect(count == 2 && left == 0 && areSent)
        #expect(written.words == [[7, 102], [8, 100]] && written.replies == 1)
    }

    @Test(arguments: [-1, 0, 1])
    func `a full table forgets new tokens, and keeps what it has up to date`(excess: Int) {
        var uses = TokenUses(limit: 64)
        // Ids as they come: the back end's in sequence, the edge's far above.
        let ids = (1...(64 + excess)).map { $0 % 2 == 0 ? $0 : 1_000_000_000_000 + $0 }
        for id in ids { uses.note(id: id, unixSeconds: 1) }
        for id in ids { uses.note(id: id, unixSeconds: 2) }
        let (count, isFull) = (uses.count, uses.isFull)
        let written = Self.write(&uses)
        #expect(count == min(64, 64 + excess) && isFull == (excess >= 0))
        #expect(written.words == ids.prefix(64).sorted().map { [$0, 2] })
    }

    @Test func `what Redis has not taken is told again, what it has taken is not`() {
        var uses = TokenUses(limit: 8)
        uses.note(id: 7, unixSeconds: 100)
        uses.note(id: 8, unixSeconds: 100)
        _ = Self.write(&uses)
        uses.note(id: 7, unixSeconds: 105)
        uses.takeBack()
        let again = Self.write(&uses)
        uses.confirm()
        uses.takeBack()
        let (count, areSent) = (uses.count, uses.areSent)
        #expect(again.words == [[7, 105], [8, 100]])
        #expect(count == 0 && !areSent)
    }

    @Test(arguments: [-1, 0, 1])
    func `no command tells of more than its bound`(excess: Int) {
        var uses = TokenUses(limit: 2 * Bounds.tokenUsesPerCommand)
        let count = Bounds.tokenUsesPerCommand + excess
        for id in 1...count { uses.note(id: id, unixSeconds: id) }
        let written = Self.write(&uses)
        #expect(written.words == (1...count).map { [$0, $0] })
        #expect(written.replies == (excess > 0 ? 2 : 1))
    }
}
