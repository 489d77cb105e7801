import ArgumentParser
import Bytes
import Identity
import Redis

/// `bawaba widget list`
struct WidgetList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List widgets.",
        discussion: "Redis is walked in small steps (SCAN), so that the gateway goes on meanwhile.")

    @OptionGroup(title: "Redis") var store: StoreOptions

    @Option(help: "Only the widgets of this organization.")
    var org: String?

    @Option(help: ArgumentHelp("Stop after so many.", valueName: "count"))
    var max: Int = Bounds.tokensListed

    @Option(help: "text for people, json (one object a line) for programs.")
    var format = OutputFormat.text

    func validate() throws {
        guard max > 0 else { throw ValidationError("--max must be at least 1") }
    }

    func run() throws {
        let id = try org.map { org throws(CommandFault) in try OrganizationDetails.embedID(org) }
        let only = id ?? []
        let place = try store.place()
        var redis = try BlockingRedis.connect(place)
        let walk = try KeyWalk(&redis, head: place.prefix + Array("widget:".utf8), max: max) {
            WidgetStore.writeList(
                cursor: $0, org: only.span, prefix: place.prefix.span, into: &$1)
        }
        var widgets: [WidgetDetails] = []
        for name in walk.names {
            // A slug holds no colon, an organization's id may.
            guard let colon = name.lastIndex(of: UInt8(ascii: ":")) else { continue }
            let (org, slug) = (Array(name[..<colon]), Array(name[(colon + 1)...]))
            guard EmbedNames.isOrganization(org.span), EmbedNames.isSlug(slug.span),
                let widget = try redis.widget(org, slug, place), id == nil || id == org
            else { continue }
            widgets.append(widget)
        }
        switch format {
        case .text: Terminal.out(Terminal.table([WidgetDetails.header] + widgets.map(\.row)))
        case .json: for widget in widgets { Terminal.out(widget.json) }
        }
        if walk.isCut {
            Terminal.error("There are more than \(max): raise --max, or name an --org.")
        }
    }
}
