import ArgumentParser
import Bytes
import Identity
import Reactor
import Redis

/// `bawaba token create`
struct TokenCreate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Make a token and print it, once.",
        discussion: """
            Standard output gets the token alone, so that TOKEN=$(bawaba token create …) works; \
            what is said about it goes to standard error.

              bawaba token create --config gateway.yaml --org acme --abilities read,send
              bawaba token create --config gateway.yaml --org acme --abilities read \\
                  --user 42 --name ci --expires 30d
            """)

    @OptionGroup(title: "Redis") var store: StoreOptions

    @Option(help: "The organization that the token acts for, and whose quota it spends.")
    var org: String

    @Option(
        name: [.customLong("abilities"), .customLong("ability")],
        help: ArgumentHelp(
            "What it may do, separated by commas: read, write, send, admin, or * for all.",
            valueName: "list"))
    var abilities: [String]

    @Option(help: "The user that it acts for.")
    var user: String?

    @Option(help: "What people call it, such as the program that uses it.")
    var name: String?

    @Option(
        help: ArgumentHelp(
            "When it ends: 30d, 12h, 90m from now; 2030-01-31T12:00:00Z; or Unix seconds. "
                + "Without it, never.", valueName: "time"))
    var expires: String?

    @Option(help: "Its id, for a token that a back end knows by a number. Without it, random.")
    var id: TokenID?

    @Option(help: "text prints the token alone; json an object with all that is stored.")
    var format = OutputFormat.text

    @Flag(name: .shortAndLong, help: "Say nothing on standard error.")
    var quiet = false

    func validate() throws { try id?.checkSecret() }

    func run() throws {
        let now = Clock().unixSeconds
        let fields = try fields(now: now)
        let place = try store.place()
        var redis = try BlockingRedis.connect(place)
        let token = try reserve(&redis, place)
        try redis.ask { pipeline in
            TokenStore.writeFields(
                fields, id: token.id, digest: token.digest, prefix: place.prefix.span,
                into: &pipeline)
        }
        switch format {
        case .text: Terminal.out(token.text)
        case .json:
            let details = TokenDetails(id: token.id, fields)
            Terminal.out(details.json(now: now, token: token.text))
        }
        guard !quiet else { return }
        Terminal.error(
            "Token \(token.id) of \(org). It is shown only now: Redis keeps its digest. "
                + "To end it: bawaba token revoke \(store.words) \(token.id)")
    }

    /// Takes an id that no token has.
    private func reserve(
        _ redis: inout BlockingRedis, _ place: StorePlace
    ) throws(CommandFault) -> NewToken {
        // A second random id that is taken as well does not happen: 2^52 of them.
        for _ in 0..<3 {
            let token = NewToken(id: id?.number)
            var isFree = false
            try redis.ask { pipeline in
                TokenStore.writeReserve(
                    id: token.id, digest: token.digest, prefix: place.prefix.span, into: &pipeline)
            } read: { (reply) throws(CommandFault) in
                isFree = reply.integer == 1
            }
            if isFree { return token }
            if id != nil { break }
        }
        let taken = id.map { "\($0.number)" } ?? "that was drawn"
        throw CommandFault(
            "there is a token with the id \(taken) already",
            remedy:
                "choose another --id, or end that one: bawaba token revoke \(store.words) \(taken)")
    }

    private func fields(now: Int) throws(CommandFault) -> TokenFields {
        let list = try AbilityOption.list(abilities)
        var end: Int?
        if let expires { end = try ExpiryTime.unixSeconds(expires, now: now) }
        if let name, name.isEmpty || name.utf8.count > 255 {
            throw CommandFault("--name must be 1 to 255 bytes", remedy: "shorten it")
        }
        let fields = TokenFields(
            org: org, user: user, abilities: list, name: name, expiresAt: end)
        guard let fields else {
            throw CommandFault(
                "--org or --user is no id",
                remedy: "an id is 1 to \(Bounds.subjectBytesMax) visible ASCII characters, "
                    + "without spaces")
        }
        guard fields.abilitiesJSON.count <= Bounds.abilitiesBytesMax else {
            throw CommandFault(
                "--abilities are more than \(Bounds.abilitiesBytesMax) bytes, which go upstream "
                    + "with every request", remedy: "name fewer, or *")
        }
        return fields
    }
}

/// Abilities as commands take them.
enum AbilityOption {
    /// The names in lists that commas separate, each once.
    static func list(_ texts: [String]) throws(CommandFault) -> [String] {
        var list: [String] = []
        for text in texts.flatMap({ $0.split(separator: ",", omittingEmptySubsequences: false) }) {
            let isVisible = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
            guard !text.isEmpty, isVisible else {
                throw CommandFault(
                    "--abilities holds an ability without a name, or one with a space in it",
                    remedy: "separate names by commas alone: read,send")
            }
            if !list.contains(String(text)) { list.append(String(text)) }
        }
        return list
    }
}
