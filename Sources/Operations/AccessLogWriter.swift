import Bytes
import Reactor

/// The log's thread: takes whole lines out of the workers' rings, one ring after the other, and
/// writes them. It only writes when the poller says that there is room, so that it always hears
/// that it is to stop or to open its file again.
struct AccessLogWriter: ~Copyable {
    private let log: AccessLog
    private let target: AccessLog.Target
    private let counters: SharedCounters
    private var file: OutputFile
    private var poller: Poller
    private var pending = ByteBuffer()
    private let note: @Sendable (AccessLogNote) -> Void
    private var reopenCount: Int
    /// When a file that could not be opened again is tried next, in milliseconds of the monotonic
    /// clock; never where there is none.
    private var reopenAt = Int.max
    /// When what is left is given up, in milliseconds of the monotonic clock.
    private var deadline = Int.max

    init(
        log: AccessLog, target: AccessLog.Target, counters: SharedCounters,
        note: @escaping @Sendable (AccessLogNote) -> Void
    ) throws(Errno) {
        let opened = try target.open()
        poller = try Poller(capacity: 1)
        file = opened
        self.log = log
        self.target = target
        self.counters = counters
        self.note = note
        reopenCount = log.reopenCount
    }

    /// Writes until the log is told to stop.
    mutating func run() {
        while true {
            let isStopping = mustStop()
            reopenWhenAsked()
            var wrote = false
            for ring in log.rings {
                guard ring.read(into: &pending, atMost: ring.capacity) > 0 else { continue }
                wrote = true
                writePending()
            }
            if wrote { continue }
            // Looked at before the rings were, so that no line of before the end is missed.
            if isStopping { return }
            pause()
        }
    }

    /// Writes what was taken out of one ring, so that a line is never broken by another worker's.
    private mutating func writePending() {
        while !pending.isEmpty {
            if mustStop(), now() >= deadline { return dropPending() }
            reopenWhenAsked()
            guard waitForRoom() else { continue }
            switch file.write(pending.span.extracting(first: chunkBytes())) {
            case .bytes(let count): pending.consume(count)
            case .wouldBlock: pause()
            case .failed, .closed: dropPending()
            }
        }
    }

    /// Whether the log is to stop; the first time, the time begins to run.
    private mutating func mustStop() -> Bool {
        guard log.mustStop else { return false }
        if deadline == .max { deadline = now() + Bounds.logFinishMilliseconds }
        return true
    }

    private mutating func pause() {
        _ = try? poller.wait(timeoutMilliseconds: Bounds.logFlushMilliseconds)
    }

    /// How much the next write takes: for a pipe whole lines of at most PIPE_BUF bytes together.
    private func chunkBytes() -> Int {
        if file.isRegular { return min(pending.count, Bounds.logWriteBytesMax) }
        if pending.count <= Bounds.logPipeBytesMax { return pending.count }
        var end = Bounds.logPipeBytesMax
        while end > 0, pending.span[end - 1] != ASCII.lf { end -= 1 }
        return end > 0 ? end : Bounds.logPipeBytesMax
    }

    /// Whether a write would not wait. Waits a little when it would.
    private mutating func waitForRoom() -> Bool {
        if file.isRegular { return true }
        let token = Token(kind: 0)
        do throws(Errno) {
            try poller.setLevel(file.raw, token: token, read: false, write: true)
            let count = try poller.wait(timeoutMilliseconds: Bounds.logFlushMilliseconds)
            // Not watched while there is nothing to write: it would always be ready.
            try poller.remove(file.raw)
            return count > 0
        } catch {
            // What cannot be polled (a device) is written to as it is.
            return true
        }
    }

    /// Opens the file anew when that was asked for. While it cannot, the old one is kept, and it is
    /// tried again: what is written to a file that was rotated may be lost to who looks for it.
    private mutating func reopenWhenAsked() {
        let count = log.reopenCount
        guard count != reopenCount || reopenAt != .max && now() >= reopenAt else { return }
        reopenCount = count
        let hasFailed = reopenAt != .max
        do throws(Errno) {
            file = try target.open()
            reopenAt = .max
            if hasFailed { note(.reopened(path: target.path)) }
        } catch {
            reopenAt = now() + Bounds.logReopenMilliseconds
            counters.add(1, to: Counter.logReopenFailures.rawValue)
            if !hasFailed { note(.notReopened(path: target.path, error)) }
        }
    }

    /// Gives up what was taken out of the rings, and counts its lines.
    private mutating func dropPending() {
        counters.add(Self.lineCount(pending.span), to: Counter.logLinesDropped.rawValue)
        pending.removeAll()
    }

    private static func lineCount(_ bytes: Span<UInt8>) -> Int {
        var count = 0
        for index in bytes.indices where bytes[index] == ASCII.lf { count += 1 }
        return count
    }
}
