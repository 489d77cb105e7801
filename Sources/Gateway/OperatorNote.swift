import Bytes
import Operations

/// What other threads have the main one tell the operator on standard error, once for each change.
enum OperatorNote: Sendable {
    case accessLog(AccessLogNote)
    case changed(from: MemoryPressure, to: MemoryPressure, resident: Int, ceiling: Int)
    /// A reload took the ceiling away while something was done about it.
    case forgotten
    /// There is a ceiling, and it cannot be kept.
    case unmeasured

    var text: String {
        switch self {
        case .accessLog(let note): return note.text
        case .changed(let before, let now, let resident, let ceiling):
            let share = "memory: \(resident >> 20) MiB of bounds.memory (\(ceiling >> 20) MiB)"
            let most = Bounds.memoryRefusePercent
            return switch now {
            case .none: "\(share): no measures are taken any more"
            case .reclaiming where before == .none: "\(share): idle connections are closed"
            case .reclaiming: "\(share): new connections are taken again"
            case .refusing where before == .shedding: "\(share): nothing more is cut"
            case .refusing: "\(share): new connections are refused, and requests above \(most) %"
            case .shedding: "\(share): what holds the most is paused, then cut"
            }
        case .forgotten:
            return "memory: there is no bounds.memory: no measures are taken any more"
        case .unmeasured:
            return
                "bounds.memory is not kept: /proc/self/statm cannot be read, so what the process "
                + "takes is not known; mount /proc"
        }
    }
}
