import Bytes
import Glibc
import Reactor

/// A program in another language, run to its end.
enum Script {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Whether an interpreter is found in PATH.
    static func isInstalled(_ interpreter: String) -> Bool {
        guard let path = unsafe getenv("PATH") else { return false }
        return unsafe String(cString: path).split(separator: ":").contains {
            unsafe access("\($0)/\(interpreter)", X_OK) == 0
        }
    }

    /// The lines that a program writes to standard output.
    static func run(
        _ interpreter: String, _ source: String, _ arguments: [String]
    ) throws -> [String] {
        var template = Array("/tmp/bawaba-script-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&template) != nil else { throw Failure(description: "mkdtemp") }
        let folder = String(
            decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        let (program, output) = ("\(folder)/program", "\(folder)/output")
        defer {
            for file in [program, output] { _ = unsafe unlink(file) }
            _ = unsafe rmdir(folder)
        }
        try write(source, to: program)
        let status = try spawn([interpreter, program] + arguments, output: output)
        let bytes = try RegularFile(path: output, bytesMax: Bounds.documentBytesMax).bytes
        let text = String(decoding: bytes, as: UTF8.self)
        guard status == 0 else {
            throw Failure(description: "\(interpreter) ended with \(status): \(text)")
        }
        return text.split(separator: "\n").map(String.init)
    }

    /// The code of a language among the examples of `policies/README.md`.
    static func example(_ language: String) throws -> String {
        let file = #filePath
        let root = file.split(separator: "/").dropLast(3).joined(separator: "/")
        let readme = try RegularFile(
            path: "/\(root)/policies/README.md", bytesMax: Bounds.documentBytesMax)
        let parts = String(decoding: readme.bytes, as: UTF8.self).split(separator: "```")
        let codes = parts.filter { $0.hasPrefix("\(language)\n") }
        guard codes.count == 1 else {
            throw Failure(description: "\(codes.count) examples in \(language)")
        }
        return String(codes[0].dropFirst(language.utf8.count + 1))
    }

    private static func write(_ text: String, to file: String) throws {
        let descriptor = unsafe open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Failure(description: "open \(file)") }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        guard unsafe Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
            throw Failure(description: "write \(file)")
        }
    }

    private static func spawn(_ command: [String], output: String) throws -> Int32 {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_addopen(
            &actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        unsafe posix_spawn_file_actions_adddup2(&actions, 1, 2)
        var vector = unsafe command.map { unsafe strdup($0) } + [nil]
        defer { for index in command.indices { unsafe free(vector[index]) } }
        var process: pid_t = 0
        let code = unsafe posix_spawnp(&process, command[0], &actions, nil, &vector, environ)
        guard code == 0 else { throw Failure(description: "cannot start \(command[0])") }
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) < 0 && errno == EINTR {}
        return status & 0x7F == 0 ? status >> 8 & 0xFF : -1
    }
}
