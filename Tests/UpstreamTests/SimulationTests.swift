import Bytes
import Testing
import Upstream

/// A worker's day, drawn at random: whatever happens, what the group promises holds.
@Suite struct SimulationTests {
    /// What the worker knows, to compare with.
    private struct World {
        var group: TargetGroup
        var chance: Chance
        var now = 0
        var resolved: Set<Int>
        var requests: [Int] = []
        var connections: [Int]

        init(_ settings: TargetSettings, targets: Int, seed: UInt64) {
            group = TargetGroup(
                names: (0..<targets).map { "t\($0):80" }, settings: settings, seed: seed)
            chance = Chance(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1)
            resolved = []
            connections = Array(repeating: 0, count: targets)
        }
    }

    /// xorshift64, for draws that a seed repeats.
    private struct Chance {
        var state: UInt64

        mutating func below(_ count: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int((state >> 33) % UInt64(count))
        }
    }

    @Test(arguments: 1...24 as ClosedRange<UInt64>)
    func `no request goes where none may go`(seed: UInt64) {
        let count = [1, 2, 3, 5, 64][Int(seed % 5)]
        var settings = TargetSettings()
        settings.balance = [.roundRobin, .leastRequests, .hash(.organization)][Int(seed % 3)]
        settings.connectionsMax = 4
        settings.requestsMax = 3 * count
        settings.slowStartMilliseconds = seed % 2 == 0 ? 0 : 5_000
        var world = World(settings, targets: count, seed: seed)
        for _ in 0..<4_000 {
            step(&world, count)
        }
        // Once nothing fails any more, every target is used again.
        world.now += 2 * Bounds.ejectionMillisecondsMax
        while let last = world.requests.popLast() {
            world.group.requestEnded(last)
            world.group.closed(last)
        }
        for target in 0..<count {
            world.group.setResolved(target, true)
            for _ in 0..<2 { _ = world.group.checked(target, passed: true, now: world.now) }
        }
        world.now += settings.slowStartMilliseconds
        let counts = world.group.counts(100 * count, now: world.now, keyed: seed % 3 == 2)
        #expect(!counts.contains(0), "\(counts)")
        #expect((0..<count).allSatisfy { world.group.isUp($0) })
    }

    private func step(_ world: inout World, _ count: Int) {
        let target = world.chance.below(count)
        switch world.chance.below(12) {
        case 0:
            world.now += world.chance.below(3_000)
            world.group.endEjections(now: world.now)
        case 1:
            let isResolved = world.chance.below(4) > 0
            world.group.setResolved(target, isResolved)
            if isResolved { world.resolved.insert(target) } else { world.resolved.remove(target) }
        case 2: _ = world.group.failed(target, now: world.now)
        case 3: world.group.succeeded(target)
        case 4: world.group.connectFailed(target, now: world.now)
        case 5:
            _ = world.group.checked(
                target, passed: world.chance.below(3) > 0, now: world.now)
        case 6, 7:
            if let last = world.requests.popLast() {
                world.group.requestEnded(last)
                world.group.closed(last)
                world.connections[last] -= 1
            }
        default: request(&world, count)
        }
    }

    private func request(_ world: inout World, _ count: Int) {
        let excluded = UInt64(world.chance.below(8))
        let key = world.chance.below(2) == 0 ? nil : TargetGroup.key(world.chance.below(100))
        switch world.group.choose(now: world.now, key: key, excluding: excluded) {
        case .connect(let target):
            #expect(world.resolved.contains(target) && target < count)
            #expect(excluded >> UInt64(target) & 1 == 0)
            #expect(world.connections[target] < 4 && world.requests.count < 3 * count)
            world.group.opened(target)
            world.group.requestBegan(target)
            world.connections[target] += 1
            world.requests.append(target)
        case .unavailable:
            // Nothing that is well is left, and something else is: or nothing is left at all.
            let left = world.resolved.filter { excluded >> UInt64($0) & 1 == 0 }
            let group = world.group
            #expect(left.isEmpty || world.resolved.contains { !group.isUp($0) })
        case .overloaded:
            #expect(
                world.requests.count >= 3 * count || world.connections.contains { $0 >= 4 })
        case .reuse, .replace:
            Issue.record("nothing was ever parked")
        }
    }
}
