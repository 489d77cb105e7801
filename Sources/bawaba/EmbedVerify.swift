import ArgumentParser
import Bytes
import Identity
import JSON
import Policy
import Reactor
import Redis

/// `bawaba embed verify`
struct EmbedVerify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Verify an embed token and print what it says.",
        discussion: """
            The token is read from a file, or from standard input: arguments are in the shell's \
            history. Exit status: 0 when the gateway would accept it, 1 with the reason when not.

              bawaba embed verify --config gateway.yaml < token.txt
              bawaba embed verify --config gateway.yaml --slug marketing-site token.txt
            """)

    @OptionGroup(title: "Redis") var store: StoreOptions

    @Option(help: "The widget that it must be for.")
    var slug: String?

    @Argument(help: ArgumentHelp("The token's file; without it, standard input."))
    var file: String?

    @Option(help: "text for people, json for programs.")
    var format = OutputFormat.text

    func run() throws {
        let slugBytes = try slug.map { text throws(CommandFault) in
            try WidgetDetails.slugBytes(text)
        }
        let (place, embed) = try store.embedPlace()
        let token = try SecretFile.readText(file ?? "-", option: "the token's file")
        var verifier = EmbedVerifier()
        let (org, kid) = try Self.hints(of: token, &verifier)
        var redis = try BlockingRedis.connect(place)
        let key = try key(org, kid, embed.masterKeys, &redis, place)
        try Self.verify(token, key, slugBytes, &verifier)
        let claims = Claims(of: verifier)
        try checkWidget(claims, &redis, place)
        Terminal.out(format == .text ? claims.text : claims.json)
    }

    private static func hints(
        of token: [UInt8], _ verifier: inout EmbedVerifier
    ) throws(CommandFault) -> (org: [UInt8], kid: [UInt8]) {
        do throws(EmbedFault) {
            try verifier.readHints(token.span)
        } catch {
            throw refusal(error)
        }
        return (verifier.hintedOrg.toArray(), verifier.hintedKid.toArray())
    }

    private func key(
        _ org: [UInt8], _ kid: [UInt8], _ masterKeys: MasterKeys, _ redis: inout BlockingRedis,
        _ place: StorePlace
    ) throws(CommandFault) -> EmbedKey {
        let name = String(decoding: kid, as: UTF8.self)
        let owner = Terminal.clean(String(decoding: org, as: UTF8.self))
        guard let sealed = try redis.sealedEmbedKey(org, kid, place) else {
            throw CommandFault(
                "the token names the key \(name) of \(owner), which there is not",
                remedy: "the key was retired, or the token is not this gateway's")
        }
        do throws(MasterKeys.OpenFault) {
            return try masterKeys.open(sealed.span, org: org.span, kid: kid.span)
        } catch {
            throw CommandFault(
                "the key \(name) of \(owner) does not open",
                remedy: error == .unknownMasterKey
                    ? "put the master key that it is sealed under into embed.master_key_file"
                    : "it was changed or copied: bawaba embed-key rotate, then retire this one")
        }
    }

    private static func verify(
        _ token: [UInt8], _ key: EmbedKey, _ slug: [UInt8]?, _ verifier: inout EmbedVerifier
    ) throws(CommandFault) {
        let now = Clock().unixSeconds
        do throws(EmbedFault) {
            if let slug {
                try verifier.verify(token.span, key: key, unixSeconds: now, slug: slug.span)
            } else {
                try verifier.verify(token.span, key: key, unixSeconds: now, slug: nil)
            }
        } catch {
            throw refusal(error)
        }
    }

    /// The gateway asks for the widget as well.
    private func checkWidget(
        _ claims: Claims, _ redis: inout BlockingRedis, _ place: StorePlace
    ) throws(CommandFault) {
        let widget = try redis.widget(Array(claims.org.utf8), Array(claims.slug.utf8), place)
        guard widget?.record?.isEnabled != true else { return }
        throw CommandFault(
            "the token is for the widget \(claims.slug), which is "
                + (widget == nil ? "unknown" : "disabled or unusable"),
            remedy: "see: bawaba widget show \(store.words) \(Terminal.clean(claims.org)) "
                + claims.slug)
    }

    private static func refusal(_ fault: EmbedFault) -> CommandFault {
        let remedy =
            switch fault {
            case .expired: "ask for a new one; it lives as long as ttl_seconds said"
            case .notYetValid: "compare the clocks of who made it and of this machine"
            case .wrongSlug: "ask for one of this widget"
            case .tooLarge, .malformed: "give the whole token and nothing else"
            case .forged, .unsupportedHeader, .invalidClaims, .wrongKey:
                "ask who gave it to you: it is not what the gateway made"
            }
        return CommandFault("the token is not good: \(fault.reason)", remedy: remedy)
    }
}

/// What a good token says, for printing.
private struct Claims {
    let org: String
    let slug: String
    private let issuer: String
    private let subject: String
    private let context: String
    private let id: String
    private let kid: String
    private let issuedAt: Int
    private let expiresAt: Int

    init(of verifier: borrowing EmbedVerifier) {
        let claims = verifier.claims
        org = claims.org.toString()
        slug = claims.slug.toString()
        issuer = claims.issuer.toString()
        subject = claims.subject.toString()
        context = claims.context.toString()
        id = claims.id.toString()
        kid = claims.kid.toString()
        issuedAt = claims.issuedAt
        expiresAt = claims.expiresAt
    }

    var text: String {
        """
        issuer   \(Terminal.clean(issuer))
        org      \(Terminal.clean(org))
        slug     \(slug)
        subject  \(Terminal.clean(subject))
        context  \(Terminal.clean(context))
        issued   \(RFC3339.text(issuedAt))
        expires  \(RFC3339.text(expiresAt))
        id       \(Terminal.clean(id))
        key      \(kid)
        """
    }

    /// The claims under their own names, on one line.
    var json: String {
        var line = ByteBuffer()
        line.append("{\"iss\":")
        line.appendJSON(string: issuer)
        line.appendJSON(name: "org", org)
        line.appendJSON(name: "slug", slug)
        line.appendJSON(name: "sub", subject)
        line.append(",\"ctx\":")
        line.append(string: context)
        line.append(",\"iat\":")
        line.append(decimal: issuedAt)
        line.append(",\"exp\":")
        line.append(decimal: expiresAt)
        line.appendJSON(name: "jti", id)
        line.appendJSON(name: "kid", kid)
        line.append("}")
        return line.span.toString()
    }
}
