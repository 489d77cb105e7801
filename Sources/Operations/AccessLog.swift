import Bytes
package import Reactor
import Synchronization

/// The access log between the workers, which never wait for it, and the thread that writes it,
/// which may wait as long as the log's reader wants.
package final class AccessLog: Sendable {
    /// Where the lines go.
    package enum Target: Sendable, Equatable {
        case standardOutput
        /// Appended to; made when it is not there.
        case file(path: String)

        func open() throws(Errno) -> OutputFile {
            switch self {
            case .standardOutput: try .standardOutput()
            case .file(let path): try .appending(to: path)
            }
        }
    }

    /// One ring per worker, which writes whole lines to it.
    let rings: [SharedByteRing]
    private let reopens = Atomic<Int>(0)
    private let isStopping = Atomic<Bool>(false)
    private let isFinished = Atomic<Bool>(false)

    /// A log for `workers` workers. Lines wait in it until `start` is called.
    package init(workers: Int, ringBytes: Int = Bounds.logRingBytes) {
        rings = (0..<workers).map { _ in SharedByteRing(capacity: ringBytes) }
    }

    /// Opens the target and starts the thread that writes to it. Lines that cannot be written are
    /// counted in `metrics`. To be called once.
    package func start(_ target: Target, metrics: Metrics) throws(Errno) {
        // Opened here first, so that a path that cannot be written is an error of the start.
        _ = try target.open()
        let counters = metrics.controlRow
        let thread = try Thread.spawn(name: "bawaba-log") {
            if var writer = try? AccessLogWriter(log: self, target: target, counters: counters) {
                writer.run()
            }
            self.isFinished.store(true, ordering: .releasing)
        }
        _ = consume thread
    }

    /// Has the thread open its file again before it writes more: after a log was rotated. From any
    /// thread.
    package func reopen() { reopens.add(1, ordering: .relaxed) }

    /// Ends the thread once all lines are written, or after `Bounds.logFinishMilliseconds` where
    /// nobody reads them. The caller waits for that, so it is called when no worker runs any more.
    package func stop() {
        isStopping.store(true, ordering: .releasing)
        // Longer than the thread allows itself, which may also hang in a write for good.
        let deadline = now() + 2 * Bounds.logFinishMilliseconds
        guard var poller = try? Poller(capacity: 1) else { return }
        while !isFinished.load(ordering: .acquiring), now() < deadline {
            _ = try? poller.wait(timeoutMilliseconds: 1)
        }
    }

    /// How often `reopen` was called.
    var reopenCount: Int { reopens.load(ordering: .relaxed) }

    var mustStop: Bool { isStopping.load(ordering: .acquiring) }
}

/// CLOCK_MONOTONIC in milliseconds.
func now() -> Int { Clock.monotonicNanoseconds() / 1_000_000 }
