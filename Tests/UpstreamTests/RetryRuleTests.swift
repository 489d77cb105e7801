import Bytes
import HTTP
import Testing
import Upstream

@Suite struct RetryRuleTests {
    private func judge(
        after failure: RetryRule.Failure = .closedBeforeAnswer, method: Method = .get,
        wasReused: Bool = false, bodyAtHand: Bool = true, attempts: Int = 1, retries: Int = 0,
        retriesMax: Int = 0
    ) -> RetryRule.Verdict {
        RetryRule.judge(
            after: failure, method: method, wasReused: wasReused, bodyAtHand: bodyAtHand,
            attempts: attempts, retries: retries, retriesMax: retriesMax)
    }

    @Test func `a GET is repeated once when an idle connection died under it`() {
        #expect(judge(wasReused: true) == .free)
        #expect(judge(wasReused: true, attempts: 2) == .final)
    }

    @Test(arguments: [
        (Method.post, true, true), (.get, false, true), (.put, true, false),
    ])
    func `nothing else is repeated where the policy asks for nothing`(
        method: Method, wasReused: Bool, bodyAtHand: Bool
    ) {
        #expect(judge(method: method, wasReused: wasReused, bodyAtHand: bodyAtHand) == .final)
        #expect(judge(after: .unavailable, method: method, bodyAtHand: bodyAtHand) == .final)
        #expect(judge(after: .other, wasReused: true) == .final)
    }

    @Test(arguments: [RetryRule.Failure.closedBeforeAnswer, .unavailable])
    func `what is safe is repeated as often as the policy allows`(failure: RetryRule.Failure) {
        for method in [Method.get, .head, .put, .delete] {
            #expect(judge(after: failure, method: method, retriesMax: 2) == .charged)
        }
        #expect(judge(after: failure, attempts: 2, retries: 1, retriesMax: 2) == .charged)
        #expect(judge(after: failure, attempts: 3, retries: 2, retriesMax: 2) == .refused(.most))
    }

    @Test func `the policy is told what it asked for in vain`() {
        for method in [Method.post, .patch, .connect, .other] {
            #expect(judge(method: method, retriesMax: 2) == .refused(.method))
        }
        #expect(judge(method: .put, bodyAtHand: false, retriesMax: 2) == .refused(.streamedBody))
    }

    @Test(arguments: [Method.get, .post])
    func `what nobody looked at is repeated a few times, whatever the method`(method: Method) {
        for attempts in 1..<Bounds.connectAttemptsMax {
            #expect(judge(after: .notProcessed, method: method, attempts: attempts) == .free)
        }
        let most = Bounds.connectAttemptsMax
        #expect(
            judge(after: .notProcessed, method: method, attempts: most) == .refused(.refusals))
        #expect(
            judge(after: .notProcessed, method: method, attempts: most, retriesMax: 1) == .charged)
        #expect(
            judge(
                after: .notProcessed, method: method, attempts: most + 1, retries: 1, retriesMax: 1)
                == .refused(.refusals))
        #expect(
            judge(after: .notProcessed, method: method, bodyAtHand: false)
                == .refused(.streamedBody))
    }

    @Test func `an answer that has begun, or takes too long, is never asked for again`() {
        #expect(judge(after: .other, wasReused: true, retriesMax: 2) == .final)
    }
}

@Suite struct RetryBudgetTests {
    private func withdrawals(_ budget: inout RetryBudget, now: Int, most: Int = 1_000) -> Int {
        var count = 0
        while count < most, budget.withdraw(now: now) { count += 1 }
        return count
    }

    @Test func `a few repeats are there from the start, and come back one a second`() {
        var budget = RetryBudget(percent: 0, now: 0)
        #expect(withdrawals(&budget, now: 0) == Bounds.retriesFloor)
        #expect(withdrawals(&budget, now: 999) == 0)
        #expect(withdrawals(&budget, now: 1_999) == 1)
        #expect(withdrawals(&budget, now: 3_600_000) == Bounds.retriesFloor)
    }

    @Test func `requests earn their share of repeats`() {
        var budget = RetryBudget(percent: 20, now: 0)
        _ = withdrawals(&budget, now: 0)
        for _ in 0..<100 { budget.deposit() }
        #expect(withdrawals(&budget, now: 0) == 20)
    }

    @Test func `a quiet time saves up no flood`() {
        var budget = RetryBudget(percent: 100, now: 0)
        for _ in 0..<100_000 { budget.deposit() }
        #expect(withdrawals(&budget, now: 0) == Bounds.retriesSavedMax)
    }

    @Test func `when everything fails repeats add no more than the share`() {
        var budget = RetryBudget(percent: 20, now: 0)
        var repeats = 0
        for _ in 0..<10_000 {
            budget.deposit()
            for _ in 0..<2 where budget.withdraw(now: 0) { repeats += 1 }
        }
        #expect(repeats <= 2_000 + Bounds.retriesFloor)
    }
}
