import Bytes
import Testing

@Suite struct SharedCountersTests {
    @Test func `a row that grows keeps what was counted`() {
        let row = SharedCounters(count: 10, most: 20_000)
        row.add(3, to: 9)
        row.grow(to: 20_000)
        row.add(4, to: 19_999)
        row.set(7, at: 4_096)
        row.add(1, to: 9)
        #expect(row[9] == 4 && row[19_999] == 4 && row[4_096] == 7 && row[5_000] == 0)
        row.grow(to: 5)
        #expect(row[19_999] == 4)
    }
}
