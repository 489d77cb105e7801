import ArgumentParser
import Bytes
import Crypto
import Identity
import JSON
import Redis

/// `bawaba token import`
struct TokenImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Load a back end's tokens, once, from lines of JSON.",
        discussion: """
            A line is a token: {"id": 7, "hash": "<SHA-256 of the secret, 64 hexadecimal digits>", \
            "org": "acme", "abilities": ["read"], "user": "42", "name": "ci", "expires_at": \
            1900000000}. The first three must be there; abilities that are null or missing grant \
            nothing; expires_at is the earlier of the token's own and the configured lifetime's.

            All lines are read before the first is stored. A token that is there already is \
            replaced, so that an import may be repeated.

              php artisan bawaba:export | bawaba token import --config gateway.yaml
            """)

    @OptionGroup(title: "Redis") var store: StoreOptions

    @Argument(help: "The file; without it, standard input.")
    var file: String?

    @Flag(help: "Read and judge all lines, and store nothing.")
    var dryRun = false

    func run() throws {
        let text = try SecretFile.readLines(file ?? "-")
        var lines: [ImportedToken] = []
        var number = 0
        var faults = 0
        var start = 0
        while start < text.count {
            number += 1
            let end = text.span.firstIndex(of: ASCII.lf, from: start) ?? text.count
            let line = text.span.extracting(start..<end).trimmingWhitespace()
            start = end + 1
            if line.isEmpty { continue }
            do throws(ImportedToken.Fault) {
                lines.append(try ImportedToken(line))
            } catch {
                faults += 1
                if faults <= 20 { Terminal.error("line \(number): \(error.text)") }
            }
        }
        guard faults == 0 else {
            throw CommandFault(
                "\(faults) of \(number) lines are no tokens; nothing was stored",
                remedy: "correct them and import again")
        }
        guard !dryRun else { return Terminal.out("\(lines.count) tokens can be imported") }
        try importAll(lines)
        Terminal.out("\(lines.count) tokens imported")
    }

    private func importAll(_ lines: [ImportedToken]) throws {
        let place = try store.place()
        var redis = try BlockingRedis.connect(place)
        // A few hundred at a time: one answer is waited for per batch.
        var rest = lines[...]
        while !rest.isEmpty {
            let batch = rest.prefix(Bounds.importBatch)
            rest = rest.dropFirst(batch.count)
            try redis.ask { pipeline in
                batch.reduce(0) { replies, line in
                    replies
                        + TokenStore.writeImport(
                            line.fields, id: line.id, digest: line.digest,
                            prefix: place.prefix.span, into: &pipeline)
                }
            }
        }
    }
}

/// One line of an import.
struct ImportedToken {
    /// What is wrong with a line, without repeating any of it.
    enum Fault: Error {
        case notJSON
        case field(StaticString, StaticString)

        var text: String {
            switch self {
            case .notJSON: "it is no JSON object"
            case .field(let name, let what): "`\(name)` \(what)"
            }
        }
    }

    let id: Int
    let digest: SHA256Digest
    let fields: TokenFields

    init(_ line: Span<UInt8>) throws(Fault) {
        var tape = Tape()
        do throws(JSONFault) {
            try tape.parse(line)
        } catch {
            throw .notJSON
        }
        guard tape[0].kind == .object else { throw .notJSON }
        let members = Self.members(tape, line)
        guard let id = members["id"].flatMap({ Int($0) }), id > 0 else {
            throw .field("id", "must be a positive number")
        }
        let hash = Array((members["hash"] ?? "").utf8)
        guard let digest = SHA256Digest(hex: hash.span) else {
            throw .field("hash", "must be 64 hexadecimal digits")
        }
        guard let abilities = Self.abilities(members["abilities"] ?? "[]") else {
            throw .field("abilities", "must be a list of names, or null")
        }
        var expiresAt: Int?
        if let text = members["expires_at"] {
            guard let seconds = Int(text), seconds > 0 else {
                throw .field("expires_at", "must be Unix seconds, or null")
            }
            expiresAt = seconds
        }
        let fields = TokenFields(
            org: members["org"] ?? "", user: members["user"], abilities: abilities,
            name: members["name"], expiresAt: expiresAt)
        guard let fields else {
            throw .field("org", "or `user` is missing, or no id of visible ASCII characters")
        }
        self.id = id
        self.digest = digest
        self.fields = fields
    }

    /// The members as text: strings decoded, lists as they stand, nulls left out.
    private static func members(
        _ tape: borrowing Tape, _ line: Span<UInt8>
    ) -> [String: String] {
        var members: [String: String] = [:]
        var index = 1
        while index < Int(tape[0].next) {
            let value = tape[index + 1]
            let name = text(tape[index], line)
            switch value.kind {
            case .null: members[name] = nil
            case .array, .object:
                let last = Int(value.next) < tape.entries.count ? tape[Int(value.next)].start : nil
                let end = last.map(Int.init) ?? line.count
                members[name] = line.extracting(Int(value.start)..<end).toString()
            default: members[name] = text(value, line)
            }
            index = Int(value.next)
        }
        return members
    }

    private static func text(_ entry: TapeEntry, _ line: Span<UInt8>) -> String {
        let raw = line.extracting(Int(entry.start)..<Int(entry.start) + Int(entry.count))
        guard entry.isEscaped else { return raw.toString() }
        var decoded = ByteBuffer()
        JSONText.decode(raw, into: &decoded)
        return decoded.span.toString()
    }

    /// The names in a list, or in a text that holds one, as databases keep it.
    private static func abilities(_ text: String) -> [String]? {
        guard let open = text.firstIndex(of: "["), let close = text.lastIndex(of: "]") else {
            return nil
        }
        let bytes = Array(text[open...close].utf8)
        var tape = Tape()
        do throws(JSONFault) {
            try tape.parse(bytes.span)
        } catch {
            return nil
        }
        var names: [String] = []
        var index = 1
        while index < Int(tape[0].next) {
            guard tape[index].kind == .string else { return nil }
            names.append(Self.text(tape[index], bytes.span))
            index = Int(tape[index].next)
        }
        return names
    }
}
