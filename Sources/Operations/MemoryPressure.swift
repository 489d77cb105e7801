import Bytes

/// How near the process is to its memory ceiling, and what is done about it.
@usableFromInline package enum MemoryPressure: Int, CaseIterable, Sendable {
    /// There is no ceiling, or it is far.
    case none
    /// Free memory is given back, and connections that are idle are closed.
    case reclaiming
    /// New connections are refused as well, and requests while it is that near.
    case refusing
    /// What holds the most is not read any more, and then cut.
    case shedding

    /// The word in readiness and metrics.
    package var text: StaticString {
        switch self {
        case .none: "none"
        case .reclaiming: "reclaiming"
        case .refusing: "refusing"
        case .shedding: "shedding"
        }
    }
}

/// A memory ceiling, and from where on what is done: each measure begins at a share of the ceiling
/// and ends below it.
package struct MemoryCeiling: Equatable, Sendable {
    /// The ceiling in bytes, above 0.
    package let bytes: Int

    package init(bytes: Int) { self.bytes = bytes }

    /// From how many bytes on a measure is taken.
    package func start(of pressure: MemoryPressure) -> Int {
        switch pressure {
        case .none: 0
        case .reclaiming: share(Bounds.memoryReclaimPercent)
        case .refusing: share(Bounds.memoryRefusePercent)
        case .shedding: share(Bounds.memoryShedPercent)
        }
    }

    /// Below how many bytes it ends before long.
    package func end(of pressure: MemoryPressure) -> Int {
        pressure == .none ? 0 : start(of: pressure) - share(Bounds.memoryHysteresisPercent)
    }

    /// From how many bytes on connections are cut, whether pausing has helped or not.
    package var cutStart: Int { share(Bounds.memoryCutPercent) }

    /// How long pausing or cutting has to show what it brings, in milliseconds.
    package func cutPause(resident: Int) -> Int {
        resident >= cutStart ? Bounds.memoryCutMilliseconds : Bounds.memoryPauseMilliseconds
    }

    /// What is to be done from now on: more at once, less step by step.
    ///
    /// - Parameters:
    ///   - resident: what the process takes, in bytes.
    ///   - calmMilliseconds: how long it has been below where `pressure` begins.
    package func next(
        after pressure: MemoryPressure, resident: Int, calmMilliseconds: Int
    ) -> MemoryPressure {
        for higher in MemoryPressure.allCases.reversed()
        where higher.rawValue > pressure.rawValue && resident >= start(of: higher) {
            return higher
        }
        let least =
            resident < end(of: pressure)
            ? Bounds.memorySettleMilliseconds : Bounds.memoryCalmMilliseconds
        guard resident < start(of: pressure), calmMilliseconds >= least else { return pressure }
        return MemoryPressure(rawValue: pressure.rawValue - 1) ?? .none
    }

    /// How soon to look again, in milliseconds: before memory could have filled up to the next
    /// measure.
    package func pause(at pressure: MemoryPressure, resident: Int) -> Int {
        let next = MemoryPressure(rawValue: pressure.rawValue + 1)
        let room = (next.map { start(of: $0) } ?? bytes) - resident
        return min(
            max(room / Bounds.memoryGrowthPerMillisecond, Bounds.memoryLookMillisecondsMin),
            Bounds.memoryLookMilliseconds)
    }

    private func share(_ percent: Int) -> Int { bytes / 100 * percent }
}
