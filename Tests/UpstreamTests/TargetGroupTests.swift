import Bytes
import Testing
import Upstream

@Suite struct TargetGroupTests {
    private func group(_ count: Int, idleMax: Int = 2) -> TargetGroup {
        var group = TargetGroup(targetCount: count, idleMax: idleMax)
        for target in 0..<count { group.setResolved(target, true) }
        return group
    }

    @Test func `requests go round the targets`() {
        var group = group(3)
        let choices = (0..<4).map { _ in group.choose(now: 0) }
        #expect(
            choices == [
                .connect(target: 0), .connect(target: 1), .connect(target: 2), .connect(target: 0),
            ])
    }

    @Test func `a target that refused is passed over until it has rested`() {
        var group = group(2)
        group.connectFailed(0, now: 0)
        let rested = Bounds.targetRestMilliseconds
        #expect(group.choose(now: 1) == .connect(target: 1))
        #expect(group.choose(now: rested - 1) == .connect(target: 1))
        #expect(group.choose(now: rested) == .connect(target: 0))
    }

    @Test func `when every target rests one is tried all the same`() {
        var group = group(1)
        group.connectFailed(0, now: 0)
        #expect(group.choose(now: 1) == .connect(target: 0))
    }

    @Test func `a target without an address is not chosen`() {
        var group = TargetGroup(targetCount: 2, idleMax: 1)
        #expect(group.choose(now: 0) == .unresolved)
        group.setResolved(1, true)
        #expect(group.choose(now: 0) == .connect(target: 1))
        #expect(group.choose(now: 0, excluding: 0b10) == .unresolved)
    }

    @Test func `the last used connection is used again first and the oldest is given up`() {
        var group = group(1)
        let handles = (0..<3).map { Handle(index: UInt32($0), generation: 1) }
        #expect(group.park(handles[0], target: 0) == nil)
        #expect(group.park(handles[1], target: 0) == nil)
        #expect(group.park(handles[2], target: 0) == handles[0])
        #expect(group.choose(now: 0) == .reuse(handles[2], target: 0))
        group.forget(handles[1], target: 0)
        #expect(group.choose(now: 0) == .connect(target: 0))
    }

    @Test func `a second attempt can ask for a connection that nobody used`() {
        var group = group(1)
        _ = group.park(Handle(index: 4, generation: 1), target: 0)
        #expect(group.choose(now: 0, fresh: true) == .connect(target: 0))
        #expect(group.choose(now: 0) == .reuse(Handle(index: 4, generation: 1), target: 0))
    }
}
