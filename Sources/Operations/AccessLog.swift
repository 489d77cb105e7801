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

        /// For messages.
        var path: String {
            switch self {
            case .standardOutput: "standard output"
            case .file(let path): path
            }
        }

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
    /// counted in `metrics`. `note` is called on that thread when the file cannot be opened again,
    /// and when it could. To be called once.
    package func start(
        _ target: Target, metrics: Metrics,
        note: @escaping @Sendable (AccessLogNote) -> Void = { _ in }
    ) throws(Errno) {
        // Opened here first, so that a path that cannot be written is an error of the start.
        _ = try target.open()
        let counters = metrics.controlRow
        let thread = try Thread.spawn(name: "bawaba-log") {
            let made = try? AccessLogWriter(
                log: self, target: target, counters: counters, note: note)
            if var writer = made { writer.run() }
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

/// What the operator is told about the log's file.
package enum AccessLogNote: Sendable, Equatable {
    /// It could not be opened again; lines go to the one that is open.
    case notReopened(path: String, Errno)
    /// It is open again.
    case reopened(path: String)

    /// In words, with the remedy.
    package var text: String {
        switch self {
        case .notReopened(let path, let errno):
            "access_log: \(path) cannot be opened again: \(errno). Lines still go to the file that "
                + "was open; it is tried each second: let the gateway's user write there"
        case .reopened(let path): "access_log: \(path) is open again"
        }
    }
}

/// CLOCK_MONOTONIC in milliseconds.
func now() -> Int { Clock.monotonicNanoseconds() / 1_000_000 }
