import Bytes
import Document
import Upstream

/// Of an upstream: how its targets are checked.
extension PolicyReader {
    /// `health`; nil when the upstream has none. How many checks in a row count is the target
    /// group's business.
    func healthCheck(_ upstream: Section, _ settings: inout TargetSettings) -> HealthCheck? {
        guard let section = upstream.section("health") else { return nil }
        defer { section.finish() }
        let streaks = 1...Bounds.streakCeiling
        settings.healthyChecks = section.count("healthy", in: streaks) ?? settings.healthyChecks
        settings.unhealthyChecks =
            section.count("unhealthy", in: streaks) ?? settings.unhealthyChecks
        let interval =
            section.duration(
                "interval",
                in: Bounds.healthIntervalMillisecondsMin...Bounds.timeoutMillisecondsMax)
            ?? Bounds.healthIntervalMilliseconds
        let timeout =
            section.duration("timeout", in: 1...Bounds.timeoutMillisecondsMax)
            ?? min(Bounds.healthTimeoutMilliseconds, interval)
        if timeout > interval {
            findings.error(
                "`\(section.path("timeout"))` is longer than the time between two checks",
                at: section.mark(of: "timeout"),
                remedy: "write \(Units.text(milliseconds: interval)) or less")
        }
        let status = expectedStatus(section)
        guard let path = checkPath(section) else { return nil }
        return HealthCheck(
            path: path, intervalMilliseconds: interval, timeoutMilliseconds: timeout,
            expectedStatus: status)
    }

    private func checkPath(_ section: Section) -> [UInt8]? {
        let remedy = "name a path that answers 2xx when the target is well: `path: /up`"
        guard section.required("path", remedy: remedy) != nil,
            let (text, node) = section.text("path")
        else { return nil }
        let isPath =
            text.hasPrefix("/") && text.utf8.count <= Bounds.healthPathBytesMax
            && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") }
        if isPath { return Array(text.utf8) }
        section.refuse("path", node, because: "is \"\(text)\", not a path", remedy: remedy)
        return nil
    }

    /// `200` or `200-299`.
    private func expectedStatus(_ section: Section) -> ClosedRange<Int> {
        let fallback = 200...299
        guard let (text, node) = section.text("expected_status") else { return fallback }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        if let low = ends.first ?? nil, let high = ends.last ?? nil, ends.count <= 2,
            low >= 200, low <= high, high <= 599
        {
            return low...high
        }
        section.refuse(
            "expected_status", node, because: "is \"\(text)\", not a status",
            remedy: "write one from 200 to 599, or a range: 200-299")
        return fallback
    }
}
