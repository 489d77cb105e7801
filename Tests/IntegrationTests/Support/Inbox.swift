import Glibc
import Synchronization

/// Things that other threads leave for a test, which waits for them with a deadline.
final class Inbox<Item: Sendable>: Sendable {
    private let items = Mutex<[Item]>([])
    private let reader: Int32
    private let writer: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        unsafe pipe(&ends)
        reader = ends[0]
        writer = ends[1]
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }

    deinit {
        close(reader)
        close(writer)
    }

    func put(_ item: Item) {
        items.withLock { $0.append(item) }
        var byte: UInt8 = 1
        // SAFETY: one byte of a variable.
        _ = unsafe write(writer, &byte, 1)
    }

    /// The oldest item.
    func take(_ what: String, within milliseconds: Int32 = TestSocket.patience) throws -> Item {
        var waiting = pollfd(fd: reader, events: Int16(POLLIN), revents: 0)
        guard unsafe poll(&waiting, 1, milliseconds) == 1 else {
            throw Failure("\(what) did not come")
        }
        var byte: UInt8 = 0
        // SAFETY: one byte of a variable.
        _ = unsafe read(reader, &byte, 1)
        return items.withLock { $0.removeFirst() }
    }

    /// How many wait.
    var count: Int { items.withLock(\.count) }
}

/// Closed until somebody opens it: how a test tells the upstream's thread when to go on.
final class Gate: Sendable {
    private let inbox = Inbox<Bool>()

    func open() { inbox.put(true) }

    /// With more patience than the rest: what a test does meanwhile may take a busy machine long.
    func wait() throws { _ = try inbox.take("the gate's opening", within: 120_000) }
}

/// Asks again and again, every 2 ms, for what no event tells.
func eventually(
    _ what: String, within limit: Int = 15_000, _ condition: () throws -> Bool
) throws {
    let start = milliseconds()
    while milliseconds() - start < limit {
        if try condition() { return }
        var nothing = pollfd()
        _ = unsafe poll(&nothing, 0, 2)
    }
    throw Failure("never: \(what)")
}

/// Milliseconds of the monotonic clock.
func milliseconds() -> Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
}
