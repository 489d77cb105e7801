import CLinux

/// Owns one file descriptor and closes it when it goes away.
package struct Descriptor: ~Copyable {
    /// The number for system calls, -1 once closed. It must not outlive its owner.
    package private(set) var raw: Int32

    /// Takes over a descriptor that nobody else closes.
    package init(taking raw: Int32) { self.raw = raw }

    deinit {
        if raw >= 0 { _ = CLinux.close(raw) }
    }

    /// Whether `close` or `take` has not been called.
    package var isOpen: Bool { raw >= 0 }

    /// Closes the descriptor now. The kernel frees its number even when it reports an error.
    package mutating func close() {
        if raw >= 0 { _ = CLinux.close(raw) }
        raw = -1
    }

    /// Hands the number over to a new owner, who must close it.
    package consuming func take() -> Int32 {
        let raw = raw
        discard self
        return raw
    }
}
