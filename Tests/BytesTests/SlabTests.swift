import Bytes
import Testing

@Suite struct SlabTests {
    /// Counts how many of it there are.
    private final class Tally {
        var count = 0
    }

    private struct Value: ~Copyable {
        let tally: Tally

        init(_ tally: Tally) {
            self.tally = tally
            tally.count += 1
        }

        deinit { tally.count -= 1 }
    }

    @Test func `chunks without a slot in use are given back and made anew`() {
        let tally = Tally()
        var slab = Slab<Value>(limit: 200) { _ in Value(tally) }
        var handles: [Handle] = []
        while let handle = slab.take() { handles.append(handle) }
        #expect(tally.count == 256)
        // The first chunk keeps one, the others none.
        for handle in handles.dropFirst() { slab.free(handle) }
        slab.releaseFreeChunks()
        #expect(tally.count == 64)
        let made = [0, 63, 64, 199].map { slab.isMade(UInt32($0)) }
        #expect(made == [true, true, false, false])
        let stale = handles.dropFirst().contains { slab.isLive($0) }
        let isKept = slab.isLive(handles[0])
        #expect(!stale && isKept)
        var again: Set<UInt32> = [handles[0].index]
        while let handle = slab.take() { again.insert(handle.index) }
        let count = slab.count
        #expect(again.count == 200 && count == 200 && tally.count == 256)
    }

    @Test func `a limit that is raised while chunks are given back makes room, one slot each`() {
        var slab = Slab<Int>(limit: 70) { Int($0) }
        var handles: [Handle] = []
        while let handle = slab.take() { handles.append(handle) }
        for handle in handles { slab.free(handle) }
        slab.releaseFreeChunks()
        slab.raiseLimit(to: 130)
        var indices: Set<UInt32> = []
        while let handle = slab.take() { indices.insert(handle.index) }
        let count = slab.count
        #expect(indices.count == 130 && count == 130)
    }

    @Test(arguments: [1, 20, 64, 65]) func `there are as many slots as its limit says`(limit: Int) {
        var slab = Slab<Int>(limit: limit) { Int($0) }
        #expect(slab.count == 0)
        var handles: [Handle] = []
        while let handle = slab.take() { handles.append(handle) }
        let (taken, count) = (handles.count, slab.count)
        #expect(taken == limit && count == limit)
        for handle in handles { slab.free(handle) }
        let left = slab.count
        #expect(left == 0)
    }

    @Test(arguments: [(20, 40), (20, 100), (64, 65), (100, 90)])
    func `a limit that is raised makes room, one slot each`(limit: Int, higher: Int) {
        var slab = Slab<Int>(limit: limit) { Int($0) }
        var indices: Set<UInt32> = []
        for _ in 0..<limit {
            if let handle = slab.take() { indices.insert(handle.index) }
        }
        slab.raiseLimit(to: higher)
        while let handle = slab.take() { indices.insert(handle.index) }
        let count = slab.count
        #expect(count == max(limit, higher) && indices.count == count)
    }
}
