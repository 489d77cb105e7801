import Bytes
import Reactor
import Redis
import TLS

/// A connection to Redis that waits for its answers: for commands, which have nothing else to do.
struct BlockingRedis: ~Copyable {
    private let name: String
    private var link: RedisLink
    private var wire: BlockingWire
    private var input = ByteBuffer()

    private init(_ place: StorePlace, _ wire: consuming BlockingWire) {
        name = place.name
        link = RedisLink(
            credentials: place.address.credentials, scripts: [],
            timeoutMilliseconds: Bounds.commandMilliseconds, capacity: 1)
        self.wire = wire
    }

    /// Connects and says who it is; every step has its time limit.
    static func connect(_ place: StorePlace) throws(CommandFault) -> BlockingRedis {
        var redis = BlockingRedis(place, try BlockingWire.connect(place))
        try redis.greet()
        return redis
    }

    private mutating func greet() throws(CommandFault) {
        _ = link.poll(nowMilliseconds: 0)
        link.connected(nowMilliseconds: 0)
        let deadline = BlockingWire.deadline()
        try send(deadline)
        while !link.isReady { _ = try receive(deadline) }
    }

    /// Sends the commands that `write` writes, and gives their replies to `read` in order. `write`
    /// returns how many there will be. An error reply ends it.
    mutating func ask(
        _ write: (inout RedisPipeline) -> Int,
        read: (borrowing RedisReply) throws(CommandFault) -> Void = { _ in }
    ) throws(CommandFault) {
        let replies = write(&link.pipeline)
        guard replies > 0 else { return }
        link.pipeline.expect(1, replies: replies, nowMilliseconds: 0)
        let deadline = BlockingWire.deadline()
        try send(deadline)
        var seen = 0
        while seen < replies {
            guard try receive(deadline) else { continue }
            repeat {
                if let code = link.pipeline.reply.errorCode { throw fault(.refused(code)) }
                try read(link.pipeline.reply)
                seen += 1
            } while try next()
        }
    }

    /// What a reply of another shape than the command's means.
    func unexpected() -> CommandFault { fault(.unexpectedReply) }

    private mutating func send(_ deadline: Int) throws(CommandFault) {
        while !link.pipeline.output.isEmpty {
            let sent = try wire.send(link.pipeline.output, deadline)
            link.pipeline.output.consume(sent)
        }
    }

    /// Waits for bytes. True when they end a reply, which is `link.pipeline.reply`.
    private mutating func receive(_ deadline: Int) throws(CommandFault) -> Bool {
        try wire.receive(into: &input, deadline)
        do throws(RedisFault) {
            try Self.give(input, to: &link)
        } catch {
            throw fault(error)
        }
        input.removeAll()
        return try next()
    }

    private static func give(
        _ bytes: borrowing ByteBuffer, to link: inout RedisLink
    ) throws(RedisFault) {
        try link.receive(bytes.span)
    }

    private mutating func next() throws(CommandFault) -> Bool {
        do throws(RedisFault) {
            return try link.next() != nil
        } catch {
            throw fault(error)
        }
    }

    /// A fault in words.
    private func fault(_ fault: RedisFault) -> CommandFault {
        switch fault {
        case .refused(.noAuth):
            CommandFault(
                "Redis at \(name) asks for a password",
                remedy: "name its file: redis.password_file in the policy, or --redis-password-file"
            )
        case .refused(.wrongPass):
            CommandFault(
                "Redis at \(name) refuses the user's name or password",
                remedy: "compare them with what Redis has: ACL LIST, requirepass")
        case .refused(.noPermission):
            CommandFault(
                "Redis at \(name) does not let this user do that",
                remedy: "its ACL must allow the prefix's keys, and SELECT, GET, SET, DEL, SCAN, "
                    + "EXPIRE, EXPIREAT, PEXPIRE, PERSIST, HMGET, HGETALL, HSET, HSETNX, HDEL, "
                    + "EVAL, XADD")
        case .refused(.readOnly):
            CommandFault(
                "Redis at \(name) is a replica, which takes no writes", remedy: "name the primary")
        case .refused(.wrongType):
            CommandFault(
                "a key at \(name) holds something else than the gateway keeps there",
                remedy: "choose a prefix that nothing else uses")
        case .refused(.loading):
            CommandFault("Redis at \(name) is still loading its data", remedy: "try again soon")
        case .refused(.outOfMemory):
            CommandFault(
                "Redis at \(name) has no memory left", remedy: "raise its maxmemory, or free some")
        case .protocolViolation:
            CommandFault(
                "what answers at \(name) is no Redis",
                remedy: "correct the address; with TLS it begins with rediss://")
        case .refused(let code):
            CommandFault("Redis at \(name) refuses (\(code.reason))", remedy: "look into its log")
        case .unavailable, .overloaded, .timedOut, .closed, .replyTooLarge, .unexpectedReply,
            .invalidRecord:
            CommandFault(
                "Redis at \(name) does not answer as it should (\(fault.reason))",
                remedy: "look into its log")
        }
    }
}
