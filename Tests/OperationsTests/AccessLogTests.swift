import Bytes
import Glibc
import Synchronization
import Testing

@testable import Operations

@Suite struct AccessLogTests {
    private let metrics = Metrics(
        labels: Labels(routes: [("GET", "/contacts")], upstreams: []), workers: 2, version: "0",
        startUnixSeconds: 0)

    /// Logs one request with this id.
    private func record(_ recorder: inout Recorder, id: String) {
        let (id, none) = (Array(id.utf8), [UInt8]())
        recorder.record(
            RequestFacts(), id: id.span, client: none.span, method: none.span,
            organization: none.span, certificate: none.span, detail: none.span)
    }

    /// The ids of lines, which must all be whole.
    private func ids(_ text: String) -> [String] {
        #expect(text.isEmpty || text.hasSuffix("}\n"))
        return text.split(separator: "\n").map { line in
            #expect(line.hasPrefix(#"{"time":"#) && line.hasSuffix("}"), "\(line)")
            return String(line.split(separator: #""id":""#)[1].prefix { $0 != "\"" })
        }
    }

    /// Waits for what another thread does; the test's time limit bounds it.
    private func wait(until condition: () -> Bool) async {
        while !condition(), !Task.isCancelled { await Task.yield() }
    }

    @Test(.timeLimit(.minutes(5)))
    func `stopping writes every line of every worker`() throws {
        let folder = try TemporaryFolder(names: ["log"])
        let log = AccessLog(workers: 2)
        try log.start(.file(path: folder.file("log")), metrics: metrics)
        var first = Recorder(metrics: metrics, worker: 0, log: log)
        var second = Recorder(metrics: metrics, worker: 1, log: log)
        for index in 0..<500 {
            record(&first, id: "a\(index)")
            record(&second, id: "b\(index)")
        }
        log.stop()
        let written = ids(text(ofFile: folder.file("log")))
        #expect(written.filter { $0.hasPrefix("a") } == (0..<500).map { "a\($0)" })
        #expect(written.filter { $0.hasPrefix("b") } == (0..<500).map { "b\($0)" })
        #expect(metrics[.logLinesDropped] == 0)
    }

    @Test(.timeLimit(.minutes(5)))
    func `a pipe that nobody reads drops and counts, and never holds a worker up`() async throws {
        let folder = try TemporaryFolder(names: ["pipe"])
        let path = folder.file("pipe")
        try #require(unsafe mkfifo(path, 0o600) == 0)
        let reader = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        defer { close(reader) }
        let log = AccessLog(workers: 2, ringBytes: 65_536)
        try log.start(.file(path: path), metrics: metrics)
        var recorder = Recorder(metrics: metrics, worker: 0, log: log)

        // Some 8 MB of lines; pipe and ring hold less than a tenth of it.
        let lines = 80_000
        for index in 0..<lines { record(&recorder, id: "\(index)") }
        #expect(metrics[.logLinesDropped] > lines / 2)

        // As soon as someone reads, what waited comes out whole and in order.
        record(&recorder, id: "refused or kept, as the ring has room")
        var received = ""
        await wait {
            received += readToEnd(reader)
            return log.rings[0].count == 0
        }
        record(&recorder, id: "last")
        await wait {
            received += readToEnd(reader)
            return received.contains("last")
        }
        let dropped = metrics[.logLinesDropped]
        let written = ids(received)
        #expect(written.count + dropped == lines + 2)
        let numbers = written.compactMap { Int($0) }
        #expect(numbers == numbers.sorted())
        log.stop()
    }

    @Test(.timeLimit(.minutes(5)))
    func `stopping does not wait for a reader that never reads`() throws {
        let folder = try TemporaryFolder(names: ["pipe"])
        let path = folder.file("pipe")
        try #require(unsafe mkfifo(path, 0o600) == 0)
        let reader = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        defer { close(reader) }
        let log = AccessLog(workers: 1)
        try log.start(.file(path: path), metrics: metrics)
        var recorder = Recorder(metrics: metrics, worker: 0, log: log)
        for index in 0..<5000 { record(&recorder, id: "\(index)") }
        let began = now()
        log.stop()
        #expect(now() - began < 5 * Bounds.logFinishMilliseconds)
        let written = ids(readToEnd(reader))
        #expect(written.count + metrics[.logLinesDropped] == 5000)
        #expect(metrics[.logLinesDropped] > 0)
    }

    @Test(.timeLimit(.minutes(5)))
    func `a reader that goes away costs lines, not the process`() async throws {
        let folder = try TemporaryFolder(names: ["pipe"])
        let path = folder.file("pipe")
        try #require(unsafe mkfifo(path, 0o600) == 0)
        let reader = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        let log = AccessLog(workers: 1)
        try log.start(.file(path: path), metrics: metrics)
        var recorder = Recorder(metrics: metrics, worker: 0, log: log)
        record(&recorder, id: "first")
        var received = ""
        await wait {
            received += readToEnd(reader)
            return received.hasSuffix("\n")
        }
        close(reader)
        record(&recorder, id: "second")
        await wait { metrics[.logLinesDropped] == 1 }
        log.stop()
        #expect(ids(received) == ["first"])
    }

    @Test(.timeLimit(.minutes(5)))
    func `a rotated file is opened again when asked`() async throws {
        let folder = try TemporaryFolder(names: ["log", "log.1"])
        let log = AccessLog(workers: 1)
        try log.start(.file(path: folder.file("log")), metrics: metrics)
        var recorder = Recorder(metrics: metrics, worker: 0, log: log)
        record(&recorder, id: "old")
        await wait { !text(ofFile: folder.file("log")).isEmpty }
        try #require(unsafe rename(folder.file("log"), folder.file("log.1")) == 0)
        log.reopen()
        record(&recorder, id: "new")
        log.stop()
        #expect(ids(text(ofFile: folder.file("log.1"))) == ["old"])
        #expect(ids(text(ofFile: folder.file("log"))) == ["new"])
    }

    @Test(.timeLimit(.minutes(5)))
    func `a rotated file that cannot be opened again is tried until it can`() async throws {
        let folder = try TemporaryFolder(names: ["log", "log.1"])
        let path = folder.file("log")
        let log = AccessLog(workers: 1)
        let notes = Notes()
        try log.start(.file(path: path), metrics: metrics) { notes.add($0.text) }
        var recorder = Recorder(metrics: metrics, worker: 0, log: log)
        record(&recorder, id: "old")
        await wait { !text(ofFile: path).isEmpty }
        try #require(unsafe rename(path, folder.file("log.1")) == 0)
        // A folder in its place cannot be opened for writing, by no user.
        try #require(unsafe mkdir(path, 0o700) == 0)
        log.reopen()
        await wait { metrics[.logReopenFailures] >= 2 }
        record(&recorder, id: "kept")
        await wait { ids(text(ofFile: folder.file("log.1"))) == ["old", "kept"] }
        #expect(notes.all.count == 1)
        #expect(notes.all[0].hasPrefix("access_log: \(path) cannot be opened again: "))
        try #require(unsafe rmdir(path) == 0)
        await wait { notes.all.count == 2 }
        #expect(notes.all.last == "access_log: \(path) is open again")
        record(&recorder, id: "new")
        log.stop()
        #expect(ids(text(ofFile: path)) == ["new"])
        #expect(ids(text(ofFile: folder.file("log.1"))) == ["old", "kept"])
    }

    @Test func `a path that cannot be opened is an error of the start`() throws {
        let log = AccessLog(workers: 1)
        #expect(throws: (any Error).self) {
            try log.start(.file(path: "/nowhere/at/all"), metrics: metrics)
        }
    }
}

/// What the log's thread would tell the operator.
private final class Notes: Sendable {
    private let texts = Mutex<[String]>([])

    var all: [String] { texts.withLock(\.self) }

    func add(_ text: String) { texts.withLock { $0.append(text) } }
}
