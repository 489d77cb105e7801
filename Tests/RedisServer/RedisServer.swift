import Glibc
package import Redis

/// A real redis-server of a test's own: on a unix socket in a new folder, without persistence,
/// ended and removed when the last reference to it goes.
package final class RedisServer {
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    /// The folder that holds the socket and whatever the test adds.
    package let folder: String
    package let arguments: [String]
    private var process: pid_t = 0

    package var socketPath: String { "\(folder)/redis.sock" }

    /// Starts a server and waits until it takes connections. `arguments` are added to its command
    /// line, such as `["--requirepass", "x"]`.
    package init(arguments: [String] = []) throws {
        var template = Array("/tmp/redis-test-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&template) != nil else { throw Failure(description: "mkdtemp") }
        folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        self.arguments = arguments
        try start()
    }

    deinit {
        stop()
        _ = unsafe unlink(socketPath)
        _ = unsafe rmdir(folder)
    }

    /// Starts the server again after `stop`.
    package func start() throws {
        let command =
            [
                "redis-server", "--port", "0", "--unixsocket", socketPath, "--unixsocketperm",
                "600", "--save", "", "--appendonly", "no", "--dir", folder, "--loglevel", "warning",
                "--logfile", "/dev/null", "--daemonize", "no",
            ] + arguments
        // SAFETY: each copy is freed below, after posix_spawnp has read it.
        var words = unsafe command.map { unsafe strdup($0) }
        unsafe words.append(nil)
        let status = unsafe posix_spawnp(&process, "redis-server", nil, nil, words, environ)
        unsafe words.forEach { unsafe free($0) }
        guard status == 0 else { throw Failure(description: "redis-server: errno \(status)") }
        // A connection is refused until the server listens; each attempt waits 5 ms at most 6,000
        // times, since the machine may be busy.
        for _ in 0..<6_000 {
            if let connection = try? RedisConnection(unixPath: socketPath) {
                _ = consume connection
                return
            }
            var nothing = pollfd()
            _ = unsafe poll(&nothing, 0, 5)
        }
        throw Failure(description: "redis-server does not listen on \(socketPath)")
    }

    /// Ends the server at once, as a crash would.
    package func stop() {
        guard process > 0 else { return }
        kill(process, SIGKILL)
        var status: Int32 = 0
        _ = unsafe waitpid(process, &status, 0)
        process = 0
        _ = unsafe unlink(socketPath)
    }

    /// Stops the server's process without ending it, so that it answers nothing; `thaw` goes on.
    package func freeze() { kill(process, SIGSTOP) }
    package func thaw() { kill(process, SIGCONT) }

    /// Sends commands over a connection of its own and returns the text of the last reply.
    @discardableResult
    package func run(_ commands: [String]...) throws -> String {
        try RedisConnection(unixPath: socketPath).run(commands)
    }

    /// Connects a link that is due to connect, and waits for the end of its greeting.
    package func connect(
        _ link: inout RedisLink, nowMilliseconds now: UInt64 = 0
    ) throws -> RedisConnection {
        let action = link.poll(nowMilliseconds: now)
        guard action == .connect else { throw Failure(description: "not due: \(action)") }
        let connection = try RedisConnection(unixPath: socketPath)
        link.connected(nowMilliseconds: now)
        guard connection.send(&link.pipeline) else { throw RedisFault.closed }
        while !link.isReady {
            let bytes = connection.receive()
            guard !bytes.isEmpty else { throw RedisFault.closed }
            try link.receive(bytes.span)
            _ = try link.next()
        }
        return connection
    }
}
