import ArgumentParser
import Redis

/// `bawaba widget show`
struct WidgetShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show what is stored of a widget.")

    @OptionGroup(title: "Redis") var store: StoreOptions

    @OptionGroup var name: WidgetName

    @Option(help: "text for people, json for programs.")
    var format = OutputFormat.text

    func run() throws {
        let org = try OrganizationDetails.embedID(name.org)
        let slug = try WidgetDetails.slugBytes(name.slug)
        let place = try store.place()
        var redis = try BlockingRedis.connect(place)
        guard let details = try redis.widget(org, slug, place) else {
            throw CommandFault(
                "\(name.org) has no widget \(name.slug) at \(place.name)",
                remedy: "make it: bawaba widget set \(store.words) \(name.org) \(name.slug)")
        }
        Terminal.out(format == .text ? details.text : details.json)
    }
}
