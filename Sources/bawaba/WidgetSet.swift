import ArgumentParser
import Bytes
import Identity
import Redis

/// `bawaba widget set`
struct WidgetSet: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Make a widget, or change one.",
        discussion: """
            A new widget is enabled, for any origin, with tokens of up to a day. What is not named \
            stays as it is.

              bawaba widget set --config gateway.yaml acme marketing-site
              bawaba widget set --config gateway.yaml acme shop \\
                  --origin https://shop.example.com --max-ttl 1h
              bawaba widget set --config gateway.yaml acme shop --disable
            """)

    enum Status: EnumerableFlag {
        case enable
        case disable

        static func help(for value: Status) -> ArgumentHelp? {
            switch value {
            case .enable: "Make tokens for it."
            case .disable: "Make no tokens for it, and accept none."
            }
        }
    }

    @OptionGroup(title: "Redis") var store: StoreOptions

    @OptionGroup var name: WidgetName

    @Flag(exclusivity: .exclusive)
    var status: Status?

    @Option(
        help: ArgumentHelp(
            "An origin that may show it, as browsers send it; repeat it for more. They replace "
                + "the list.", valueName: "https://host"))
    var origin: [String] = []

    @Flag(help: "Any origin may show it.")
    var anyOrigin = false

    @Option(
        help: ArgumentHelp(
            "The longest life of its tokens: 60s to 1d, such as 900, 15m or 1h.",
            valueName: "time"))
    var maxTtl: String?

    @Option(help: "text for people, json for programs.")
    var format = OutputFormat.text

    func validate() throws {
        guard !anyOrigin || origin.isEmpty else {
            throw ValidationError("--any-origin says that no --origin is to be named")
        }
    }

    func run() throws {
        let org = try OrganizationDetails.embedID(name.org)
        let slug = try WidgetDetails.slugBytes(name.slug)
        let origins = try originList()
        let ttl = try maxTtl.map { text throws(CommandFault) in try Self.seconds(text) }
        let place = try store.place()
        var redis = try BlockingRedis.connect(place)
        let before = try redis.widget(org, slug, place)
        if let before, before.record == nil {
            throw CommandFault(
                "the record of that widget cannot be read, so that nothing of it can be kept",
                remedy: "delete the key widget:\(name.org):\(name.slug) in Redis and set it anew")
        }
        let bytes = anyOrigin ? [] : origins ?? before?.record?.origins ?? []
        let record = WidgetRecord(
            isEnabled: status.map { $0 == .enable } ?? before?.record?.isEnabled ?? true,
            origins: bytes.span, ttlSecondsMax: ttl ?? before?.record?.ttlSecondsMax)
        guard let record else {
            throw CommandFault("the widget cannot be stored", remedy: "name fewer origins")
        }
        try redis.ask { pipeline in
            WidgetStore.writeSet(
                record, org: org.span, slug: slug.span, prefix: place.prefix.span,
                into: &pipeline)
        }
        let details = WidgetDetails(org: name.org, slug: name.slug, record: record)
        Terminal.out(format == .text ? details.text : details.json)
    }

    /// The list as it is stored; nil when none is named.
    private func originList() throws(CommandFault) -> [UInt8]? {
        if origin.isEmpty { return nil }
        for text in origin {
            let bytes = Array(text.utf8)
            guard !text.isEmpty, !text.contains(" "), WidgetRecord.isOriginList(bytes.span) else {
                throw CommandFault(
                    "--origin \(Terminal.clean(text)) is no origin",
                    remedy: "write scheme, host and port as browsers send them: "
                        + "https://shop.example.com")
            }
        }
        let bytes = Array(origin.joined(separator: " ").utf8)
        guard WidgetRecord.isOriginList(bytes.span) else {
            throw CommandFault(
                "the origins are more than \(Bounds.widgetOriginsBytesMax) bytes",
                remedy: "name fewer, or --any-origin")
        }
        return bytes
    }

    private static func seconds(_ text: String) throws(CommandFault) -> Int {
        let units: [Character: Int] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
        let factor = text.last.flatMap { units[$0] }
        let digits = factor == nil ? text[...] : text.dropLast()
        let range = Bounds.embedTTLSecondsMin...Bounds.embedTTLSecondsMax
        let isNumber = digits.utf8.allSatisfy { ASCII.isDigit($0) } && digits.utf8.count <= 6
        guard isNumber, let count = Int(digits), range.contains(count * (factor ?? 1)) else {
            throw CommandFault(
                "--max-ttl \(Terminal.clean(text)) is no time that a token can live",
                remedy: "write \(range.lowerBound)s to \(range.upperBound)s, such as 15m or 1h")
        }
        return count * (factor ?? 1)
    }
}
