import CLinux

/// Wakes a thread that waits in a poller (eventfd(2)).
package struct Wakeup: ~Copyable {
    private let descriptor: Descriptor

    /// A wakeup without a signal.
    package init() throws(Errno) {
        let flags = Int32(EFD_NONBLOCK) | Int32(EFD_CLOEXEC)
        descriptor = Descriptor(taking: try checked(eventfd(0, flags)))
    }

    /// Readable while a signal waits; to be watched level-triggered.
    package var raw: Int32 { descriptor.raw }

    /// Makes the descriptor readable. From any thread; a signal that is there already counts for
    /// both.
    package func signal() { _ = eventfd_write(descriptor.raw, 1) }

    /// Takes the signal.
    package func clear() {
        var count: eventfd_t = 0
        // SAFETY: the call writes one counter.
        _ = unsafe eventfd_read(descriptor.raw, &count)
    }
}
