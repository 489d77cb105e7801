import Bytes
import Testing
import Upstream

/// Settings that change while a group is in use.
@Suite struct AdoptTests {
    @Test func `what is known of targets stays`() {
        var group = group(3) { $0.slowStartMilliseconds = 0 }
        #expect(group.fail(0) == true)
        for _ in 0..<3 { _ = group.checked(1, passed: false, now: 0) }
        var settings = TargetSettings()
        settings.balance = .leastRequests
        settings.requestsMax = 1
        group.adopt(settings)
        #expect(!group.isUp(0) && !group.isUp(1) && group.isUp(2))
        group.requestBegan(2)
        let choice = group.choose(now: 1)
        #expect(choice == .overloaded)
    }

    @Test func `without outlier detection nobody stays ejected`() {
        var group = group(2) { $0.slowStartMilliseconds = 0 }
        #expect(group.fail(0) == true)
        var settings = TargetSettings()
        settings.outliers = nil
        group.adopt(settings)
        #expect(group.isUp(0))
        #expect(group.counts(10, now: 1) == [5, 5])
    }

    @Test func `without checks every target is well`() {
        var group = group(64)
        for target in 0..<64 {
            for _ in 0..<3 { _ = group.checked(target, passed: false, now: 0) }
        }
        #expect(!group.isUp(63))
        group.forgetChecks()
        #expect((0..<64).allSatisfy { group.isUp($0) })
    }
}
