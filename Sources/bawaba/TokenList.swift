import ArgumentParser
import Bytes
import Identity
import Reactor
import Redis

/// `bawaba token list`
struct TokenList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List tokens, without their secrets, which nobody has.",
        discussion: "Redis is walked in small steps (SCAN), so that the gateway goes on meanwhile.")

    @OptionGroup(title: "Redis") var store: StoreOptions

    @Option(help: "Only the tokens of this organization.")
    var org: String?

    @Option(help: ArgumentHelp("Stop after so many.", valueName: "count"))
    var max: Int = Bounds.tokensListed

    @Option(help: "text for people, json (one object a line) for programs.")
    var format = OutputFormat.text

    func validate() throws {
        guard max > 0 else { throw ValidationError("--max must be at least 1") }
    }

    func run() throws {
        let place = try store.place()
        var redis = try BlockingRedis.connect(place)
        var walk = TokenWalk(place: place, org: org, max: max)
        while !walk.isDone { try walk.step(&redis) }
        let now = Clock().unixSeconds
        let tokens = walk.found.sorted { $0.id < $1.id }
        switch format {
        case .text: printTable(tokens, now: now)
        case .json: for token in tokens { Terminal.out(token.json(now: now)) }
        }
        if walk.isCut {
            Terminal.error("There are more than \(max): raise --max, or name an --org.")
        }
    }

    private func printTable(_ tokens: [TokenDetails], now: Int) {
        var rows = [["ID", "ORG", "USER", "NAME", "ABILITIES", "EXPIRES", "STATUS"]]
        for token in tokens {
            rows.append([
                "\(token.id)", Terminal.clean(token.org), Terminal.clean(token.user ?? "-"),
                Terminal.clean(token.name ?? "-"), token.abilityText,
                token.expiresAt.map(RFC3339.text) ?? "never", token.status(now: now),
            ])
        }
        Terminal.out(Terminal.table(rows))
    }
}

/// The way through all tokens' keys.
private struct TokenWalk {
    let place: StorePlace
    let org: String?
    let max: Int
    private(set) var found: [TokenDetails] = []
    private(set) var isDone = false
    /// Whether there was one token more than `max`.
    private(set) var isCut = false
    private var cursor: [UInt8] = [UInt8(ascii: "0")]
    private var seen: Set<Int> = []

    init(place: StorePlace, org: String?, max: Int) {
        self.place = place
        self.org = org
        self.max = max
    }

    /// One SCAN, and the records that it names.
    mutating func step(_ redis: inout BlockingRedis) throws(CommandFault) {
        var ids: [Int] = []
        let unexpected = redis.unexpected()
        let start = cursor
        var next: [UInt8] = []
        try redis.ask { pipeline in
            TokenStore.writeList(cursor: start.span, prefix: place.prefix.span, into: &pipeline)
        } read: { (reply) throws(CommandFault) in
            guard reply.kind == .array, reply.count == 2 else { throw unexpected }
            next = reply.element(0).bytes.toArray()
            let keys = reply.element(1)
            for index in 0..<keys.count {
                // `token:` and digits; others, such as `token:7:x`, are not ours.
                let start = min(place.prefix.count + 6, keys.element(index).bytes.count)
                let digits = keys.element(index).bytes.extracting(start...)
                if let id = digits.decimalValue() { ids.append(id) }
            }
        }
        cursor = next
        isDone = cursor.elementsEqual("0".utf8)
        try read(ids.filter { seen.insert($0).inserted }, &redis)
    }

    private mutating func read(
        _ ids: [Int], _ redis: inout BlockingRedis
    ) throws(CommandFault) {
        var position = 0
        var tokens: [TokenDetails] = []
        try redis.ask { pipeline in
            for id in ids {
                _ = TokenStore.writeShow(id: id, prefix: place.prefix.span, into: &pipeline)
            }
            return ids.count
        } read: { (reply) throws(CommandFault) in
            // Nil for one that ended meanwhile.
            if let token = TokenDetails(id: ids[position], reply) { tokens.append(token) }
            position += 1
        }
        for token in tokens where org == nil || token.org == org {
            guard found.count < max else {
                isCut = true
                isDone = true
                return
            }
            found.append(token)
        }
    }
}
