import Testing

@testable import Policy

@Suite struct UnitsTests {
    @Test(arguments: [
        ("250ms", 250), ("30s", 30_000), ("5m", 300_000), ("2h", 7_200_000), ("1d", 86_400_000),
        ("0s", 0), ("10 s", 10_000),
    ])
    func `a duration is a whole number and a unit`(text: String, milliseconds: Int) throws {
        #expect(try Units.duration(text) == milliseconds)
    }

    @Test(arguments: ["30", "", "s", "1.5s", "-1s", "30S", "5 minutes", "1w", "٣s"])
    func `anything else is no duration`(text: String) {
        #expect(throws: UnitFault.self) { try Units.duration(text) }
    }

    @Test(arguments: [
        ("512B", 512), ("64KiB", 65_536), ("8MiB", 8_388_608), ("1GiB", 1_073_741_824),
        ("1 KiB", 1_024),
    ])
    func `a size is a whole number and a binary unit`(text: String, bytes: Int) throws {
        #expect(try Units.size(text) == bytes)
    }

    @Test(arguments: [
        ("64K", "write `64KiB`"), ("64kb", "write `64KiB`"), ("8M", "write `8MiB`"),
        ("1gb", "write `1GiB`"), ("12b", "write `12B`"),
        ("65536", "say the unit: `65536B` or `65536KiB`"),
        ("big", "write a whole number and a unit: 512B, 64KiB, 8MiB or 1GiB"),
    ])
    func `a size in other units is answered with the right one`(text: String, remedy: String) {
        #expect(throws: UnitFault(remedy: remedy)) { try Units.size(text) }
    }

    @Test(arguments: [
        ("60 per minute", 60, 60), ("10 per second", 10, 1), ("1000 per hour", 1_000, 3_600),
        ("5 per day", 5, 86_400), ("100 per 10s", 100, 10), ("1 per 5m", 1, 300),
    ])
    func `a rate is a number per period`(text: String, requests: Int, seconds: Int) throws {
        let rate = try Units.rate(text)
        #expect(rate.requests == requests && rate.periodSeconds == seconds)
    }

    @Test(arguments: [
        "60/minute", "60", "0 per minute", "-5 per minute", "60 per fortnight", "60 per 500ms",
        "60 per 1500ms", "sixty per minute", "60 per 0s",
    ])
    func `anything else is no rate`(text: String) {
        #expect(throws: UnitFault.self) { try Units.rate(text) }
    }

    @Test func `a number too large for 64 bits ends as out of range`() throws {
        #expect(try Units.duration("999999999999999999d") == .max)
        #expect(try Units.size("9999999999999999GiB") == .max)
    }

    @Test(arguments: [
        (1, "1ms"), (999, "999ms"), (1_000, "1s"), (90_000, "90s"), (60_000, "1m"), (0, "0ms"),
    ])
    func `messages show a duration in its largest whole unit`(milliseconds: Int, text: String) {
        #expect(Units.text(milliseconds: milliseconds) == text)
    }

    @Test(arguments: [
        ("listener", "listeners"), ("Hosts", "hosts"), ("access-log", "access_log"),
        ("sesion_cookie", "session_cookie"), ("lisetners", "listeners"),
    ])
    func `a misspelt name finds the one that was meant`(name: String, meant: String) {
        let known = ["listeners", "hosts", "access_log", "session_cookie", "redis"]
        #expect(Suggestion.nearest(to: name, among: known) == meant)
    }

    @Test func `a name like none of them is answered with all of them`() {
        #expect(
            Suggestion.remedy(for: "banana", among: ["hosts", "tls"]) == "known are hosts, tls")
        #expect(Suggestion.nearest(to: "", among: ["a"]) == "a")
        #expect(Suggestion.nearest(to: "x", among: []) == nil)
    }
}
