import Synchronization

/// Messages from any thread to one that waits in a poller. The receiver never waits: when a sender
/// holds the lock at that moment, the descriptor stays readable and the next loop turn tries again.
package final class Mailbox<Message: Sendable>: Sendable {
    private let waiting: Mutex<[Message]>
    private let wakeup: Wakeup
    private let capacity: Int

    /// A mailbox that holds at most `capacity` messages.
    package init(capacity: Int) throws(Errno) {
        wakeup = try Wakeup()
        self.capacity = capacity
        var messages: [Message] = []
        messages.reserveCapacity(capacity)
        waiting = Mutex(messages)
    }

    /// Readable while messages wait; to be watched level-triggered.
    package var raw: Int32 { wakeup.raw }

    /// Leaves a message, from any thread.
    ///
    /// - Returns: false, and nothing done, when the mailbox is full.
    package func post(_ message: Message) -> Bool {
        let accepted = waiting.withLock { Self.add(message, to: &$0, atMost: capacity) }
        if accepted { wakeup.signal() }
        return accepted
    }

    /// As `post`, from a thread that must not wait.
    ///
    /// - Returns: false, and nothing done, when another thread holds the lock at that moment, too.
    package func tryPost(_ message: Message) -> Bool {
        let accepted = waiting.withLockIfAvailable {
            Self.add(message, to: &$0, atMost: capacity)
        }
        if accepted == true { wakeup.signal() }
        return accepted == true
    }

    private static func add(
        _ message: Message, to messages: inout [Message], atMost capacity: Int
    ) -> Bool {
        guard messages.count < capacity else { return false }
        messages.append(message)
        return true
    }

    /// Takes all messages in the order in which they came. The receiver keeps `batch` and hands it
    /// in each time, so that the two arrays change places and nothing is allocated.
    ///
    /// - Returns: false when a sender holds the lock: `batch` is empty, and an event follows.
    package func take(into batch: inout [Message]) -> Bool {
        batch.removeAll(keepingCapacity: true)
        // Before the messages are taken: what is posted after this signals anew.
        wakeup.clear()
        let taken: Void? = waiting.withLockIfAvailable { messages in swap(&messages, &batch) }
        if taken == nil { wakeup.signal() }
        return taken != nil
    }
}
