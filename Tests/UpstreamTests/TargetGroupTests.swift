import Bytes
import Testing
import Upstream

@Suite struct TargetGroupTests {
    private let handles = (0..<3).map { Handle(index: UInt32($0), generation: 1) }

    @Test func `requests go round the targets`() {
        var group = group(3)
        let choices = (0..<4).map { _ in group.choose(now: 0) }
        #expect(
            choices == [
                .connect(target: 0), .connect(target: 1), .connect(target: 2), .connect(target: 0),
            ])
    }

    @Test func `sixty-four targets each have their turn`() {
        var group = group(64)
        #expect(group.counts(128) == Array(repeating: 2, count: 64))
    }

    @Test func `a target that refused is passed over until it has rested`() {
        var group = group(2)
        group.connectFailed(0, now: 0)
        let rested = Bounds.targetRestMilliseconds
        #expect(group.choose(now: 1) == .connect(target: 1))
        #expect(group.choose(now: rested - 1) == .connect(target: 1))
        #expect(group.choose(now: rested) == .connect(target: 0))
        // That one finds out whether it can be reached.
        #expect(group.choose(now: rested + 1) == .connect(target: 1))
        #expect(group.choose(now: rested + 1) == .connect(target: 1))
        group.connected(0)
        #expect(group.counts(4, now: rested + 2) == [2, 2])
    }

    @Test func `a target that is reached again is used at once`() {
        var group = group(2)
        group.connectFailed(0, now: 0)
        group.connected(0)
        #expect(group.choose(now: 1) == .connect(target: 0))
    }

    @Test func `when every target rests one is tried all the same`() {
        var group = group(1)
        group.connectFailed(0, now: 0)
        #expect(group.choose(now: 1) == .connect(target: 0))
    }

    @Test func `a target without an address is not chosen`() {
        var group = group(2)
        group.setResolved(0, false)
        group.setResolved(1, false)
        #expect(group.choose(now: 0) == .unavailable)
        group.setResolved(1, true)
        #expect(group.choose(now: 0) == .connect(target: 1))
        #expect(group.choose(now: 0, excluding: 0b10) == .unavailable)
    }

    @Test func `a target that failed a request gets it again only when there is no other`() {
        var pair = group(2)
        for _ in 0..<4 { #expect(pair.target(avoiding: 0b01) == 1) }
        #expect(pair.target(excluding: 0b10, avoiding: 0b01) == 0)
        var single = group(1)
        #expect(single.target(avoiding: 0b1) == 0)
    }

    @Test func `the last used connection is used again first and the oldest is given up`() {
        var group = group(1)
        #expect(group.park(handles[0], target: 0) == nil)
        #expect(group.park(handles[1], target: 0) == nil)
        #expect(group.park(handles[2], target: 0) == handles[0])
        #expect(group.choose(now: 0) == .reuse(handles[2], target: 0))
        group.forget(handles[1], target: 0)
        #expect(group.choose(now: 0) == .connect(target: 0))
    }

    @Test func `a second attempt can ask for a connection that nobody used`() {
        var group = group(1)
        _ = group.park(handles[0], target: 0)
        #expect(group.choose(now: 0, fresh: true) == .connect(target: 0))
        #expect(group.choose(now: 0) == .reuse(handles[0], target: 0))
    }

    @Test func `the turn decides, and an idle connection of the target is used`() {
        var group = group(2)
        _ = group.park(handles[0], target: 1)
        #expect(group.choose(now: 0) == .connect(target: 0))
        #expect(group.choose(now: 0) == .reuse(handles[0], target: 1))
    }
}

@Suite struct LimitTests {
    private let handle = Handle(index: 3, generation: 1)

    @Test func `a target has as many connections as it may and the next request is refused`() {
        var group = group(2) { $0.connectionsMax = 2 }
        for _ in 0..<4 { group.opened(group.target()) }
        #expect(group.choose(now: 0) == .overloaded)
        group.closed(1)
        #expect(group.choose(now: 0) == .connect(target: 1))
    }

    @Test func `an idle connection serves where no other may be opened`() {
        var group = group(1) { $0.connectionsMax = 1 }
        group.opened(0)
        #expect(group.choose(now: 0) == .overloaded)
        _ = group.park(handle, target: 0)
        #expect(group.choose(now: 0) == .reuse(handle, target: 0))
        _ = group.park(handle, target: 0)
        #expect(group.choose(now: 0, fresh: true) == .replace(handle, target: 0))
    }

    @Test func `an ejected target does not take over what a full one cannot have`() {
        var group = group(2) { $0.connectionsMax = 1 }
        #expect(group.fail(0) == true)
        group.opened(1)
        #expect(group.choose(now: 0) == .overloaded)
    }

    @Test func `the upstream has as many requests as it may`() {
        var group = group(2) { $0.requestsMax = 3 }
        for target in [0, 1, 0] {
            #expect(group.target() >= 0)
            group.requestBegan(target)
        }
        #expect(group.choose(now: 0) == .overloaded)
        group.requestEnded(0)
        #expect(group.target() >= 0)
    }

    @Test func `connections are renewed each at its own time, within half the span again`() {
        var group = group(1)
        let span = Bounds.connectionRenewalMilliseconds
        var times: Set<Int> = []
        for _ in 0..<64 { times.insert(group.renewal(now: 1_000) - 1_000) }
        #expect(times.allSatisfy { $0 >= span && $0 < span + span / 2 })
        #expect(times.count > 32)
    }

    @Test func `another connection may be opened below the limit only`() {
        var group = group(1) { $0.connectionsMax = 2 }
        group.opened(0)
        #expect(group.mayOpen(0))
        group.opened(0)
        let isOpen = group.mayOpen(0)
        #expect(!isOpen)
    }
}
