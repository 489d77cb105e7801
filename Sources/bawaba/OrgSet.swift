import ArgumentParser
import Bytes
import Quota
import Redis

/// `bawaba org set`
struct OrgSet: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Change an organization's status or limits.",
        discussion: """
            bawaba org set --config gateway.yaml acme --limit standard=1000/60s
            bawaba org set --config gateway.yaml acme --limit sending=60/1m:10 --activate
            bawaba org set --config gateway.yaml acme --clear-limit standard
            bawaba org set --config gateway.yaml acme --suspend
            """)

    enum Status: EnumerableFlag {
        case activate
        case suspend

        static func help(for value: Status) -> ArgumentHelp? {
            switch value {
            case .activate: "Let its tokens work again."
            case .suspend: "Answer all its tokens' requests with 403."
            }
        }
    }

    @OptionGroup(title: "Redis") var store: StoreOptions

    @Argument(help: "The organization's id.")
    var org: String

    @Option(
        help: ArgumentHelp(
            "A limit in place of the policy's: so many requests per period, and so many at once "
                + "(without :burst, as many as per period).",
            valueName: "name=requests/period[:burst]"))
    var limit: [String] = []

    @Option(help: ArgumentHelp("Back to the policy's limit.", valueName: "name"))
    var clearLimit: [String] = []

    @Flag(exclusivity: .exclusive)
    var status: Status?

    func validate() throws {
        guard status != nil || !limit.isEmpty || !clearLimit.isEmpty else {
            throw ValidationError(
                "say what to change: --limit name=100/60s, --clear-limit name, --suspend or "
                    + "--activate")
        }
    }

    func run() throws {
        let limits = try limit.map { text throws(CommandFault) in try LimitText(text) }
        let id = try OrganizationDetails.id(org)
        let place = try store.place()
        for name in limits.map(\.name) + clearLimit { try place.checkLimit(name) }
        var redis = try BlockingRedis.connect(place)
        let prefix = place.prefix
        try redis.ask { pipeline in
            var replies = 0
            for limit in limits {
                OrganizationRecord.writeLimit(
                    limit.value, name: limit.nameBytes.span, org: id.span, prefix: prefix.span,
                    into: &pipeline)
                replies += 1
            }
            for name in clearLimit {
                let nameBytes = Array(name.utf8)
                OrganizationRecord.writeLimit(
                    nil, name: nameBytes.span, org: id.span, prefix: prefix.span, into: &pipeline)
                replies += 1
            }
            if let status {
                OrganizationRecord.writeStatus(
                    status == .suspend ? "suspended" : "active", org: id.span,
                    prefix: prefix.span, into: &pipeline)
                replies += 1
            }
            return replies
        }
        let details = try redis.organization(id, place)
        Terminal.out(details.text)
    }
}

/// A limit as operators write it: `standard=100/60s`, `sending=60/1m:10`.
struct LimitText {
    let name: String
    /// As Redis keeps it (see `QuotaLimit`): `60/60:10`.
    let value: [UInt8]

    var nameBytes: [UInt8] { Array(name.utf8) }

    init(_ text: String) throws(CommandFault) {
        let fault = CommandFault(
            "--limit \(text) is no limit",
            remedy: "write name=requests/period, such as standard=100/60s or standard=100/1m:20")
        guard let equals = text.firstIndex(of: "="), equals != text.startIndex else { throw fault }
        name = String(text[..<equals])
        let rest = text[text.index(after: equals)...]
        guard let slash = rest.firstIndex(of: "/") else { throw fault }
        let requests = rest[..<slash]
        let parts = rest[rest.index(after: slash)...].split(
            separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let seconds = Self.seconds(parts[0]) else { throw fault }
        let most = Int(requests).flatMap {
            QuotaLimit.burstMax(requests: $0, periodSeconds: seconds)
        }
        var stored = "\(requests)/\(seconds)"
        if parts.count == 2 { stored += ":\(parts[1])" }
        value = Array(stored.utf8)
        guard QuotaLimit(value.span) != nil else {
            // Without a burst it is the requests, which are back within one period.
            if let most, parts.count == 2, let burst = Int(parts[1]), burst > most {
                throw CommandFault(
                    "--limit \(text): a burst of \(burst) takes more than 104 days to come back "
                        + "(burst × period / requests)",
                    remedy: "write :\(most) or less behind the period, or raise the rate")
            }
            throw CommandFault(
                "--limit \(text): a number is 0 or too large",
                remedy: "periods go up to 31 days, and requests up to \(Bounds.limitRequestsMax)")
        }
    }

    private static func seconds(_ text: Substring) -> Int? {
        if let seconds = Int(text) { return seconds }
        let factor: Int
        switch text.last {
        case "s": factor = 1
        case "m": factor = 60
        case "h": factor = 3_600
        case "d": factor = 86_400
        default: return nil
        }
        guard let count = Int(text.dropLast()) else { return nil }
        let (seconds, overflow) = count.multipliedReportingOverflow(by: factor)
        return overflow ? nil : seconds
    }
}

extension StorePlace {
    /// Refuses a limit that the policy does not have, where the policy is known: an override of it
    /// would be without effect.
    func checkLimit(_ name: String) throws(CommandFault) {
        guard let limitNames, !limitNames.contains(name) else { return }
        throw CommandFault(
            "the policy has no limit `\(name)`",
            remedy: limitNames.isEmpty
                ? "add it below `limits:` first" : "it has: \(limitNames.joined(separator: ", "))")
    }
}
