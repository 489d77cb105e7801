import Bytes
import Redis

/// The keys of one kind, as commands list them.
struct KeyWalk {
    /// What stands behind the kind, sorted, each once.
    private(set) var names: [[UInt8]] = []
    /// Whether there were more than was asked for.
    private(set) var isCut = false

    /// Walks through all keys in small steps (SCAN), so that Redis serves others meanwhile.
    ///
    /// - Parameters:
    ///   - head: what every key begins with, prefix included; it is not part of a name.
    ///   - write: one step from a cursor.
    init(
        _ redis: inout BlockingRedis, head: [UInt8], max: Int,
        write: (Span<UInt8>, inout RedisPipeline) -> Int
    ) throws(CommandFault) {
        var seen: Set<[UInt8]> = []
        var cursor = [UInt8(ascii: "0")]
        let unexpected = redis.unexpected()
        repeat {
            let start = cursor
            var next: [UInt8] = []
            try redis.ask { pipeline in
                write(start.span, &pipeline)
            } read: { (reply) throws(CommandFault) in
                guard reply.kind == .array, reply.count == 2 else { throw unexpected }
                next = reply.element(0).bytes.toArray()
                let keys = reply.element(1)
                for index in 0..<keys.count {
                    let key = keys.element(index).bytes
                    guard key.starts(with: head.span) else { continue }
                    seen.insert(key.extracting(head.count...).toArray())
                }
            }
            cursor = next
            isCut = seen.count > max
        } while !isCut && !cursor.elementsEqual("0".utf8)
        names = Array(seen.sorted { $0.lexicographicallyPrecedes($1) }.prefix(max))
    }
}
