import ArgumentParser
import Bytes
import Crypto
import Identity
import JSON
import Reactor
import Redis

/// `bawaba code …`: authorization codes in Redis.
struct CodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "code",
        abstract: "Issue and show authorization codes.",
        discussion: """
            A back end's consent screen writes codes itself; these commands are for development \
            and for looking into what happened. Redis keeps the SHA-256 of a code only.
            """,
        subcommands: [CodeIssue.self, CodeShow.self])
}

/// `bawaba code issue`
struct CodeIssue: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue",
        abstract: "Make a code that can be exchanged for a token, and print it, once.",
        discussion: """
            It works once, for five minutes, and only with the very redirect URI.

              bawaba code issue --config gateway.yaml --org acme --abilities read,send \\
                  --redirect-uri https://crm.example.com/callback
            """)

    @OptionGroup(title: "Redis") var store: StoreOptions

    @Option(help: "The organization that the token will act for.")
    var org: String

    @Option(
        name: [.customLong("abilities"), .customLong("ability")],
        help: ArgumentHelp("What the token may do, separated by commas.", valueName: "list"))
    var abilities: [String]

    @Option(
        name: .customLong("redirect-uri"),
        help: ArgumentHelp(
            "What the client must present with the code, byte for byte.", valueName: "uri"))
    var redirectURI: String

    @Option(help: "The user that the token will act for.")
    var user: String?

    @Option(help: "What people will call the token, such as the program that asks for it.")
    var name: String?

    @Option(
        name: .customLong("code-challenge"),
        help: ArgumentHelp(
            "PKCE: the S256 challenge (RFC 7636); the client must then present its verifier.",
            valueName: "text"))
    var codeChallenge: String?

    @Option(help: ArgumentHelp("When it ends: 30s, 5m; five minutes at most.", valueName: "time"))
    var expires = "5m"

    @Flag(name: .shortAndLong, help: "Say nothing on standard error.")
    var quiet = false

    func run() throws {
        let now = Clock().unixSeconds
        let stored = try fields(now: now)
        let place = try store.place()
        var redis = try BlockingRedis.connect(place)
        var text = ByteBuffer()
        let random = SecureRandom.bytes(32)
        text.append(hex: random.span)
        let digest = SHA256.digest(of: text.span)
        try redis.ask { pipeline in
            CodeStore.writeIssue(
                code: digest, fields: stored, keptSeconds: Bounds.spentCodeSeconds,
                prefix: place.prefix.span, into: &pipeline)
        }
        Terminal.out(text.span.toString())
        guard !quiet else { return }
        Terminal.error(
            "A code of \(Terminal.clean(org)). It is shown only now, works once, and with "
                + "\(Terminal.clean(redirectURI)) only.")
    }

    private func fields(now: Int) throws(CommandFault) -> [(StaticString, [UInt8])] {
        let list = try AbilityOption.list(abilities)
        guard let token = TokenFields(org: org, user: user, abilities: list, name: name) else {
            throw CommandFault(
                "--org or --user is no id",
                remedy: "an id is 1 to \(Bounds.subjectBytesMax) visible ASCII characters, "
                    + "without spaces")
        }
        guard !redirectURI.isEmpty, redirectURI.utf8.count <= Bounds.redirectBytesMax else {
            throw CommandFault(
                "--redirect-uri must be 1 to \(Bounds.redirectBytesMax) bytes",
                remedy: "give the URI that the client was registered with")
        }
        let end = try ExpiryTime.unixSeconds(expires, now: now)
        guard end <= now + Bounds.codeSeconds else {
            throw CommandFault(
                "--expires \(expires) is more than five minutes from now",
                remedy: "write 5m or less: whoever finds a code later must find it useless")
        }
        var fields: [(StaticString, [UInt8])] = [
            ("redirect_uri", Array(redirectURI.utf8)), ("org", Array(org.utf8)),
            ("abilities", token.abilitiesJSON), ("expires_at", Array(String(end).utf8)),
        ]
        if let user { fields.append(("user", Array(user.utf8))) }
        if let name { fields.append(("name", Array(name.utf8))) }
        if let codeChallenge {
            guard codeChallenge.utf8.count == 43 else {
                throw CommandFault(
                    "--code-challenge is not 43 characters long",
                    remedy: "give BASE64URL(SHA256(verifier)), without padding")
            }
            fields.append(("code_challenge", Array(codeChallenge.utf8)))
        }
        return fields
    }
}

/// `bawaba code show`
struct CodeShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show what is stored of a code, and what became of it.",
        discussion: """
            The code is read from a file or from standard input: arguments are in the shell's \
            history.

              bawaba code show --config gateway.yaml < code.txt
            """)

    @OptionGroup(title: "Redis") var store: StoreOptions

    @Option(help: ArgumentHelp("A file with the code; - is standard input.", valueName: "path"))
    var file = "-"

    @Option(help: "text for people, json for programs.")
    var format = OutputFormat.text

    func run() throws {
        let text = try SecretFile.readText(file, option: "--file")
        let place = try store.place()
        var redis = try BlockingRedis.connect(place)
        let digest = SHA256.digest(of: text.span)
        var fields: [(String, String)] = []
        try redis.ask { pipeline in
            CodeStore.writeShow(code: digest, prefix: place.prefix.span, into: &pipeline)
        } read: { (reply) throws(CommandFault) in
            for index in stride(from: 0, to: reply.count - 1, by: 2) {
                let field = reply.element(index).bytes.toString()
                fields.append((field, reply.element(index + 1).bytes.toString()))
            }
        }
        guard !fields.isEmpty else {
            throw CommandFault(
                "there is no such code at \(place.name)",
                remedy: "it never was, or was issued more than a day ago")
        }
        Terminal.out(format == .text ? Self.text(fields) : Self.json(fields))
    }

    private static func text(_ fields: [(String, String)]) -> String {
        fields.sorted { $0.0 < $1.0 }.map { name, value in
            let isTime = name.hasSuffix("_at")
            let shown = isTime ? Int(value).map(RFC3339.text) ?? value : value
            let padding = String(repeating: " ", count: max(16 - name.count, 1))
            return name + padding + Terminal.clean(shown)
        }.joined(separator: "\n")
    }

    private static func json(_ fields: [(String, String)]) -> String {
        var line = ByteBuffer()
        line.append("{")
        for (index, field) in fields.sorted(by: { $0.0 < $1.0 }).enumerated() {
            if index > 0 { line.append(",") }
            line.appendJSON(string: field.0)
            line.append(":")
            line.appendJSON(string: field.1)
        }
        line.append("}")
        return line.span.toString()
    }
}
