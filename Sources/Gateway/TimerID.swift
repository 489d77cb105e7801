import Bytes

/// Small integers that name timers: four kinds, interleaved by slot.
enum TimerID {
    static func downstream(_ handle: Handle) -> UInt32 { handle.index * 4 }
    static func exchange(_ handle: Handle) -> UInt32 { handle.index * 4 + 1 }
    static func link(_ handle: Handle) -> UInt32 { handle.index * 4 + 2 }
    /// Timers of which the worker has one.
    static func worker(_ timer: WorkerTimer) -> UInt32 { timer.rawValue * 4 + 3 }
}

/// The worker's own timers.
enum WorkerTimer: UInt32 {
    /// Redis: the oldest answer is late, or it is time to connect again.
    case redis
    /// Names are to be resolved again, or a query is to be repeated.
    case resolver
    /// A target is to be checked, or its ejection is over.
    case targets
    /// The drain is over.
    case drain
    /// Accepting goes on after descriptors ran out.
    case accept
    /// Redis is to be told which tokens were used.
    case uses
    /// Redis refused to end a token, and is to be asked again.
    case withdrawals
    /// HTTP/2 connections that know of the drain take no new streams any more.
    case goAway
    /// The tokens of answers that last are looked up again.
    case recheck
    /// What reloads have replaced may no longer be in use.
    case sweep
    /// Answers that last are looked through for silence, and free slots for storage.
    case silence
    case cool
    /// How much memory the process takes is looked at.
    case memory
    /// The reloading thread or the operator could not be told something, since the mailbox was in
    /// use.
    case untold
}
