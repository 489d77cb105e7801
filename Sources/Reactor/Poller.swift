import CLinux

/// One readiness event.
package struct Event: Equatable, Sendable {
    /// What the descriptor was added with.
    package let token: Token
    let flags: UInt32

    /// Something can be read, or the next read tells of an end or an error.
    package var isReadable: Bool { flags & Poller.readFlags != 0 }
    /// Something can be written, or the next write tells of an error.
    package var isWritable: Bool { flags & Poller.writeFlags != 0 }
    /// The peer has stopped sending, or both directions are down. What it sent before can still be
    /// read.
    package var isPeerClosed: Bool { flags & (EPOLLRDHUP.rawValue | EPOLLHUP.rawValue) != 0 }
    /// The socket has an error; the next system call on it reports which.
    package var isFailed: Bool { flags & EPOLLERR.rawValue != 0 }
}

/// An epoll instance (epoll(7)). Sockets are registered once, edge-triggered for both directions,
/// and never modified, so that a request costs no epoll_ctl call.
@safe
package struct Poller: ~Copyable {
    static var readFlags: UInt32 {
        EPOLLIN.rawValue | EPOLLRDHUP.rawValue | EPOLLHUP.rawValue | EPOLLERR.rawValue
    }
    static var writeFlags: UInt32 {
        EPOLLOUT.rawValue | EPOLLHUP.rawValue | EPOLLERR.rawValue
    }

    private let descriptor: Descriptor
    // SAFETY: points at `capacity` initialised events that this value alone owns.
    private let events: UnsafeMutablePointer<epoll_event>
    private let capacity: Int

    /// Events that the last `wait` returned.
    package private(set) var count = 0

    /// A poller that returns at most `capacity` events per `wait`.
    package init(capacity: Int) throws(Errno) {
        precondition(capacity > 0)
        descriptor = Descriptor(taking: try checked(epoll_create1(Int32(EPOLL_CLOEXEC))))
        self.capacity = capacity
        unsafe events = .allocate(capacity: capacity)
        unsafe events.initialize(repeating: unsafe epoll_event(), count: capacity)
    }

    deinit { unsafe events.deallocate() }

    /// Lets so much time pass, without looking at anything.
    package static func pause(microseconds: Int) {
        var time = timespec(tv_sec: 0, tv_nsec: microseconds * 1_000)
        unsafe _ = clock_nanosleep(CLOCK_MONOTONIC, 0, &time, nil)
    }

    /// The poller's own descriptor, readable while events wait: one poller may watch another.
    package var raw: Int32 { descriptor.raw }

    /// Watches a socket for both directions, edge-triggered: after an event the owner reads or
    /// writes until a call would block or comes back short. Closing the descriptor ends it.
    package mutating func add(_ raw: Int32, token: Token) throws(Errno) {
        try control(
            EPOLL_CTL_ADD, raw, token,
            EPOLLIN.rawValue | EPOLLOUT.rawValue | EPOLLRDHUP.rawValue | EPOLLET.rawValue)
    }

    /// Watches a descriptor for reading, level-triggered: an event comes with every `wait` as long
    /// as something is left. For listeners, mailboxes, signals and other pollers.
    package mutating func addLevel(_ raw: Int32, token: Token) throws(Errno) {
        try control(EPOLL_CTL_ADD, raw, token, EPOLLIN.rawValue)
    }

    /// Changes what a level-triggered descriptor is watched for; neither stops the events.
    package mutating func setLevel(
        _ raw: Int32, token: Token, read: Bool, write: Bool
    ) throws(Errno) {
        let flags = (read ? EPOLLIN.rawValue : 0) | (write ? EPOLLOUT.rawValue : 0)
        do {
            try control(EPOLL_CTL_MOD, raw, token, flags)
        } catch let error where error.code == ENOENT {
            try control(EPOLL_CTL_ADD, raw, token, flags)
        }
    }

    /// Stops watching a descriptor that stays open.
    package mutating func remove(_ raw: Int32) throws(Errno) {
        try control(EPOLL_CTL_DEL, raw, Token(raw: 0), 0)
    }

    /// Waits until there is an event or the time is over. A signal ends the wait early.
    ///
    /// - Parameter timeoutMilliseconds: 0 only looks, a negative number waits without end.
    /// - Returns: how many events `event(_:)` has.
    package mutating func wait(timeoutMilliseconds: Int) throws(Errno) -> Int {
        let timeout = Int32(clamping: timeoutMilliseconds)
        // SAFETY: `events` has room for `capacity`.
        let result = unsafe epoll_wait(descriptor.raw, events, Int32(clamping: capacity), timeout)
        count = max(0, Int(result))
        if result < 0 {
            let errno = Errno.last
            if errno != .interrupted { throw errno }
        }
        return count
    }

    /// An event of the last `wait`. Traps when `index` is not below its count.
    package func event(_ index: Int) -> Event {
        precondition(index >= 0 && index < count)
        // SAFETY: `index` is below `count`, which is at most `capacity`.
        let event = unsafe events[index]
        return unsafe Event(token: Token(raw: event.data.u64), flags: event.events)
    }

    private func control(
        _ operation: Int32, _ raw: Int32, _ token: Token, _ flags: UInt32
    ) throws(Errno) {
        var event = unsafe epoll_event(events: flags, data: epoll_data_t(u64: token.raw))
        // SAFETY: the kernel copies the event before it returns.
        try unsafe checked(epoll_ctl(descriptor.raw, operation, raw, &event))
    }
}
