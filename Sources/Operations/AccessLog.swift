import Bytes

/// The access log between the workers and the thread that writes it: one ring per worker.
package final class AccessLog: Sendable {
    let rings: [SharedByteRing]

    /// A log for `workers` workers.
    package init(workers: Int, ringBytes: Int = Bounds.logRingBytes) {
        rings = (0..<workers).map { _ in SharedByteRing(capacity: ringBytes) }
    }
}
