import Glibc
import Testing

/// A program that runs beside the test, with its input and output in files.
@safe
struct Command: ~Copyable {
    private let process: pid_t
    private let outputFile: String

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Starts a program that is found in PATH.
    init(_ arguments: [String], input: String = "/dev/null", output: String) throws {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        unsafe posix_spawn_file_actions_addopen(
            &actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        unsafe posix_spawn_file_actions_adddup2(&actions, 1, 2)
        // SAFETY: the copies live until they are freed below, after the call.
        var pointers = unsafe arguments.map { unsafe strdup($0) } + [nil]
        defer { for index in unsafe pointers.indices { unsafe free(pointers[index]) } }
        var process: pid_t = 0
        let result = unsafe posix_spawnp(
            &process, arguments[0], &actions, nil, &pointers, environ)
        guard result == 0 else { throw Failure(description: "cannot start \(arguments[0])") }
        self.process = process
        outputFile = output
    }

    /// Waits for the program's end: its exit status and what it wrote.
    consuming func wait() throws -> (status: Int32, output: String) {
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { throw Failure(description: "waitpid") }
        }
        return (status & 0x7f == 0 ? status >> 8 : -1, try readFile(outputFile).text)
    }
}

extension [UInt8] {
    var text: String { String(decoding: self, as: UTF8.self) }
}

/// A folder of a test's own, removed with all that is in it.
struct TemporaryFolder: ~Copyable {
    let path: String

    init() throws {
        var template = Array("/tmp/bawaba-tls-XXXXXX".utf8CString)
        // SAFETY: mkdtemp changes the template in place and returns it.
        guard unsafe mkdtemp(&template) != nil else {
            throw Command.Failure(description: "mkdtemp")
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        _ = try? Command(["rm", "-r", path], output: "/dev/null").wait()
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Runs a program to its end; its output when it succeeds.
    func run(_ arguments: String...) throws {
        let (status, output) = try Command(arguments, output: file("run.log")).wait()
        guard status == 0 else {
            throw Command.Failure(description: "\(arguments.joined(separator: " ")): \(output)")
        }
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        let descriptor = unsafe open(file(name), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        defer { close(descriptor) }
        // SAFETY: writes the array's own bytes.
        guard unsafe Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
            throw Command.Failure(description: "cannot write \(name)")
        }
    }
}

func readFile(_ path: String) throws -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else { throw Command.Failure(description: "cannot open \(path)") }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
        // SAFETY: reads into the array's own storage.
        let count = unsafe read(descriptor, &chunk, chunk.count)
        guard count > 0 else { return bytes }
        bytes.append(contentsOf: chunk[0..<count])
    }
}
