import Bytes
import Identity
import JSON
import Redis

/// What Redis holds of a widget.
struct WidgetDetails {
    let org: String
    let slug: String
    /// Nil when it cannot be read, which the gateway treats as a fault.
    let record: WidgetRecord?

    /// Origins one by one; empty for any.
    private var origins: [String] {
        (record?.origins ?? []).split(separator: ASCII.space)
            .map { String(decoding: $0, as: UTF8.self) }
    }

    private var status: String {
        record.map { $0.isEnabled ? "enabled" : "disabled" } ?? "unusable"
    }

    private var originText: String {
        origins.isEmpty ? "any" : origins.joined(separator: ", ")
    }

    private var ttlText: String { "\(record?.ttlSecondsMax ?? Bounds.embedTTLSecondsMax) s" }

    static let header = ["ORG", "SLUG", "STATUS", "MAX TTL", "ORIGINS"]

    var row: [String] {
        [Terminal.clean(org), Terminal.clean(slug), status, ttlText, originText]
    }

    /// One line per property.
    var text: String {
        """
        org        \(Terminal.clean(org))
        slug       \(Terminal.clean(slug))
        status     \(status)
        origins    \(originText)
        max ttl    \(ttlText)
        """
    }

    /// One object on one line.
    var json: String {
        var line = ByteBuffer()
        line.append("{\"org\":")
        line.appendJSON(string: org)
        line.appendJSON(name: "slug", slug)
        line.appendJSON(name: "status", status)
        line.append(",\"origins\":[")
        for (index, origin) in origins.enumerated() {
            if index > 0 { line.append(",") }
            line.appendJSON(string: origin)
        }
        line.append("],\"max_ttl\":")
        line.append(string: record?.ttlSecondsMax.map { String($0) } ?? "null")
        line.append("}")
        return line.span.toString()
    }

    /// A slug as it stands in keys.
    static func slugBytes(_ text: String) throws(CommandFault) -> [UInt8] {
        let bytes = Array(text.utf8)
        guard EmbedNames.isSlug(bytes.span) else {
            throw CommandFault(
                "that is no widget's slug",
                remedy: "a slug is 1 to \(Bounds.embedSlugBytesMax) letters, digits, dots, "
                    + "underscores and hyphens")
        }
        return bytes
    }
}

extension OrganizationDetails {
    /// An organization's id as it stands in embed tokens.
    static func embedID(_ text: String) throws(CommandFault) -> [UInt8] {
        let id = try id(text)
        guard EmbedNames.isOrganization(id.span) else {
            throw CommandFault(
                "that organization's id cannot stand in a token",
                remedy: "it must hold no quotes and no backslashes")
        }
        return id
    }
}

extension BlockingRedis {
    /// What is stored of a widget; nil when there is none.
    mutating func widget(
        _ org: [UInt8], _ slug: [UInt8], _ place: StorePlace
    ) throws(CommandFault) -> WidgetDetails? {
        var details: WidgetDetails?
        let unexpected = unexpected()
        try ask { pipeline in
            WidgetRecord.writeLookup(
                org: org.span, slug: slug.span, prefix: place.prefix.span, into: &pipeline)
            return 1
        } read: { (reply) throws(CommandFault) in
            let (org, slug) = (
                String(decoding: org, as: UTF8.self), String(decoding: slug, as: UTF8.self)
            )
            do throws(RedisFault) {
                guard let record = try WidgetRecord.read(reply) else { return }
                details = WidgetDetails(org: org, slug: slug, record: record)
            } catch {
                guard error == .invalidRecord else { throw unexpected }
                details = WidgetDetails(org: org, slug: slug, record: nil)
            }
        }
        return details
    }
}
