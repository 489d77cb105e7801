import Reactor
import Testing

@Suite struct TimerWheelTests {
    /// Every id that is due, in the order in which the wheel gives them.
    private func expired(_ wheel: inout TimerWheel, _ now: Int) -> [UInt32] {
        var ids: [UInt32] = []
        while let id = wheel.expire(now: now) { ids.append(id) }
        return ids
    }

    @Test(arguments: [1, 2, 63, 64, 65, 4_095, 4_096, 4_097, 262_144, 100_000_000])
    func `a timer is due at its millisecond and not before`(delay: Int) {
        var wheel = TimerWheel(nowMilliseconds: 1_000_003)
        wheel.schedule(7, atMilliseconds: 1_000_003 + delay)
        #expect(expired(&wheel, 1_000_003 + delay - 1) == [])
        #expect(wheel.deadline(of: 7) == 1_000_003 + delay)
        #expect(expired(&wheel, 1_000_003 + delay) == [7])
        #expect(wheel.deadline(of: 7) == nil)
        #expect(wheel.nextDeadlineMilliseconds == nil)
    }

    @Test func `what was due long ago is due at once`() {
        var wheel = TimerWheel(nowMilliseconds: 1_000)
        wheel.schedule(0, atMilliseconds: 10)
        wheel.schedule(1, atMilliseconds: -5)
        #expect(wheel.timeoutMilliseconds(now: 1_000) == 0)
        #expect(Set(expired(&wheel, 1_000)) == [0, 1])
    }

    @Test func `a later or an earlier deadline takes the place of the first`() {
        var wheel = TimerWheel(nowMilliseconds: 0)
        wheel.schedule(1, atMilliseconds: 100)
        wheel.schedule(1, atMilliseconds: 500)
        #expect(expired(&wheel, 499) == [])
        wheel.schedule(1, atMilliseconds: 600)
        wheel.schedule(1, atMilliseconds: 550)
        #expect(expired(&wheel, 549) == [])
        #expect(expired(&wheel, 550) == [1])
        #expect(expired(&wheel, 10_000) == [])
    }

    @Test func `a cancelled timer is never due, and can be scheduled again`() {
        var wheel = TimerWheel(nowMilliseconds: 0)
        wheel.cancel(900)
        wheel.schedule(1, atMilliseconds: 50)
        wheel.cancel(1)
        #expect(wheel.deadline(of: 1) == nil)
        #expect(expired(&wheel, 60) == [])
        #expect(wheel.nextDeadlineMilliseconds == nil)
        wheel.schedule(1, atMilliseconds: 70)
        wheel.cancel(1)
        wheel.schedule(1, atMilliseconds: 65)
        #expect(expired(&wheel, 65) == [1])
    }

    @Test func `nothing scheduled means a wait without end`() {
        let wheel = TimerWheel(nowMilliseconds: 0)
        #expect(wheel.timeoutMilliseconds(now: 5) == -1)
    }

    @Test func `a timer scheduled while others expire keeps its place`() {
        var wheel = TimerWheel(nowMilliseconds: 0)
        for id in 0..<10 as Range<UInt32> { wheel.schedule(id, atMilliseconds: 64) }
        var seen: [UInt32] = []
        while let id = wheel.expire(now: 64) {
            seen.append(id)
            // One that still waits in the same slot is cancelled, one moved out, one moved in.
            if seen.count == 1 {
                let others = (0..<10 as Range<UInt32>).filter { $0 != id }
                wheel.cancel(others[0])
                wheel.schedule(others[1], atMilliseconds: 65)
                wheel.schedule(20, atMilliseconds: 64)
                wheel.schedule(others[2], atMilliseconds: 63)
            }
        }
        #expect(seen.count == 9)
        #expect(seen.contains(20))
        #expect(expired(&wheel, 65).count == 1)
    }

    /// Against a list of deadlines that is searched each time.
    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `any sequence of calls gives what a plain list gives`(seed: UInt64) {
        var random = SplitMix(state: seed)
        var now = Int(random.next() % 1_000_000)
        var wheel = TimerWheel(nowMilliseconds: now)
        var model: [UInt32: Int] = [:]
        let spreads = [1, 64, 5_000, 300_000, 20_000_000]
        for _ in 0..<2_000 {
            let id = UInt32(random.next() % 50)
            switch random.next() % 8 {
            case 0...3:
                let spread = spreads[Int(random.next() % 5)]
                let deadline = now + Int(random.next() % UInt64(spread + 1))
                wheel.schedule(id, atMilliseconds: deadline)
                model[id] = deadline
            case 4:
                wheel.cancel(id)
                model[id] = nil
            case 5:
                // As a worker does: sleep until the wheel asks to be called.
                now = max(now, wheel.nextDeadlineMilliseconds ?? now)
                check(&wheel, &model, now)
            default:
                now += Int(random.next() % UInt64(spreads[Int(random.next() % 4)]))
                check(&wheel, &model, now)
            }
            if let earliest = model.values.min() {
                let next = wheel.nextDeadlineMilliseconds
                #expect(next.map { $0 <= max(earliest, now) } == true)
            }
            #expect(wheel.deadline(of: id) == model[id])
        }
    }

    private func check(_ wheel: inout TimerWheel, _ model: inout [UInt32: Int], _ now: Int) {
        let due = model.filter { $0.value <= now }.keys.sorted()
        for id in due { model[id] = nil }
        let given = expired(&wheel, now).sorted()
        #expect(given == due)
    }

    @Test func `waiting as the wheel asks ends, even after many postponements`() {
        var wheel = TimerWheel(nowMilliseconds: 0)
        for moment in 0..<1_000 { wheel.schedule(3, atMilliseconds: moment + 60_000) }
        var now = 999
        var wakeups = 0
        while expired(&wheel, now).isEmpty {
            guard let next = wheel.nextDeadlineMilliseconds else { break }
            now = next
            wakeups += 1
        }
        #expect(now == 60_999)
        // One per wheel level and one for the postponed entry's first place.
        #expect(wakeups <= 8)
    }
}

/// A small seeded generator (Steele, Lea, Flood 2014), so that a failure can be repeated.
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
