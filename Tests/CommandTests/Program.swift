import Glibc
import Testing

/// The built program, run as people run it.
enum Program {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// What came of a run.
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String

        /// Standard output without the line end behind it.
        var line: String { output.hasSuffix("\n") ? String(output.dropLast()) : output }
    }

    /// Runs `bawaba` with these words to its end.
    static func run(_ words: String...) throws -> Outcome { try run(words) }

    /// - Parameter program: another program than `bawaba`, found by its name.
    static func run(_ words: [String], program: String = path) throws -> Outcome {
        var output = try Pipe()
        var errors = try Pipe()
        let process = try start(
            words, output: output.writing, errors: errors.writing, program: program)
        output.endWriting()
        errors.endWriting()
        // By turns: a program that waits until somebody reads the one does not end the other.
        while output.isOpen || errors.isOpen {
            var waiting = [output.waiting, errors.waiting]
            _ = unsafe poll(&waiting, 2, -1)
            if waiting[0].revents != 0 { output.read() }
            if waiting[1].revents != 0 { errors.read() }
        }
        return Outcome(status: waitForEnd(process), output: output.text, errors: errors.text)
    }

    /// Starts a program with these two as its standard output and standard error.
    static func start(
        _ words: [String], output: Int32, errors: Int32, program: String = path
    ) throws -> pid_t {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
        unsafe posix_spawn_file_actions_adddup2(&actions, errors, 2)
        let command = [program] + words
        // SAFETY: the vector's strings are copies that live until the program has started.
        var vector = unsafe command.map { unsafe strdup($0) } + [nil]
        defer { for index in command.indices { unsafe free(vector[index]) } }
        var process: pid_t = 0
        let code = unsafe posix_spawnp(&process, program, &actions, nil, &vector, environ)
        guard code == 0 else {
            throw Failure(description: "cannot start \(program): errno \(code)")
        }
        return process
    }

    /// The exit status; -1 for a program that a signal ended.
    static func waitForEnd(_ process: pid_t) -> Int32 {
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) < 0 && errno == EINTR {}
        return status & 0x7F == 0 ? status >> 8 & 0xFF : -1
    }

    /// Where the build put the program: beside the tests' own.
    static let path: String = {
        for word in CommandLine.arguments + [executable] {
            var folder = word[...]
            while let slash = folder.lastIndex(of: "/") {
                folder = folder[..<slash]
                let candidate = "\(folder)/bawaba"
                if isProgram(candidate) { return candidate }
            }
        }
        return "bawaba"
    }()

    private static var executable: String {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let room = buffer.count
        // SAFETY: readlink writes at most `room` bytes.
        let count = unsafe buffer.withUnsafeMutableBytes { bytes in
            unsafe bytes.baseAddress.map { unsafe readlink("/proc/self/exe", $0, room) } ?? 0
        }
        return String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self)
    }

    private static func isProgram(_ path: String) -> Bool {
        var facts = stat()
        guard unsafe stat(path, &facts) == 0 else { return false }
        return unsafe facts.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
    }
}

/// A pipe whose ends no child process inherits.
struct Pipe: ~Copyable {
    private let reading: Int32
    private(set) var writing: Int32
    private var bytes: [UInt8] = []
    /// Whether there may be more to read.
    private(set) var isOpen = true

    init() throws {
        var ends: [Int32] = [-1, -1]
        // A socket pair, since glibc shows Swift no pipe2(2): without O_CLOEXEC from the first
        // moment, a program that another test starts meanwhile would keep the pipe open.
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
            throw Program.Failure(description: "socketpair: errno \(errno)")
        }
        reading = ends[0]
        writing = ends[1]
    }

    deinit {
        close(reading)
        if writing >= 0 { close(writing) }
    }

    mutating func endWriting() {
        close(writing)
        writing = -1
    }

    /// What has been read.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// What poll(2) waits for; nothing once the end was read.
    var waiting: pollfd { pollfd(fd: isOpen ? reading : -1, events: Int16(POLLIN), revents: 0) }

    /// Reads what is there, or waits for it.
    mutating func read() {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        // SAFETY: reads into the array's own storage.
        let count = unsafe Glibc.read(reading, &chunk, chunk.count)
        if count > 0 { bytes += chunk.prefix(count) } else { isOpen = false }
    }

    /// The next line, waited for.
    func readLine() -> String {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while unsafe Glibc.read(reading, &byte, 1) == 1, byte != UInt8(ascii: "\n") {
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// A folder of a test's own, removed with the files in it.
final class Folder {
    let path: String
    private var files: [String] = []

    init() throws {
        var template = Array("/tmp/bawaba-command-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&template) != nil else {
            throw Program.Failure(description: "mkdtemp: errno \(errno)")
        }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit {
        for file in files { _ = unsafe unlink(file) }
        _ = unsafe rmdir(path)
    }

    /// Writes a file and returns its path.
    func write(_ text: String, to name: String, mode: mode_t = 0o600) throws -> String {
        let file = "\(path)/\(name)"
        let descriptor = unsafe open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Program.Failure(description: "open \(file)") }
        defer { close(descriptor) }
        files.append(file)
        let bytes = Array(text.utf8)
        // SAFETY: writes the array's own bytes.
        guard unsafe Glibc.write(descriptor, bytes, bytes.count) == bytes.count,
            fchmod(descriptor, mode) == 0
        else { throw Program.Failure(description: "write \(file)") }
        return file
    }
}
