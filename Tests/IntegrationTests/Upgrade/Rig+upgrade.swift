import Glibc
import Synchronization

extension Rig {
    /// Starts an upgrade and waits until the new process serves. Its number.
    @discardableResult
    func upgrade(_ old: pid_t? = nil) throws -> Replacement {
        let before = gateway.log.components(of: "is ready and serves").count
        kill(old ?? gateway.id, SIGUSR2)
        try eventually("the new process", within: 60_000) {
            let now = gateway.log.components(of: "is ready and serves").count
            if now > before { return true }
            let log = gateway.log
            guard !log.contains("goes on serving"), !log.contains("SIGUSR2 is") else {
                throw Failure("no upgrade: \(log)")
            }
            return false
        }
        return Replacement(id: lastStarted)
    }

    /// Starts a new process that serves, while the old one stands still: the proof goes on.
    func startUnwatched() throws -> Replacement {
        try upgrade(says: "upgrade: started process")
        gateway.signal(SIGSTOP)
        try eventually("the new process", within: 60_000) {
            gateway.log.components(of: "serving http://\(plain) ").count == 3
        }
        return Replacement(id: lastStarted)
    }

    /// The process that the last upgrade started.
    var lastStarted: pid_t {
        let tail = gateway.log.components(of: "upgrade: started process ").last ?? ""
        return pid_t(tail.prefix { $0.isNumber }) ?? -1
    }

    /// Sends SIGUSR2 and waits for a line of the log.
    func upgrade(says text: String) throws {
        gateway.signal(SIGUSR2)
        do {
            try eventually(text, within: 60_000) { gateway.log.contains(text) }
        } catch {
            throw Failure("\(error) in \(gateway.log)")
        }
    }

    /// Lets another program stand where the gateway was started from.
    func replaceProgram(script: String) throws {
        let path = place.file("bawaba")
        let other = try place.write("#!/bin/sh\n\(script)\n", to: "bawaba.new")
        guard unsafe chmod(other, 0o700) == 0, unsafe rename(other, path) == 0 else {
            throw Failure("cannot replace \(path)")
        }
    }

    /// Lets the gateway's own program stand there again.
    func restoreProgram() throws {
        let path = place.file("bawaba")
        unsafe unlink(path)
        guard unsafe symlink(try Gateway.binary, path) == 0 else { throw Failure("symlink") }
    }

    /// Changes the policy that the next process reads.
    func changePolicy(_ old: String, to new: String) throws {
        let policy = place.text(of: "gateway.yaml")
        guard policy.contains(old) else { throw Failure("the policy has no \(old)") }
        try place.write(policy.components(of: old).joined(separator: new), to: "gateway.yaml")
    }
}

/// A gateway that an upgrade has started: nobody's child once the one before it has ended.
final class Replacement: Sendable {
    let id: pid_t

    init(id: pid_t) { self.id = id }

    deinit { kill(id, SIGKILL) }

    /// Ends it, and waits for that.
    func stop() throws {
        kill(id, SIGTERM)
        try eventually("the end of process \(id)") { !isRunning }
    }

    var isRunning: Bool {
        let status = textOfFile("/proc/\(id)/status")
        return !status.isEmpty && !status.contains("State:\tZ")
    }
}

extension String {
    /// What stands between the places where a text is found.
    func components(of text: String) -> [String] {
        var parts: [String] = []
        var rest = Substring(self)
        while let found = rest.firstRange(of: text) {
            parts.append(String(rest[..<found.lowerBound]))
            rest = rest[found.upperBound...]
        }
        return parts + [String(rest)]
    }
}

extension Substring {
    /// Where a text begins first.
    fileprivate func firstRange(of text: String) -> Range<Index>? {
        let (bytes, wanted) = (utf8, Array(text.utf8))
        var start = bytes.startIndex
        while let first = bytes[start...].firstIndex(of: wanted[0]) {
            if bytes[first...].starts(with: wanted) {
                return first..<bytes.index(first, offsetBy: wanted.count)
            }
            start = bytes.index(after: first)
        }
        return nil
    }
}

/// Clients that ask as long as they are let, each on a thread of its own.
final class Load: Sendable {
    let answered = Atomic(0)
    let failed = Atomic(0)
    let connections = Atomic(0)
    private let running = Atomic(0)
    private let isStopped = Atomic(false)
    let fault = Inbox<String>()

    /// Clients that ask over one connection until an answer says that it ends, and go on over
    /// another; or with a new connection for each request.
    init(_ rig: Rig, keptOpen: Int = 0, short: Int = 0) throws {
        running.store(keptOpen + short, ordering: .relaxed)
        for number in 0..<(keptOpen + short) {
            let isShort = number >= keptOpen
            let source = rig.source()
            try TestUpstream.begin { [self] in
                while !isStopped.load(ordering: .relaxed) {
                    do {
                        try converse(rig, from: source, isShort: isShort)
                    } catch {
                        failed.add(1, ordering: .relaxed)
                        fault.put("\(error)")
                    }
                }
                running.subtract(1, ordering: .releasing)
            }
        }
    }

    private func converse(_ rig: Rig, from source: String, isShort: Bool) throws {
        var client = try Client(rig.plain, from: source)
        connections.add(1, ordering: .relaxed)
        let fields = isShort ? ["Connection: close"] : []
        while !isStopped.load(ordering: .relaxed) {
            try client.send(rig.request("GET", "/open", fields: fields))
            let answer = try client.answer()
            guard answer.status == 200, answer.isWhole else {
                throw Failure("an answer \(answer.status)")
            }
            answered.add(1, ordering: .relaxed)
            if answer["connection"] == "close" { return }
        }
    }

    /// Waits for some more answers.
    func goOn(_ count: Int = 200) throws {
        let start = answered.load(ordering: .relaxed)
        try eventually("\(count) answers") {
            answered.load(ordering: .relaxed) >= start + count
        }
    }

    /// Ends the clients. How many requests or connections failed.
    func stop() throws -> Int {
        isStopped.store(true, ordering: .relaxed)
        try eventually("the clients' ends") { running.load(ordering: .acquiring) == 0 }
        return failed.load(ordering: .relaxed)
    }
}
