import Bytes
import Glibc
package import Redis

/// A connection to a redis-server that waits for its answers: what tests move bytes with.
package final class RedisConnection {
    private let descriptor: Int32
    private var pipeline = RedisPipeline(capacity: 1)

    package init(unixPath path: String) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { target in
            // SAFETY: at most 107 bytes of 108 are written; the rest is zero.
            unsafe target.copyBytes(from: Array(path.utf8.prefix(107)))
        }
        let length = socklen_t(MemoryLayout<sockaddr_un>.size)
        let status = unsafe withUnsafePointer(to: &address) { pointer in
            // SAFETY: every socket address begins with its family.
            unsafe connect(
                descriptor, UnsafeRawPointer(pointer).assumingMemoryBound(to: sockaddr.self),
                length)
        }
        guard status == 0 else {
            // `deinit` closes the socket: all properties are set.
            throw RedisServer.Failure(description: "connect \(path): errno \(errno)")
        }
    }

    deinit { close(descriptor) }

    /// Sends what the pipeline has to send. False when the peer is gone.
    package func send(_ pipeline: inout RedisPipeline) -> Bool {
        while !pipeline.output.isEmpty {
            let sent = unsafe pipeline.output.span.withUnsafeBytes { bytes in
                unsafe Glibc.send(
                    descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
            }
            guard sent > 0 else { return false }
            pipeline.output.consume(sent)
        }
        return true
    }

    /// Waits for bytes, at most `milliseconds`, and returns at most `atMost` of them; empty when
    /// none came or the peer is gone.
    package func receive(atMost: Int = 65_536, milliseconds: Int32 = 10_000) -> [UInt8] {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard unsafe poll(&waiting, 1, milliseconds) == 1 else { return [] }
        return unsafe [UInt8](unsafeUninitializedCapacity: atMost) { buffer, count in
            // SAFETY: recv writes at most the buffer's length.
            let read = unsafe recv(descriptor, buffer.baseAddress, buffer.count, 0)
            count = max(read, 0)
        }
    }

    /// Sends commands and returns the text of the last of their replies.
    package func run(_ commands: [[String]]) throws -> String {
        var last = ""
        try begin(commands)
        try finish { last = $0 }
        return last
    }

    /// Sends commands; `finish` waits for their replies.
    package func begin(_ commands: [[String]]) throws {
        for command in commands {
            pipeline.begin(command.count)
            for word in command { pipeline.argument(Array(word.utf8).span) }
        }
        pipeline.expect(1, replies: commands.count, nowMilliseconds: 0)
        guard send(&pipeline) else { throw RedisFault.closed }
    }

    /// Passes on each reply that is due, as text.
    package func finish(_ body: (String) -> Void) throws {
        while pipeline.inFlight > 0 {
            let bytes = receive()
            guard !bytes.isEmpty else { throw RedisFault.closed }
            try pipeline.receive(bytes.span)
            while try pipeline.next() != nil { body(Self.text(pipeline.reply)) }
        }
    }

    /// Sends the commands that the link holds, under tag 1, and returns their replies as text.
    package func exchange(_ link: inout RedisLink, replies count: Int = 1) throws -> [String] {
        link.pipeline.expect(1, replies: count, nowMilliseconds: 0)
        guard send(&link.pipeline) else { throw RedisFault.closed }
        var replies: [String] = []
        while link.pipeline.inFlight > 0 {
            let bytes = receive()
            guard !bytes.isEmpty else { throw RedisFault.closed }
            try link.receive(bytes.span)
            while try link.next() != nil { replies.append(Self.text(link.pipeline.reply)) }
        }
        return replies
    }

    /// A reply as `redis-cli` would show it, on one line.
    package static func text(_ reply: borrowing RedisReply) -> String {
        switch reply.kind {
        case .status, .string: return reply.bytes.toString()
        case .error: return "(error) " + reply.bytes.toString()
        case .integer: return String(reply.integer)
        case .null: return "(nil)"
        case .array:
            var parts: [String] = []
            for index in 0..<reply.count { parts.append(text(reply.element(index))) }
            return "[" + parts.joined(separator: ", ") + "]"
        }
    }
}
