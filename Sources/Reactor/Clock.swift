import CLinux

/// The time of one loop turn. It is read from the kernel once per turn, so that everything in the
/// turn agrees on it, and can be set by hand in tests.
@usableFromInline package struct Clock: ~Copyable {
    /// Nanoseconds of CLOCK_MONOTONIC, for durations and deadlines.
    @usableFromInline package private(set) var monotonicNanoseconds = 0
    /// Nanoseconds since 1970-01-01 UTC, for what leaves the process. It may jump.
    package private(set) var unixNanoseconds = 0
    /// Whole seconds since 1970-01-01 UTC.
    package private(set) var unixSeconds = 0

    private var dateSeconds = -1
    private var dateBytes: InlineArray<29, UInt8> = .init(repeating: 0)

    /// A clock that shows the present.
    package init() { refresh() }

    /// A clock that shows what it is told, for tests.
    package init(monotonicMilliseconds: Int, unixSeconds: Int) {
        set(
            monotonicNanoseconds: monotonicMilliseconds * 1_000_000,
            unixNanoseconds: unixSeconds * 1_000_000_000)
    }

    /// Milliseconds of CLOCK_MONOTONIC, the unit of `TimerWheel`.
    @inlinable package var milliseconds: Int { monotonicNanoseconds / 1_000_000 }

    /// The `Date` field's value (IMF-fixdate, RFC 9110 §5.6.7), made anew once per second.
    package var date: Span<UInt8> {
        @_lifetime(borrow self) get { dateBytes.span }
    }

    /// Reads the kernel's clocks: two vDSO calls.
    package mutating func refresh() {
        set(
            monotonicNanoseconds: Self.monotonicNanoseconds(),
            unixNanoseconds: Self.read(CLOCK_REALTIME))
    }

    /// Sets the clock by hand.
    package mutating func set(monotonicNanoseconds: Int, unixNanoseconds: Int) {
        self.monotonicNanoseconds = monotonicNanoseconds
        self.unixNanoseconds = unixNanoseconds
        unixSeconds = unixNanoseconds / 1_000_000_000
        guard unixSeconds != dateSeconds else { return }
        dateSeconds = unixSeconds
        dateBytes = CivilTime(unixSeconds: unixSeconds).fixdate
    }

    /// CLOCK_MONOTONIC now, in nanoseconds: for measuring a stage inside a turn.
    package static func monotonicNanoseconds() -> Int { read(CLOCK_MONOTONIC) }

    private static func read(_ clock: Int32) -> Int {
        var time = timespec()
        // SAFETY: the kernel writes a whole timespec; both clocks exist on every Linux.
        _ = unsafe clock_gettime(clock, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
