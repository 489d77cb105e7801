import Bytes
import CHiredis

/// One value of a reply. Arrays chain their elements, since hiredis reports them depth first.
struct ReplyNode {
    var kind: RedisReply.Kind
    var integer: Int64 = 0
    var bytes: ByteRange = .empty
    var elements = 0
    var firstElement: Int32 = -1
    var lastElement: Int32 = -1
    var next: Int32 = -1
}

/// Where hiredis' reader puts what it read: a flat list of values and the bytes they name, both
/// reused, so that a reply costs no allocation. One reply at a time.
struct ReplyArena: ~Copyable {
    var nodes: [ReplyNode] = []
    var bytes = ByteBuffer()

    mutating func reset() {
        nodes.removeAll(keepingCapacity: true)
        bytes.removeAll()
    }

    /// Adds a value as the last element of `parent`, or as the root when that is -1. Returns its
    /// index + 1, which is what hiredis is given as its "object"; 0 means no room, which hiredis
    /// reports as out of memory.
    mutating func add(_ node: ReplyNode, parent: Int) -> Int {
        guard nodes.count < Bounds.redisReplyValuesMax else { return 0 }
        let index = Int32(nodes.count)
        nodes.append(node)
        guard parent >= 0, parent < Int(index) else { return Int(index) + 1 }
        let last = nodes[parent].lastElement
        if last >= 0 {
            nodes[Int(last)].next = index
        } else {
            nodes[parent].firstElement = index
        }
        nodes[parent].lastElement = index
        return Int(index) + 1
    }

    mutating func add(string: Span<UInt8>, kind: RedisReply.Kind, parent: Int) -> Int {
        var node = ReplyNode(kind: kind)
        node.bytes = ByteRange(start: bytes.count, count: string.count)
        bytes.append(string)
        return add(node, parent: parent)
    }
}

// hiredis calls these for each value it has read. `task.privdata` is the arena that the pipeline
// gave to its reader, `task.parent.obj` what an earlier call returned for the array that encloses
// it.

private typealias Task = UnsafePointer<redisReadTask>
private typealias Object = UnsafeMutableRawPointer

private func withArena(
    of task: Task?, _ body: (inout ReplyArena, _ parent: Int) -> Int
) -> Object? {
    // SAFETY: the pipeline sets privdata to its arena, which lives longer than the reader, and
    // touches it only while the reader is not running. `parent` points into the reader itself.
    guard let task = unsafe task, let data = unsafe task.pointee.privdata else { return nil }
    let enclosing = unsafe task.pointee.parent
    let parent =
        if let enclosing = unsafe enclosing {
            Int(bitPattern: unsafe enclosing.pointee.obj) - 1
        } else {
            -1
        }
    let arena = unsafe data.assumingMemoryBound(to: ReplyArena.self)
    // SAFETY: the number is never used as an address, neither by hiredis nor by us.
    return unsafe Object(bitPattern: body(&arena.pointee, parent))
}

private func createString(
    _ task: Task?, _ text: UnsafeMutablePointer<CChar>?, _ length: Int
) -> Object? {
    guard let task = unsafe task, length >= 0 else { return nil }
    let kind: RedisReply.Kind =
        switch unsafe task.pointee.type {
        case REDIS_REPLY_STATUS: .status
        case REDIS_REPLY_ERROR: .error
        default: .string
        }
    // SAFETY: hiredis passes `length` readable bytes, which are copied before this returns.
    let bytes = unsafe UnsafeRawBufferPointer(start: text, count: length)
    return unsafe withArena(of: task) { arena, parent in
        arena.add(string: unsafe bytes.bindMemory(to: UInt8.self).span, kind: kind, parent: parent)
    }
}

private func createArray(_ task: Task?, _ count: Int32) -> Object? {
    unsafe withArena(of: task) { arena, parent in
        var node = ReplyNode(kind: .array)
        node.elements = Int(count)
        return arena.add(node, parent: parent)
    }
}

private func createInteger(_ task: Task?, _ value: Int64) -> Object? {
    unsafe withArena(of: task) { arena, parent in
        var node = ReplyNode(kind: .integer)
        node.integer = value
        return arena.add(node, parent: parent)
    }
}

private func createNil(_ task: Task?) -> Object? {
    unsafe withArena(of: task) { arena, parent in
        arena.add(ReplyNode(kind: .null), parent: parent)
    }
}

/// The callbacks above as hiredis wants them. Nothing has to be freed per value.
func replyFunctions() -> redisReplyObjectFunctions {
    unsafe redisReplyObjectFunctions(
        createString: { unsafe createString($0, $1, $2) },
        createArray: { unsafe createArray($0, $1) },
        createInteger: { unsafe createInteger($0, $1) },
        createNil: { unsafe createNil($0) },
        freeObject: { _ in })
}
