import HTTP
import Testing
import Upstream

@Suite struct RetryRuleTests {
    @Test func `a GET is repeated once when an idle connection died under it`() {
        for (attempts, expected) in [(1, true), (2, false)] {
            #expect(
                RetryRule.mayRepeat(
                    after: .closedBeforeAnswer, method: .get, wasReused: true, bodyAtHand: true,
                    attempts: attempts) == expected)
        }
    }

    @Test(arguments: [
        (Method.post, true, true), (.get, false, true), (.put, true, false),
    ])
    func `nothing else is repeated`(method: Method, wasReused: Bool, bodyAtHand: Bool) {
        #expect(
            !RetryRule.mayRepeat(
                after: .closedBeforeAnswer, method: method, wasReused: wasReused,
                bodyAtHand: bodyAtHand, attempts: 1))
        #expect(
            !RetryRule.mayRepeat(
                after: .other, method: .get, wasReused: true, bodyAtHand: true, attempts: 1))
    }
}
