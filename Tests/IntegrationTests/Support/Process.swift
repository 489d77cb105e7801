import Glibc
import Synchronization

/// A folder of the tests' own. It and every process that names it on its command line are gone when
/// the test process ends, however that happens: a shell waits for that beside it.
final class Workplace: Sendable {
    let path: String
    private let lifeline: Int32

    init() throws {
        var template = Array("/tmp/bawaba-integration-XXXXXX".utf8CString)
        // SAFETY: mkdtemp changes the template in place.
        guard unsafe mkdtemp(&template) != nil else { throw Failure("mkdtemp: errno \(errno)") }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        var ends: [Int32] = [-1, -1]
        unsafe pipe(&ends)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        lifeline = ends[1]
        // The folders come through the pipe and go to grep through another, so that neither finds
        // itself. One grep looks at all processes: with two programs for each of them, the ends of
        // a few hundred tests side by side took longer than the tests.
        let script = """
            while read -r folder; do folders="$folders $folder"; done
            for folder in $folders; do
                for line in $(printf '%s/\\n' "$folder" | grep -lsaFf - /proc/[0-9]*/cmdline); do
                    line=${line%/cmdline}
                    kill -KILL ${line#/proc/}
                done
                rm -rf "$folder"
            done
            """
        // With --fork the shell is nobody's child here, so that its end leaves no zombie.
        let starter = try Program(
            ["setsid", "--fork", "sh", "-c", script], input: ends[0], output: "/dev/null")
        close(ends[0])
        guard try starter.wait() == 0 else { throw Failure("setsid failed") }
        adopt(path)
    }

    /// Lets another folder and its processes end with this one.
    func adopt(_ folder: String) {
        let line = [UInt8](folder + "\n")
        // SAFETY: the array's own bytes.
        _ = unsafe Glibc.write(lifeline, line, line.count)
    }

    deinit { close(lifeline) }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file that only its owner can read.
    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        let descriptor = unsafe open(file(name), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        defer { close(descriptor) }
        let bytes = [UInt8](text)
        // SAFETY: the array's own bytes.
        guard unsafe Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
            throw Failure("cannot write \(name)")
        }
        return file(name)
    }

    /// The text of a file, empty when it is not there.
    func text(of name: String) -> String { textOfFile(file(name)) }
}

/// The text of a file, empty when it is not there.
func textOfFile(_ path: String) -> String {
    let descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
        // SAFETY: reads into the array's own storage.
        let count = unsafe read(descriptor, &chunk, chunk.count)
        guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
        bytes += chunk[..<count]
    }
}

/// A program that runs beside the tests, for as long as somebody refers to it. It is always waited
/// for: a zombie that nobody takes away hides Swift Testing's own children from it, for ever.
final class Program: Sendable {
    let id: pid_t
    private let hasEnded = Atomic(false)

    /// Starts a program that is found in PATH; what it says goes into the file `output`, or over a
    /// socket, and then what it says of errors goes into the file.
    init(
        _ arguments: [String], input: Int32? = nil, output: String, over socket: Int32? = nil
    ) throws {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        if let input = input ?? socket {
            unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
        } else {
            unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        }
        unsafe posix_spawn_file_actions_addopen(
            &actions, 2, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        unsafe posix_spawn_file_actions_adddup2(&actions, socket ?? 2, 1)
        // SAFETY: the copies live until they are freed below, after the call.
        var words = unsafe arguments.map { unsafe strdup($0) } + [nil]
        defer { for index in unsafe words.indices { unsafe free(words[index]) } }
        var id: pid_t = 0
        let status = unsafe posix_spawnp(&id, arguments[0], &actions, nil, &words, environ)
        guard status == 0 else { throw Failure("cannot start \(arguments[0])") }
        self.id = id
    }

    deinit {
        guard !hasEnded.load(ordering: .relaxed) else { return }
        kill(id, SIGKILL)
        while waitpid(id, nil, 0) < 0 && errno == EINTR {}
    }

    /// Does nothing once the program has ended, when its number may be another's.
    func signal(_ number: Int32) {
        if !hasEnded.load(ordering: .relaxed) { kill(id, number) }
    }

    /// The exit status, or minus the signal's number, nil while the program runs.
    func ended() -> Int32? {
        var status: Int32 = 0
        guard unsafe waitpid(id, &status, WNOHANG) == id else { return nil }
        hasEnded.store(true, ordering: .relaxed)
        return status & 0x7f == 0 ? (status >> 8) & 0xff : -(status & 0x7f)
    }

    /// Waits for the end and returns what `ended` returns then.
    func wait(within milliseconds: Int = 15_000) throws -> Int32 {
        var status: Int32?
        try eventually("the end of process \(id)", within: milliseconds) {
            status = ended()
            return status != nil
        }
        return status ?? 0
    }

    /// Runs a program to its end, with a text as its input, and returns what it said.
    static func run(
        _ arguments: [String], in place: Workplace, input: String = "",
        within milliseconds: Int = 15_000
    ) throws -> (Int32, String) {
        let name = "run-\(Int.random(in: 0..<1_000_000))-\(Int.random(in: 0..<1_000_000))"
        let words = try place.write(input, to: "\(name).in")
        let descriptor = unsafe open(words, O_RDONLY | O_CLOEXEC)
        defer { close(descriptor) }
        let output = place.file("\(name).log")
        let status = try Program(arguments, input: descriptor, output: output).wait(
            within: milliseconds)
        return (status, textOfFile(output))
    }
}
