import Bytes
import Reactor
import Testing

@Suite struct ClockTests {
    /// Each value checked with `date -u -d @N`.
    @Test(arguments: [
        (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
        (951_782_399, "Mon, 28 Feb 2000 23:59:59 GMT"),
        (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
        (951_868_800, "Wed, 01 Mar 2000 00:00:00 GMT"),
        (1_709_164_800, "Thu, 29 Feb 2024 00:00:00 GMT"),
        (1_735_689_599, "Tue, 31 Dec 2024 23:59:59 GMT"),
        (1_735_689_600, "Wed, 01 Jan 2025 00:00:00 GMT"),
        (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"), (-1, "Wed, 31 Dec 1969 23:59:59 GMT"),
        (253_402_300_799, "Fri, 31 Dec 9999 23:59:59 GMT"),
    ])
    func `the Date field shows the second`(unixSeconds: Int, expected: String) {
        let clock = Clock(monotonicMilliseconds: 0, unixSeconds: 0)
        let initial = clock.date.toString()
        #expect(initial == "Thu, 01 Jan 1970 00:00:00 GMT")
        let bytes = CivilTime(unixSeconds: unixSeconds).fixdate
        let text = bytes.span.toString()
        #expect(text == expected)
    }

    @Test func `the Date field changes with the second and not before`() {
        var clock = Clock(monotonicMilliseconds: 5, unixSeconds: 784_111_777)
        #expect(clock.milliseconds == 5)
        clock.set(monotonicNanoseconds: 7_999_999, unixNanoseconds: 784_111_777_999_999_999)
        var text = clock.date.toString()
        #expect(text == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(clock.milliseconds == 7)
        clock.set(monotonicNanoseconds: 8_000_000, unixNanoseconds: 784_111_778_000_000_000)
        text = clock.date.toString()
        #expect(text == "Sun, 06 Nov 1994 08:49:38 GMT")
    }

    @Test func `time goes on`() {
        var clock = Clock()
        let before = clock.monotonicNanoseconds
        clock.refresh()
        #expect(clock.monotonicNanoseconds >= before)
        #expect(Clock.monotonicNanoseconds() >= clock.monotonicNanoseconds)
        #expect(clock.unixSeconds > 1_700_000_000)
    }
}
