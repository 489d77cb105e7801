import Bytes
import Document
import Quota

extension PolicyReader {
    /// `limits`: rates of an organization by name.
    func limits() -> [LimitPolicy] {
        guard let entries = root.namedEntries("limits") else { return [] }
        bounded(entries, of: "limits")
        return entries.compactMap { entry in
            if let fault = limitNameFault(entry.key) {
                findings.error(
                    "\"\(entry.key)\" cannot be the name of a limit", at: entry.keyMark,
                    remedy: fault)
            }
            let section = Section(
                entry.value, name: "limits.\(entry.key)", at: entry.keyMark, findings: findings)
            defer { section.finish() }
            return rate(section, default: nil).flatMap { quota($0, section) }.map {
                LimitPolicy(name: entry.key, quota: $0)
            }
        }
    }

    /// `failed_lookups`: per client address.
    func failedLookups() -> RatePolicy {
        let standard = RatePolicy(requests: 30, periodSeconds: 60, burst: 30)
        guard let section = root.section("failed_lookups") else { return standard }
        defer { section.finish() }
        return rate(section, default: standard) ?? standard
    }

    /// A rate as it is counted; nil, and reported, when its burst takes too long to come back.
    private func quota(_ rate: RatePolicy, _ section: Section) -> QuotaLimit? {
        if let quota = QuotaLimit(
            requests: rate.requests, periodSeconds: rate.periodSeconds, burst: rate.burst)
        {
            return quota
        }
        let burstMax =
            QuotaLimit.burstMax(requests: rate.requests, periodSeconds: rate.periodSeconds) ?? 1
        let days = rate.burst * rate.periodSeconds / rate.requests / 86_400
        findings.error(
            "`\(section.path("burst"))` is \(rate.burst), which at this rate takes \(days) days to "
                + "come back (burst × period / requests); at most 104 can be counted",
            at: section.mark(of: "burst"),
            remedy: "write `burst: \(burstMax)` or less, or raise the rate")
        return nil
    }

    private func rate(_ section: Section, default standard: RatePolicy?) -> RatePolicy? {
        let burst = section.count("burst", in: 1...Bounds.rateRequestsMax)
        if standard == nil || !section.has("rate") {
            _ = section.required("rate", remedy: "say how many: `rate: 60 per minute`")
        }
        guard let (text, node) = section.text("rate") else { return nil }
        do throws(UnitFault) {
            let (requests, period) = try Units.rate(text)
            guard requests <= Bounds.rateRequestsMax, period <= Bounds.ratePeriodSecondsMax else {
                throw UnitFault(
                    remedy: "at most \(Bounds.rateRequestsMax) requests and one day are possible")
            }
            return RatePolicy(
                requests: requests, periodSeconds: period, burst: burst ?? requests)
        } catch {
            section.refuse("rate", node, because: "is \"\(text)\"", remedy: error.remedy)
            return nil
        }
    }

    private func limitNameFault(_ name: String) -> String? {
        if name == "none" { return "`limit: none` means no limit; choose another name" }
        let isPlain =
            (1...32).contains(name.utf8.count)
            && name.utf8.allSatisfy {
                ASCII.isDigit($0) || $0 &- UInt8(ascii: "a") < 26 || $0 == UInt8(ascii: "-")
                    || $0 == UInt8(ascii: "_")
            }
        return isPlain
            ? nil : "it becomes part of a Redis key: lower-case letters, digits, - and _ only"
    }
}
