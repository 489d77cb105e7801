import ArgumentParser
import Bytes
import Identity
import JSON
import Reactor
import Redis

/// `bawaba embed-key list`
struct EmbedKeyList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List an organization's keys, without their secrets.",
        discussion: "MASTER is the master key that a secret is sealed under.")

    @OptionGroup(title: "Redis") var store: StoreOptions

    @Argument(help: "The organization's id.")
    var org: String

    @Option(help: "text for people, json (one object a line) for programs.")
    var format = OutputFormat.text

    func run() throws {
        let id = try OrganizationDetails.embedID(org)
        let place = try store.place()
        var redis = try BlockingRedis.connect(place)
        let head = place.prefix + Array("embed-key:".utf8) + id + [UInt8(ascii: ":")]
        let walk = try KeyWalk(&redis, head: head, max: Int.max) {
            EmbedKeyRecord.writeList(
                cursor: $0, org: id.span, prefix: place.prefix.span, into: &$1)
        }
        let current = try redis.currentEmbedKey(id, place)
        var keys: [EmbedKeyDetails] = []
        for kid in walk.names where EmbedNames.isKeyID(kid.span) {
            guard let sealed = try redis.sealedEmbedKey(id, kid, place) else { continue }
            keys.append(EmbedKeyDetails(org: org, kid: kid, sealed, isCurrent: kid == current))
        }
        let now = Clock().unixSeconds
        switch format {
        case .text:
            let header = ["KID", "MADE", "AGE", "CURRENT", "MASTER"]
            Terminal.out(Terminal.table([header] + keys.map { $0.row(now: now) }))
        case .json: for key in keys { Terminal.out(key.json) }
        }
        if !keys.contains(where: \.isCurrent) {
            Terminal.error(
                "\(org) has no key to sign with: bawaba embed-key rotate \(store.words) \(org)")
        }
    }
}

/// What Redis tells of a key without its secret.
private struct EmbedKeyDetails {
    let org: String
    let kid: String
    /// Unix seconds; nil when its id does not say.
    let madeAt: Int?
    let isCurrent: Bool
    /// The master key's id; nil for what is no sealed secret.
    let master: String?

    init(org: String, kid: [UInt8], _ sealed: [UInt8], isCurrent: Bool) {
        self.org = org
        self.kid = String(decoding: kid, as: UTF8.self)
        self.isCurrent = isCurrent
        madeAt = EmbedKeyID.madeAt(kid.span)
        master = MasterKeys.masterKeyID(of: sealed.span).map { String(decoding: $0, as: UTF8.self) }
    }

    func row(now: Int) -> [String] {
        let days = madeAt.map { "\(max(now - $0, 0) / 86_400) d" }
        return [
            kid, madeAt.map(RFC3339.text) ?? "unknown", days ?? "unknown", isCurrent ? "yes" : "no",
            master ?? "unusable",
        ]
    }

    var json: String {
        var line = ByteBuffer()
        line.append("{\"org\":")
        line.appendJSON(string: org)
        line.appendJSON(name: "kid", kid)
        line.append(",\"made_at\":")
        line.append(string: madeAt.map { String($0) } ?? "null")
        line.append(isCurrent ? ",\"current\":true" : ",\"current\":false")
        line.appendJSON(name: "master_key", master)
        line.append("}")
        return line.span.toString()
    }
}
