import Bytes
import Redis
import Testing

@testable import Quota

/// The desk's limits across reloads.
@Suite struct DeskReloadTests {
    private func limit(_ name: String, _ text: String) throws -> NamedLimit {
        let bytes = Array(text.utf8)
        let limit = QuotaLimit(bytes.span)
        return NamedLimit(name: name, limit: try #require(limit))
    }

    private func desk() -> AdmissionDesk {
        AdmissionDesk(
            credentials: RedisCredentials(), timeoutMilliseconds: 100, prefix: "bawaba:",
            limits: [], failedBurst: 1, failedIntervalMilliseconds: 1, seed: 1)
    }

    @Test func `a limit that stays keeps its index, one that changes gets another`() throws {
        var desk = desk()
        let (one, two) = (try limit("one", "1/60:5"), try limit("two", "2/60:5"))
        let first = desk.adopt([one, two], used: [])
        #expect(first == [0, 1])
        let changed = try limit("one", "9/60:5")
        // Requests of the first policy may still count by it.
        let second = desk.adopt([two, changed], used: Set(first))
        #expect(second == [1, 2])
        let (kept, new) = (desk.limits[0], desk.limits[2])
        #expect(kept == one && new == changed)
    }

    @Test func `what no request counts by is used again`() throws {
        var desk = desk()
        var used: Set<Int> = []
        for number in 1...1_000 {
            let places = desk.adopt([try limit("one", "\(number)/60:5")], used: used)
            used = Set(places)
        }
        let count = desk.limits.count
        #expect(count == 2)
    }
}
