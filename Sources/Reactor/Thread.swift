import CLinux

/// A thread of the operating system. One that is not joined goes on by itself.
@safe
package struct Thread: ~Copyable {
    private let id: pthread_t

    /// Starts a thread.
    ///
    /// - Parameters:
    ///   - name: What tools such as top show; the kernel keeps 15 bytes of it.
    ///   - body: Runs on the new thread, which ends with it.
    package static func spawn(
        name: String, _ body: @escaping @Sendable () -> Void
    ) throws(Errno) -> Thread {
        // SAFETY: the new thread takes over the retained object and releases it.
        let start = unsafe Unmanaged.passRetained(ThreadStart(name: name, body: body))
        var id = pthread_t()
        // SAFETY: as above; the id is written before the call returns.
        let code = unsafe pthread_create(
            &id, nil,
            { argument in
                guard let argument = unsafe argument else { return nil }
                let start = unsafe Unmanaged<ThreadStart>.fromOpaque(argument).takeRetainedValue()
                start.run()
                return nil
            }, start.toOpaque())
        guard code == 0 else {
            // SAFETY: no thread was made to take the object over.
            unsafe start.release()
            throw Errno(code: code)
        }
        return Thread(id: id)
    }

    private init(id: pthread_t) { self.id = id }

    deinit { pthread_detach(id) }

    /// Waits until the thread has ended.
    package consuming func join() {
        let id = id
        discard self
        // A thread is joined once: its only owner is gone. Its result is not asked for.
        _ = pthread_join(id, nil)
    }

    /// The processors that this thread may run on, in order: as many workers are worth starting.
    package static func availableProcessors() -> [Int] {
        var set = ProcessorSet()
        // SAFETY: the kernel writes at most the set's bytes.
        let result = unsafe sched_getaffinity(0, MemoryLayout<ProcessorSet>.size, &set)
        guard result >= 0 else { return [0] }
        return (0..<ProcessorSet.bits).filter { set.words[$0 / 64] >> UInt64($0 % 64) & 1 == 1 }
    }
}

/// The kernel's bit set of processors, as large as glibc's `cpu_set_t`.
private struct ProcessorSet: BitwiseCopyable {
    static var bits: Int { 1_024 }
    var words: InlineArray<16, UInt64> = .init(repeating: 0)
}

/// What a new thread is to do.
private final class ThreadStart: Sendable {
    private let name: String
    private let body: @Sendable () -> Void

    init(name: String, body: @escaping @Sendable () -> Void) {
        self.name = String(decoding: name.utf8.prefix(15), as: UTF8.self)
        self.body = body
    }

    func run() {
        // SAFETY: the name is a C string of at most 15 bytes for the length of the call.
        _ = unsafe pthread_setname_np(pthread_self(), name)
        body()
    }
}
