import Bytes
import Reactor

extension PolicyReader {
    /// `bounds.memory` must leave room beside what the policy takes without any client, or no
    /// client would ever be let in.
    func checkMemory(_ bounds: RequestBounds, workers: Int, _ operations: [OperationPolicy?]) {
        guard let ceiling = bounds.memoryBytesMax, let section = root.section("bounds") else {
            return
        }
        let count = workers > 0 ? workers : max(Thread.availableProcessors().count, 1)
        let judged = operations.compactMap { $0 }.filter { $0.input != nil }
        let body = judged.map(\.bodyBytesMax).max() ?? 0
        // Twice: a reload puts a second policy beside the first, and a body that grows is copied.
        let needed =
            Bounds.memoryOfProcess
            + count * (Bounds.memoryOfWorker + 2 * operations.count * Bounds.memoryOfOperation)
            + 2 * body
        let share = Bounds.memoryReclaimPercent - Bounds.memoryHysteresisPercent
        let least = Self.mebibytes(needed * 100 / share)
        guard ceiling < least << 20 else { return }
        findings.error(
            "`bounds.memory` is \(Units.text(bytes: ceiling)); this policy takes about "
                + "\(Self.mebibytes(needed))MiB without any client (\(count) workers, "
                + "\(operations.count) operations, a body of \(Units.text(bytes: body))); "
                + "that may be \(share) % of it",
            at: section.mark(of: "memory"),
            remedy: "write `memory: \(least)MiB` or more, or name fewer `workers`")
    }

    private static func mebibytes(_ bytes: Int) -> Int { (bytes + (1 << 20) - 1) >> 20 }
}
