import Glibc

/// The built binary, serving a policy of a test's own.
final class Gateway: Sendable {
    private let program: Program
    private let place: Workplace
    let admin: Address

    /// Where the tests' bundle lies, the binary lies too: the one depends on the other.
    static var binary: String {
        get throws {
            var path = [Int8](repeating: 0, count: 4_096)
            // SAFETY: at most the array's bytes are written.
            let count = unsafe readlink("/proc/self/exe", &path, path.count)
            guard count > 0 else { throw Failure("readlink: errno \(errno)") }
            let text = String(decoding: path[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
            return text.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/bawaba"
        }
    }

    /// The root of the package.
    static var root: String {
        "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    }

    /// Starts the gateway and waits until it is ready, or at least alive.
    ///
    /// The program is started by a link, which a test can move to another before an upgrade.
    /// `wrapper` is what stands before it on the command line.
    init(
        _ place: Workplace, policy: String, admin: Address, isReady: Bool = true,
        wrapper: [String] = []
    ) throws {
        self.place = place
        self.admin = admin
        let config = try place.write(policy, to: "gateway.yaml")
        let link = place.file("bawaba")
        _ = unsafe unlink(link)
        guard unsafe symlink(try Self.binary, link) == 0 else { throw Failure("no link \(link)") }
        program = try Program(
            wrapper + [link, "serve", config], output: place.file("gateway.log"))
        try awaitAnswer(isReady ? "/readyz" : "/healthz")
    }

    private func awaitAnswer(_ path: String) throws {
        do {
            try eventually("the gateway's \(path)") {
                if let status = program.ended() { throw Failure("the gateway ended: \(status)") }
                return (try? ask(path))?.status == 200
            }
        } catch {
            program.signal(SIGKILL)
            throw Failure("\(error)\n\(place.text(of: "gateway.log"))")
        }
    }

    /// Asks the admin listener.
    func ask(_ path: String) throws -> Answer {
        var client = try Client(admin)
        try client.send("GET \(path) HTTP/1.1\r\nHost: localhost\r\n\r\n")
        return try client.answer()
    }

    /// A metric's value; 0 where it is not shown.
    func metric(_ name: String) throws -> Int {
        let lines = try ask("/metrics").text.split(separator: "\n")
        let line = lines.first { $0.hasPrefix(name + " ") }
        return line.flatMap { Int($0.split(separator: " ").last ?? "") } ?? 0
    }

    /// Bytes that the kernel holds for the clients of a listener.
    func queuedBytes(at address: Address) throws -> Int {
        let digits = String(address.port, radix: 16, uppercase: true)
        let port = String(repeating: "0", count: 4 - digits.count) + digits
        // Local address, peer's address, state (1: established), both queues. grep, because the
        // table is long after a test run's many connections.
        let pattern = "^ *[0-9]+: [0-9A-F]+:\(port) [0-9A-F:]+ 01 "
        let (_, lines) = try Program.run(["grep", "-E", pattern, "/proc/net/tcp"], in: place)
        return lines.split(separator: "\n").reduce(0) { sum, line in
            let words = line.split(separator: " ")
            return sum + (Int(words[4].prefix { $0 != ":" }, radix: 16) ?? 0)
        }
    }

    /// CPU time that the process has used.
    var cpuMilliseconds: Int {
        // The command's name in parentheses may hold blanks; user and system time are the 12th and
        // 13th words behind it, in hundredths of a second.
        let words =
            textOfFile("/proc/\(program.id)/stat").split(separator: ")").last?
            .split(separator: " ") ?? []
        return words.count > 12 ? ((Int(words[11]) ?? 0) + (Int(words[12]) ?? 0)) * 10 : 0
    }

    /// Resident memory in KiB.
    var residentKiB: Int {
        let lines = facts.split(separator: "\n")
        let line = lines.first { $0.hasPrefix("VmRSS:") } ?? ""
        return line.split(separator: " ").compactMap { Int($0) }.first
            ?? line.split(whereSeparator: { $0 == " " || $0 == "\t" }).compactMap { Int($0) }.first
            ?? 0
    }

    /// What the kernel says about the process.
    var facts: String { textOfFile("/proc/\(program.id)/status") }

    /// The process's number.
    var id: pid_t { program.id }

    func terminate() { program.signal(SIGTERM) }

    func hangUp() { program.signal(SIGHUP) }
    func signal(_ number: Int32) { program.signal(number) }

    /// Waits for the process's end and returns its exit status.
    func wait() throws -> Int32 { try program.wait() }

    /// What the gateway said about itself.
    var log: String { place.text(of: "gateway.log") }
}
