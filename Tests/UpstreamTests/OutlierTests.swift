import Bytes
import Testing
import Upstream

@Suite struct OutlierTests {
    private let base = Bounds.ejectionMilliseconds

    @Test func `failures in a row eject a target and a success between them does not`() {
        var group = group(2)
        #expect(group.fail(0, times: 4) == false)
        group.succeeded(0)
        #expect(group.fail(0, times: 4) == false)
        #expect(group.isUp(0))
        #expect(group.fail(0, times: 1) == true)
        #expect(!group.isUp(0))
        #expect(group.counts(10, now: 1) == [0, 10])
        #expect(group.nextReturn == base)
    }

    @Test func `a target comes back when its time is over, and stays away longer next time`() {
        var group = group(2) { $0.slowStartMilliseconds = 0 }
        #expect(group.fail(0) == true)
        #expect(group.counts(4, now: base - 1) == [0, 4])
        #expect(group.counts(4, now: base) == [2, 2])
        #expect(group.fail(0, now: base) == true)
        #expect(group.counts(4, now: 3 * base - 1) == [0, 4])
        #expect(group.counts(4, now: 3 * base) == [2, 2])
        #expect(group.nextReturn == nil)
    }

    @Test func `no ejection is longer than the longest, and old ones are forgotten`() {
        var group = group(2) {
            $0.slowStartMilliseconds = 0
            $0.outliers?.baseMilliseconds = 10
            $0.outliers?.mostMilliseconds = 25
        }
        var now = 0
        for length in [10, 20, 25, 25] {
            #expect(group.fail(0, now: now) == true)
            #expect(group.nextReturn == now + length)
            now += length
            group.endEjections(now: now)
        }
        #expect(group.fail(0, now: now + 26) == true)
        #expect(group.nextReturn == now + 36)
    }

    @Test(arguments: [(1, 0), (2, 1), (3, 1), (4, 2), (5, 2), (64, 32)])
    func `never more than half of the targets are ejected`(count: Int, ejected: Int) {
        var group = group(count)
        var done = 0
        for target in 0..<count where group.fail(target) { done += 1 }
        #expect(done == ejected)
        #expect((0..<count).filter { !group.isUp($0) }.count == ejected)
    }

    @Test func `the last target that is well is never ejected`() {
        var group = group(4)
        group.setResolved(0, false)
        for target in [1, 2] {
            for _ in 0..<3 { _ = group.checked(target, passed: false, now: 0) }
        }
        #expect(group.fail(3) == false)
    }

    @Test func `nothing is ejected where the policy says so`() {
        var group = group(2) { $0.outliers = nil }
        #expect(group.fail(0, times: 100) == false)
    }

    @Test(arguments: [Balance.roundRobin, .leastRequests, .hash(.organization)])
    func `the share of a target that returns grows`(balance: Balance) {
        let isKeyed = balance == .hash(.organization)
        var group = group(2) {
            $0.balance = balance
            $0.slowStartMilliseconds = 1_000
        }
        #expect(group.fail(0) == true)
        let shares = [0, 250, 500, 1_000].map { moment in
            var copy = group
            copy.endEjections(now: base)
            return copy.counts(2_000, now: base + moment, keyed: isKeyed)[0]
        }
        // Of two targets, its whole share is half of the requests.
        for (share, expected) in zip(shares, [0.1, 0.25, 0.5, 1]) {
            // In turn, those that it lets pass come back to it.
            let isInTurn = balance == .roundRobin
            let count = isInTurn ? 2_000 * expected / (1 + expected) : 1_000 * expected
            #expect(abs(Double(share) - count) < 100, "\(shares)")
        }
    }

    @Test func `keys that return to a target stay there`() {
        var group = group(3) {
            $0.balance = .hash(.organization)
            $0.slowStartMilliseconds = 1_000
        }
        let home = (0..<300).map { group.target(key: TargetGroup.key($0)) }
        #expect(group.fail(0) == true)
        _ = group.target(now: base)
        var returned: Set<Int> = []
        for moment in stride(from: 0, through: 1_000, by: 100) {
            for user in 0..<300 {
                let target = group.target(now: base + moment, key: TargetGroup.key(user))
                #expect(target == home[user] || home[user] == 0)
                #expect(target == 0 || !returned.contains(user))
                if target == 0 { returned.insert(user) }
            }
        }
        #expect(returned.count == home.filter { $0 == 0 }.count)
    }
}

@Suite struct HealthTests {
    private func check(_ group: inout TargetGroup, _ target: Int, _ passes: [Bool]) -> [Bool] {
        passes.map { group.checked(target, passed: $0, now: 0) }
    }

    @Test func `three failed checks in a row take a target out, two passed ones back`() {
        var group = group(2) { $0.slowStartMilliseconds = 0 }
        #expect(!check(&group, 0, [true, false, false, true, false, false]).contains(true))
        #expect(group.isUp(0))
        #expect(check(&group, 0, [false]) == [true])
        #expect(group.counts(10) == [0, 10])
        #expect(!check(&group, 0, [true, false, true]).contains(true))
        #expect(check(&group, 0, [true]) == [true])
        #expect(group.counts(10) == [5, 5])
    }

    @Test func `when no target is well all are used`() {
        var group = group(2)
        for target in 0..<2 { _ = check(&group, target, [false, false, false]) }
        #expect(group.counts(10) == [5, 5])
    }

    @Test func `a target that is not well is not taken for want of another`() {
        var group = group(2)
        _ = check(&group, 0, [false, false, false])
        #expect(group.choose(now: 0, excluding: 0b10) == .unavailable)
    }

    @Test(arguments: [Balance.roundRobin, .leastRequests])
    func `targets that all return at once share what there is`(balance: Balance) {
        var group = group(3) {
            $0.slowStartMilliseconds = 1_000
            $0.balance = balance
        }
        for target in 0..<3 {
            for _ in 0..<3 { _ = group.checked(target, passed: false, now: 0) }
            for _ in 0..<3 { _ = group.checked(target, passed: true, now: 10) }
        }
        for count in group.counts(300, now: 110) { #expect((80...120).contains(count)) }
    }

    @Test func `keys of targets that all return stay with their own`() {
        var fresh = group(3) { $0.balance = .hash(.organization) }
        var group = group(3) {
            $0.slowStartMilliseconds = 1_000
            $0.balance = .hash(.organization)
        }
        for target in 0..<3 {
            for _ in 0..<3 { _ = group.checked(target, passed: false, now: 0) }
            for _ in 0..<3 { _ = group.checked(target, passed: true, now: 10) }
        }
        let all = fresh.counts(600, keyed: true)
        for (now, then) in zip(group.counts(600, now: 11, keyed: true), all) {
            #expect(abs(now - then) < 60)
        }
    }

    @Test func `the first check decides alone`() {
        var group = group(2)
        #expect(group.checked(0, passed: false, now: 0) == true)
        #expect(group.checked(1, passed: true, now: 0) == false)
        #expect(!group.isUp(0) && group.isUp(1))
        // From then on it takes several.
        #expect(group.checked(1, passed: false, now: 1) == false)
        #expect(group.isUp(1))
    }

    @Test func `a target that is well again returns gradually`() {
        var group = group(2) { $0.slowStartMilliseconds = 1_000 }
        _ = check(&group, 0, [false, false, false, true, true])
        #expect(group.counts(1_000, now: 1)[0] < 150)
    }
}
