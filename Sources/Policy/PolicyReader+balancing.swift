import Bytes
import Document
import HTTP
import Upstream

/// Of an upstream: how its targets share the requests, and what becomes of one that fails.
extension PolicyReader {
    func targetSettings(_ section: Section, _ speaks: UpstreamProtocol) -> TargetSettings {
        var settings = TargetSettings()
        settings.sharesConnections = speaks == .http2
        if let kept = section.count("kept_connections", in: 0...10_000) {
            settings.keptConnections = kept
        }
        if let balance = balance(section) { settings.balance = balance }
        let loads = 1...Bounds.upstreamLoadCeiling
        settings.connectionsMax = section.count("max_connections", in: loads) ?? .max
        settings.requestsMax = section.count("max_requests", in: loads) ?? .max
        settings.outliers = outliers(section)
        let times = 0...Bounds.timeoutMillisecondsMax
        if let milliseconds = section.duration("slow_start", in: times) {
            settings.slowStartMilliseconds = milliseconds
        }
        settings.retries = retries(section)
        return settings
    }

    private enum BalanceWord: String, CaseIterable {
        case roundRobin = "round_robin"
        case leastRequests = "least_requests"
    }

    private func balance(_ section: Section) -> Balance? {
        guard let value = section.value("balance") else { return nil }
        guard value.mapping != nil else {
            guard value.text != "hash" else {
                section.refuse(
                    "balance", value, because: "does not say what to hash",
                    remedy: "write `balance: {hash: org}`, or a field: `{hash: X-Session-Id}`")
                return nil
            }
            switch section.choice("balance", of: BalanceWord.self) {
            case .roundRobin?: return .roundRobin
            case .leastRequests?: return .leastRequests
            case nil: return nil
            }
        }
        guard let inner = section.section("balance") else { return nil }
        defer { inner.finish() }
        let remedy = "write `hash: org`, or a field of the request: `hash: X-Session-Id`"
        guard inner.required("hash", remedy: remedy) != nil, let (text, node) = inner.text("hash")
        else { return nil }
        if text == "org" { return .hash(.organization) }
        guard !text.isEmpty, text.utf8.allSatisfy({ ASCII.isTokenByte($0) }) else {
            inner.refuse("hash", node, because: "is no field's name", remedy: remedy)
            return nil
        }
        let name = Array(text.lowercased().utf8)
        if FieldNameSet.hopByHop.union(.edgeOnly).contains(FieldName(name.span)) {
            inner.refuse(
                "hash", node, because: "is \"\(text)\", which is dropped before requests are sent",
                remedy: "hash another field, or `org`")
            return nil
        }
        return .hash(.field(name))
    }

    /// `outlier_detection`: `off`, or a mapping.
    private func outliers(_ section: Section) -> OutlierDetection? {
        var outliers = OutlierDetection()
        guard section.has("outlier_detection"), let value = section.value("outlier_detection")
        else { return outliers }
        if value.text == "off" { return nil }
        guard let inner = section.section("outlier_detection") else { return outliers }
        defer { inner.finish() }
        let times = 1...Bounds.timeoutMillisecondsMax
        if let count = inner.count("consecutive_failures", in: 1...Bounds.streakCeiling) {
            outliers.failures = count
        }
        let base = inner.duration("base_ejection_time", in: times)
        let most = inner.duration("max_ejection_time", in: times)
        outliers.baseMilliseconds = base ?? outliers.baseMilliseconds
        outliers.mostMilliseconds =
            most ?? max(outliers.mostMilliseconds, outliers.baseMilliseconds)
        if outliers.mostMilliseconds < outliers.baseMilliseconds {
            findings.error(
                "`\(inner.path("max_ejection_time"))` is shorter than the first ejection",
                at: inner.mark(of: "max_ejection_time"),
                remedy: "write \(Units.text(milliseconds: outliers.baseMilliseconds)) or more, or "
                    + "a shorter `base_ejection_time`")
        }
        return outliers
    }

    /// `retries`: none unless it says so.
    private func retries(_ section: Section) -> RetrySettings {
        var retries = RetrySettings()
        guard let inner = section.section("retries") else { return retries }
        defer { inner.finish() }
        retries.most = inner.count("max", in: 0...Bounds.retriesCeiling) ?? Bounds.retriesMax
        guard let (text, node) = inner.text("budget") else { return retries }
        if text.hasSuffix("%"), let percent = Int(text.dropLast()), (0...100).contains(percent) {
            retries.budgetPercent = percent
        } else {
            inner.refuse(
                "budget", node, because: "is \(node.kindText), not a share of the requests",
                remedy: "write 0% to 100%, such as \(Bounds.retryBudgetPercent)%")
        }
        return retries
    }
}
