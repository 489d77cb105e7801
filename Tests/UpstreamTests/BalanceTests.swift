import Testing
import Upstream

@Suite struct BalanceTests {
    @Test func `of two targets drawn, the one with fewer requests gets the next`() {
        var group = group(2) { $0.balance = .leastRequests }
        for _ in 0..<3 { group.requestBegan(0) }
        #expect(group.counts(100) == [0, 100])
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `with requests that last, no target falls far behind the others`(seed: UInt64) {
        var group = group(8, seed: seed) { $0.balance = .leastRequests }
        var inFlight = Array(repeating: 0, count: 8)
        for _ in 0..<800 {
            let target = group.target()
            group.requestBegan(target)
            inFlight[target] += 1
        }
        // One choice at random would leave a spread of some 40 (balls into bins).
        #expect((inFlight.max() ?? 0) - (inFlight.min() ?? 0) <= 8)
    }

    @Test func `a key stays with its target, and keys spread over all`() {
        var group = group(4) { $0.balance = .hash(.organization) }
        let first = (0..<1_000).map { group.target(key: TargetGroup.key($0)) }
        let second = (0..<1_000).map { group.target(key: TargetGroup.key($0)) }
        #expect(first == second)
        for count in group.counts(4_000, keyed: true) { #expect((850...1_150).contains(count)) }
    }

    @Test func `when a target goes away only its own keys move`() {
        var group = group(4) { $0.balance = .hash(.organization) }
        let before = (0..<1_000).map { group.target(key: TargetGroup.key($0)) }
        group.setResolved(2, false)
        let after = (0..<1_000).map { group.target(key: TargetGroup.key($0)) }
        #expect(zip(before, after).allSatisfy { $0 == $1 || $0 == 2 })
        #expect(Set(after) == [0, 1, 3])
    }

    @Test func `keys do not depend on the order in which targets are listed`() {
        var settings = TargetSettings()
        settings.balance = .hash(.organization)
        var one = TargetGroup(names: ["a:80", "b:80", "c:80"], settings: settings, seed: 1)
        var other = TargetGroup(names: ["c:80", "a:80", "b:80"], settings: settings, seed: 9)
        for target in 0..<3 {
            one.setResolved(target, true)
            other.setResolved(target, true)
        }
        for user in 0..<100 {
            let key = TargetGroup.key(user)
            let (first, second) = (one.target(key: key), other.target(key: key))
            #expect(["a", "b", "c"][first] == ["c", "a", "b"][second])
        }
    }

    @Test func `requests without a key go round`() {
        var group = group(3) { $0.balance = .hash(.organization) }
        #expect(group.counts(30) == [10, 10, 10])
    }
}
