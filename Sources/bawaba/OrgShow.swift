import ArgumentParser
import Bytes
import JSON
import Quota
import Redis

/// `bawaba org show`
struct OrgShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show an organization's status and limits of its own.")

    @OptionGroup(title: "Redis") var store: StoreOptions

    @Argument(help: "The organization's id.")
    var org: String

    @Option(help: "text for people, json for programs.")
    var format = OutputFormat.text

    func run() throws {
        let id = try OrganizationDetails.id(org)
        let place = try store.place()
        var redis = try BlockingRedis.connect(place)
        let details = try redis.organization(id, place)
        Terminal.out(format == .text ? details.text : details.json)
    }
}

/// What Redis holds of an organization.
struct OrganizationDetails {
    let org: String
    var status = "active"
    /// Overrides of the policy's limits, as they are stored, by name.
    var limits: [(name: String, value: String)] = []

    /// Reads the reply of `OrganizationRecord.writeShow`.
    init(org: String, _ reply: borrowing RedisReply) {
        self.org = org
        for index in stride(from: 0, to: reply.count - 1, by: 2) {
            let field = reply.element(index).bytes.toString()
            let value = reply.element(index + 1).bytes.toString()
            if field == "status" { status = value }
            if field.hasPrefix("limit:") { limits.append((String(field.dropFirst(6)), value)) }
        }
        limits.sort { $0.name < $1.name }
    }

    /// An organization's id as it stands in keys.
    static func id(_ text: String) throws(CommandFault) -> [UInt8] {
        let bytes = Array(text.utf8)
        let isVisible = bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        guard (1...Bounds.subjectBytesMax).contains(bytes.count), isVisible else {
            throw CommandFault(
                "that is no organization's id",
                remedy: "an id is 1 to \(Bounds.subjectBytesMax) visible ASCII characters")
        }
        return bytes
    }

    /// One line per property.
    var text: String {
        var lines = ["org        \(org)", "status     \(Terminal.clean(status))"]
        for limit in limits {
            lines.append("limit      \(Terminal.clean(limit.name)): \(Self.text(limit.value))")
        }
        if limits.isEmpty { lines.append("limits     the policy's") }
        return lines.joined(separator: "\n")
    }

    /// One object on one line.
    var json: String {
        var line = ByteBuffer()
        line.append("{\"org\":")
        line.appendJSON(string: org)
        line.appendJSON(name: "status", status)
        line.append(",\"limits\":{")
        for (index, limit) in limits.enumerated() {
            if index > 0 { line.append(",") }
            line.appendJSON(string: limit.name)
            line.append(":")
            line.appendJSON(string: limit.value)
        }
        line.append("}}")
        return line.span.toString()
    }

    /// `100/60:20` in words.
    private static func text(_ value: String) -> String {
        let bytes = Array(value.utf8)
        guard let limit = QuotaLimit(bytes.span), let slash = value.firstIndex(of: "/") else {
            return "\(Terminal.clean(value)) (cannot be read: requests are refused)"
        }
        let seconds = value[value.index(after: slash)...].prefix { $0 != ":" }
        return "\(value[..<slash]) per \(seconds) s, \(limit.burst) at once"
    }
}

extension BlockingRedis {
    /// What is stored of an organization.
    mutating func organization(
        _ id: [UInt8], _ place: StorePlace
    ) throws(CommandFault) -> OrganizationDetails {
        var details: OrganizationDetails?
        let org = String(decoding: id, as: UTF8.self)
        try ask { pipeline in
            OrganizationRecord.writeShow(org: id.span, prefix: place.prefix.span, into: &pipeline)
            return 1
        } read: { (reply) throws(CommandFault) in
            guard reply.kind == .array else { return }
            details = OrganizationDetails(org: org, reply)
        }
        guard let details else { throw unexpected() }
        return details
    }
}
