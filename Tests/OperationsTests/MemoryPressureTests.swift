import Bytes
import Testing

@testable import Operations

/// A ceiling of 100 MB: a percent of it is a million bytes.
@Suite struct MemoryPressureTests {
    private let ceiling = MemoryCeiling(bytes: 100_000_000)

    private func next(
        _ pressure: MemoryPressure, percent: Int, calm milliseconds: Int = 0
    ) -> MemoryPressure {
        ceiling.next(
            after: pressure, resident: percent * 1_000_000, calmMilliseconds: milliseconds)
    }

    @Test(
        arguments: [
            (0, .none), (79, .none), (80, .reclaiming), (89, .reclaiming), (90, .refusing),
            (94, .refusing), (95, .shedding), (120, .shedding),
        ] as [(Int, MemoryPressure)])
    func `the nearer the ceiling, the more is done, at once`(
        percent: Int, expected: MemoryPressure
    ) {
        #expect(next(.none, percent: percent) == expected)
    }

    @Test(
        arguments: [
            (.reclaiming, 74, 75, .none), (.refusing, 84, 85, .reclaiming),
            (.shedding, 89, 90, .refusing),
        ] as [(MemoryPressure, Int, Int, MemoryPressure)])
    func `a measure ends some way below where it begins, and after a second`(
        pressure: MemoryPressure, below: Int, within: Int, after: MemoryPressure
    ) {
        #expect(next(pressure, percent: below, calm: 999) == pressure)
        #expect(next(pressure, percent: below, calm: 1_000) == after)
        #expect(next(pressure, percent: within, calm: 4_999) == pressure)
        // What nobody can give back does not keep clients out for ever.
        #expect(next(pressure, percent: within, calm: 5_000) == after)
    }

    @Test func `measures end one after the other`() {
        #expect(next(.shedding, percent: 10, calm: 100_000) == .refusing)
        #expect(next(.refusing, percent: 10, calm: 100_000) == .reclaiming)
        #expect(next(.reclaiming, percent: 10, calm: 100_000) == .none)
        #expect(next(.none, percent: 10, calm: 100_000) == .none)
    }

    @Test func `what stays at a share keeps its measure`() {
        #expect(next(.refusing, percent: 90, calm: 100_000) == .refusing)
        #expect(next(.refusing, percent: 92, calm: 0) == .refusing)
    }

    @Test(arguments: [1, 50, 79, 80, 89, 90, 94, 95, 99, 130])
    func `the next look comes before the next measure is due`(percent: Int) {
        let resident = percent * 1_000_000
        let pressure = next(.none, percent: percent)
        let pause = ceiling.pause(at: pressure, resident: resident)
        #expect((1...250).contains(pause))
        let reached = resident + pause * Bounds.memoryGrowthPerMillisecond
        let later = next(pressure, percent: reached / 1_000_000)
        #expect(pause == 1 || later == pressure)
    }

    @Test func `one of the workers tells of a change, and all of them see it`() {
        let record = MemoryRecord(workers: 2)
        #expect(record.note(50_000_000, of: ceiling, now: 0) == nil)
        #expect(record.note(91_000_000, of: ceiling, now: 1)?.before == MemoryPressure.none)
        #expect(record.note(91_000_000, of: ceiling, now: 1) == nil)
        #expect(record.pressure == .refusing)
        #expect(record.ceilingBytes == 100_000_000)
        // The time below begins with the first look that finds it so, and anew with each above.
        #expect(record.note(80_000_000, of: ceiling, now: 100) == nil)
        #expect(record.note(91_000_000, of: ceiling, now: 600) == nil)
        #expect(record.note(80_000_000, of: ceiling, now: 700) == nil)
        #expect(record.note(80_000_000, of: ceiling, now: 1_600) == nil)
        let change = record.note(80_000_000, of: ceiling, now: 1_700)
        #expect(change?.before == .refusing && change?.after == .reclaiming)
        #expect(record.pressure == .reclaiming)
    }

    @Test func `without a ceiling there is no pressure any more`() {
        let record = MemoryRecord(workers: 1)
        _ = record.note(99_000_000, of: ceiling, now: 0)
        #expect(record.forget() == .shedding)
        #expect(record.forget() == nil)
        #expect(record.pressure == .none)
        #expect(record.ceilingBytes == 0)
        // A worker with the former policy has noted something meanwhile: the next one forgets it.
        _ = record.note(91_000_000, of: ceiling, now: 1)
        #expect(record.forget() == .refusing)
        #expect(record.pressure == .none)
    }

    @Test func `nearly at the ceiling pausing has less time to show what it brings`() {
        #expect(ceiling.cutPause(resident: 96_999_999) == Bounds.memoryPauseMilliseconds)
        #expect(ceiling.cutPause(resident: 97_000_000) == Bounds.memoryCutMilliseconds)
    }

    @Test func `that memory cannot be measured is said once, by any of the workers`() {
        let record = MemoryRecord(workers: 2)
        #expect(record.beginComplaint())
        #expect(!record.beginComplaint())
    }

    @Test func `free memory is given back now and then, by one of the workers`() {
        let record = MemoryRecord(workers: 2)
        #expect(record.beginTrim(now: 0))
        #expect(!record.beginTrim(now: 0))
        #expect(!record.beginTrim(now: Bounds.memoryTrimMilliseconds - 1))
        #expect(record.beginTrim(now: Bounds.memoryTrimMilliseconds))
        // After a cut it is done sooner.
        let cut = Bounds.memoryTrimMilliseconds + Bounds.memoryCutMilliseconds
        #expect(!record.beginTrim(now: cut - 1, after: Bounds.memoryCutMilliseconds))
        #expect(record.beginTrim(now: cut, after: Bounds.memoryCutMilliseconds))
    }

    @Test func `what all workers hold is the sum of what each last said`() {
        let record = MemoryRecord(workers: 2)
        #expect(record.hold(10, worker: 0) == 10)
        #expect(record.hold(5, worker: 1) == 15)
        #expect(record.hold(1, worker: 0) == 6)
    }
}
