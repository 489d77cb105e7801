import Bytes
import HTTP
import Reactor

extension PolicyReader {
    /// `bounds.memory` must leave room beside what the policy takes without any client, or no
    /// client would ever be let in; and for the largest body that is held, with its values.
    func checkMemory(
        _ bounds: RequestBounds, workers: Int, _ operations: [OperationPolicy?],
        _ facts: [OperationFacts], _ passThrough: PassThroughTable
    ) {
        guard let ceiling = bounds.memoryBytesMax, let section = root.section("bounds") else {
            return
        }
        let count = workers > 0 ? workers : max(Thread.availableProcessors().count, 1)
        // Larger ones are refused where they would be held, and stream elsewhere.
        let body = min(heldBytesMax(operations, facts, passThrough), Bounds.heldBytesMax)
        // Operations twice: a reload puts a second policy beside the first. A body that grows is
        // copied, which is less than the values of one that is whole.
        let needed =
            Bounds.memoryOfProcess
            + count * (Bounds.memoryOfWorker + 2 * operations.count * Bounds.memoryOfOperation)
            + (1 + Bounds.memoryOfValues) * body
        let share = Bounds.memoryReclaimPercent - Bounds.memoryHysteresisPercent
        let least = Self.mebibytes(needed * 100 / share)
        guard ceiling < least << 20 else { return }
        findings.error(
            "`bounds.memory` is \(Units.text(bytes: ceiling)); this policy takes about "
                + "\(Self.mebibytes(needed))MiB for \(count) workers, \(operations.count) "
                + "operations and a body of \(Units.text(bytes: body)) that is held, with its "
                + "values; that may be \(share) % of it",
            at: section.mark(of: "memory"),
            remedy: "write `memory: \(least)MiB` or more, lower `body_max` where bodies are held, "
                + "or name fewer `workers`")
    }

    /// The largest body that is held: where there is a schema, and any POST's, in which `_method`
    /// is looked for (`Exchange.judgeSize`).
    private func heldBytesMax(
        _ operations: [OperationPolicy?], _ facts: [OperationFacts],
        _ passThrough: PassThroughTable
    ) -> Int {
        var most = 0
        for (operation, fact) in zip(operations, facts) {
            guard let operation, !operation.isUntouched,
                operation.input != nil || fact.method == .post
            else { continue }
            most = max(most, operation.bodyBytesMax)
        }
        for entry in passThrough.entries
        where entry.operation == nil && entry.methods?.contains(.post) ?? true {
            most = max(most, entry.bodyBytesMax)
        }
        return most
    }

    private static func mebibytes(_ bytes: Int) -> Int { (bytes + (1 << 20) - 1) >> 20 }
}
