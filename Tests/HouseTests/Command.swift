import Glibc

/// Runs a program and waits for its end.
enum Command {
    /// The program's exit status and what it wrote to standard output and error together. The first
    /// argument is looked up in PATH.
    static func run(_ arguments: [String]) throws -> (status: Int32, text: String) {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { throw Failure(call: "pipe", code: errno) }
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 2)
        unsafe posix_spawn_file_actions_addclose(&actions, ends[0])
        // SAFETY: the vector's strings are copies that live until the program has started.
        var vector = unsafe arguments.map { unsafe strdup($0) } + [nil]
        defer { for index in arguments.indices { unsafe free(vector[index]) } }
        var process: pid_t = 0
        let code = unsafe posix_spawnp(&process, arguments[0], &actions, nil, &vector, environ)
        close(ends[1])
        defer { close(ends[0]) }
        guard code == 0 else { throw Failure(call: "posix_spawnp \(arguments[0])", code: code) }
        let text = readToEnd(ends[0])
        var status: Int32 = 0
        unsafe waitpid(process, &status, 0)
        return (status & 0x7F == 0 ? status >> 8 & 0xFF : -1, text)
    }

    struct Failure: Error {
        let call: String
        let code: Int32
    }

    private static func readToEnd(_ descriptor: Int32) -> String {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe read(descriptor, &chunk, chunk.count)
            if count <= 0 { return String(decoding: bytes, as: UTF8.self) }
            bytes += chunk.prefix(count)
        }
    }
}
