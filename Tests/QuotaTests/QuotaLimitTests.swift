import Bytes
import Quota
import Testing

@Suite struct QuotaLimitTests {
    @Test(arguments: [
        ("60/60", 1_000_000_000, 60), ("600/60:100", 100_000_000, 100), ("1/1:1", 1_000_000_000, 1),
        // Rounded up, so that the rate is never exceeded.
        ("7/60:7", 8_571_428_572, 7), ("300000/1:10", 3_334, 10),
        ("1000000000/1:1000000000", 1, 1_000_000_000),
        ("1/2678400:1", 2_678_400_000_000_000, 1), ("1/2678400:3", 2_678_400_000_000_000, 3),
    ])
    func `a limit is an interval and a burst`(text: String, interval: Int, burst: Int) {
        let read = limit(text)
        #expect(read?.intervalNanoseconds == interval && read?.burst == burst)
    }

    @Test(arguments: [
        (1, 86_400, 104), (600, 60, 90_071_992), (1, 2_678_400, 3),
        (1_000_000_000, 1, 1_000_000_000),
    ])
    func `the largest burst of a rate is accepted, and one more is not`(
        requests: Int, seconds: Int, most: Int
    ) {
        #expect(QuotaLimit.burstMax(requests: requests, periodSeconds: seconds) == most)
        #expect(QuotaLimit(requests: requests, periodSeconds: seconds, burst: most) != nil)
        #expect(QuotaLimit(requests: requests, periodSeconds: seconds, burst: most + 1) == nil)
    }

    @Test(arguments: [
        "", "60", "/", "60/", "/60", "0/60", "60/0", "60/60:0", "60/60:", "60/60:1:1", "60/60/60",
        "60 /60", "-60/60", "6e1/60", "1000000001/60:1", "60/2678401", "60/60:1000000001",
        // A burst that stands for more than 2^53 nanoseconds.
        "1/2678400:4", "99999999999999999999/60",
    ])
    func `what is beyond the bounds is no limit`(text: String) {
        #expect(limit(text) == nil)
    }
}
