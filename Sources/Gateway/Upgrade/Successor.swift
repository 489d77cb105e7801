import Bytes
import Operations
import Policy
import Reactor

/// The process that is to replace this one, from SIGUSR2 until it is ready or has failed. The main
/// thread's own; the workers hear of it when it is ready.
struct Successor: ~Copyable {
    private enum Stage {
        /// It has until `dueAt` to be ready.
        case starting
        /// It is ready, and accepts connections beside this process until `dueAt`: where it fails
        /// at once, this one just goes on.
        case proving
        /// It failed, and is killed at `dueAt`.
        case failed(String)
    }

    private var child: ChildProcess?
    private var pipe: Pipe?
    private var stage = Stage.starting
    private var said: [UInt8] = []
    /// How long it may take to be ready.
    private var limit = 0
    /// The policy is to be read anew, and this process may not be the one that serves by it.
    private var owesReload = false
    /// When something must be done that nothing tells of, in CLOCK_MONOTONIC's milliseconds.
    private(set) var dueAt = Int.max
    /// The process that is ready and has stood its proof: this one is over.
    private(set) var readyID: Int32?

    /// Whether there is one, whatever its stage.
    var isUnderWay: Bool {
        switch child {
        case .some: true
        case nil: false
        }
    }

    /// Readable when it has said something.
    var raw: Int32? {
        switch pipe {
        case .some(let pipe): pipe.readRaw
        case nil: nil
        }
    }

    /// Starts it with what this process hands over. Says what was done, or why nothing was.
    mutating func start(_ handover: Handover, within limit: Int, now: Int) -> String {
        if ProcessLimits.processID == 1 {
            return "SIGUSR2 is refused: this is process 1, and its container would end with it; "
                + "start a new container instead"
        }
        if readyID != nil { return "SIGUSR2 is ignored: another process has taken over already" }
        if child != nil { return "SIGUSR2 is ignored: an upgrade is under way" }
        do throws(Errno) {
            var pipe = try Pipe()
            var handover = handover
            handover.report = pipe.writeRaw
            let memory = try SealedMemory(handover.bytes)
            let started = try ProcessStart.again(
                setting: Handover.variable, to: "\(memory.raw)",
                passing: handover.items.map(\.descriptor) + [pipe.writeRaw, memory.raw])
            pipe.closeWriting()
            let id = started.id
            child = consume started
            self.pipe = consume pipe
            stage = .starting
            said = []
            self.limit = limit
            dueAt = now + limit
            return "upgrade: started process \(id)"
        } catch {
            let program = ProcessStart.arguments.first ?? ""
            return "upgrade: cannot start \(program): \(error); this process goes on serving"
        }
    }

    /// Looks how it fares. What is to be said about that, nil for nothing.
    mutating func proceed(now: Int) -> String? {
        guard let id = child?.id else { return nil }
        if readyID != nil {
            guard let status = child?.exitStatus() else { return nil }
            child = nil
            return "upgrade: process \(id), which had taken over, has ended (\(status)): "
                + "nobody serves"
        }
        let hasEnded = listen()
        if hasEnded { pipe = nil }
        let status = child?.exitStatus()
        switch stage {
        case .starting where said.starts(with: Report.ready.utf8):
            stage = .proving
            dueAt = now + Bounds.upgradeProofMilliseconds
            if owesReload { child?.reload() }
            return "upgrade: process \(id) is ready and accepts connections beside this one"
        case .proving:
            if status != nil { break }
            if said.count > Report.ready.utf8.count {
                // It finishes what it has taken, in its own time.
                fail("was told to end as soon as it served", now: now)
                dueAt = .max
                return "upgrade: process \(id) is ending already; this process goes on serving"
            }
            guard now >= dueAt else { return nil }
            takeOver()
            return "upgrade: process \(id) is ready and serves; this process finishes what it has"
        case .starting where now >= dueAt:
            fail("was not ready within \(limit) ms (`timeouts.upgrade_start`)", now: now)
            child?.terminate()
        case .starting where hasEnded || status != nil:
            // It is ending by itself: a signal now would hide with which status.
            fail("failed", now: now)
        case .starting:
            return nil
        case .failed where now >= dueAt:
            child?.kill()
            dueAt = now + Bounds.failedUpgradeMilliseconds
        case .failed: break
        }
        guard let status = child?.exitStatus() else { return nil }
        child = nil
        dueAt = .max
        let end =
            switch stage {
            case .failed(let text): text
            case .starting, .proving: "ended as soon as it served"
            }
        return "upgrade: process \(id) \(end) (\(status)); this process goes on serving" + words
    }

    private mutating func takeOver() {
        readyID = child?.id
        pipe = nil
        dueAt = .max
    }

    /// Has the policy read anew where it will be in force: by the new process, which may have read
    /// it before it was changed, or by this one, should the upgrade fail.
    mutating func reload() {
        owesReload = true
        if case .proving = stage { child?.reload() }
    }

    /// Whether this process must read the policy anew, since no other will. Says so once.
    mutating func takeReload() -> Bool {
        guard owesReload, !isUnderWay else { return false }
        owesReload = false
        return true
    }

    /// Ends it, because this process is to end: nobody asked for another to serve. One that serves
    /// already goes on.
    mutating func abandon(now: Int) {
        guard readyID == nil, child != nil else { return }
        if case .proving = stage { return takeOver() }
        fail("was told to end", now: now)
        child?.terminate()
    }

    /// It must not outlive this process unless it is ready.
    mutating func kill() {
        if readyID == nil { child?.kill() }
    }

    private mutating func fail(_ text: String, now: Int) {
        stage = .failed(text)
        pipe = nil
        dueAt = now + Bounds.failedUpgradeMilliseconds
    }

    /// Reads what it says. True when it will say nothing more.
    private mutating func listen() -> Bool {
        while true {
            guard let result = pipe?.read(into: &said, atMost: 4_096) else { return false }
            guard case .bytes = result, said.count <= 2 * Bounds.upgradeReportBytesMax else {
                return result != .wouldBlock
            }
        }
    }

    /// Why it failed, in its own words.
    private var words: String {
        guard said.starts(with: Report.failed.utf8) else { return "" }
        let text = said.dropFirst(Report.failed.utf8.count)
        return ". It says: " + String(decoding: text, as: UTF8.self)
    }
}
