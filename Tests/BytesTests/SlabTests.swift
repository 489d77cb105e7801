import Bytes
import Testing

@Suite struct SlabTests {
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
