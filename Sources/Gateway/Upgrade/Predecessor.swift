import Bytes
import Reactor

/// The process that started this one to be replaced by it. It serves until it is told that this one
/// is ready, and goes on serving when this one fails.
final class Predecessor: Sendable {
    let handover: Handover
    private let pipe: InheritedPipe

    private init(_ handover: Handover, _ pipe: consuming InheritedPipe) {
        self.handover = handover
        self.pipe = pipe
    }

    /// The predecessor that the environment names; nil for a process that was started otherwise.
    static func find() throws(Gateway.StartFault) -> Predecessor? {
        guard let text = ProcessStart.variable(Handover.variable) else { return nil }
        do throws(Errno) {
            guard let raw = Int32(text), raw > 2 else { throw .invalidArgument }
            let bytes = try SealedMemory.read(inherited: raw, bytesMax: Bounds.handoverBytesMax)
            guard let handover = Handover(bytes) else { throw .invalidArgument }
            return Predecessor(handover, try InheritedPipe(handover.report))
        } catch {
            throw .upgrade(
                "\(Handover.variable) is \"\(text)\", which is no handover of this version "
                    + "(\(error)): unset it, or restart instead of upgrading")
        }
    }

    /// This process serves from now on: the predecessor lets go of the sockets and drains.
    func tellReady() { pipe.write(Report.ready) }

    /// Whether the predecessor still has the sockets, and would go on if this process failed. It
    /// listens for as long as that.
    var isWatching: Bool { pipe.isRead }

    /// This process serves, and has been told to end. Where that comes at once, the predecessor
    /// still has the sockets and goes on.
    func tellEnding() { pipe.write(Report.ending) }

    /// The log was rotated: while it drains it writes there, too. Only to be called once it has
    /// let go of the sockets; before, it would pass the signal on to this process.
    func reopenLog() { ProcessLimits.hangUp(parent: handover.processID) }

    /// This process ends.
    func tell(_ fault: Gateway.StartFault) {
        let text = Array(fault.description.utf8).prefix(Bounds.upgradeReportBytesMax)
        pipe.write(Report.failed + String(decoding: text, as: UTF8.self))
    }
}

/// What a new process says to the old one.
enum Report {
    static let ready = "ready\n"
    static let ending = "ending\n"
    static let failed = "failed\n"
}
