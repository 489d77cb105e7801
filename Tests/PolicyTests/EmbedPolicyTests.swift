import Identity
import Testing

@testable import Policy

@Suite struct EmbedPolicyTests {
    private static let digits = String(repeating: "0a", count: 32)
    private static let lines = "embed: {issuer: \"https://app.example.com\", master_key_file: m}"

    private func file(_ text: String, _ permissions: UInt32 = 0o600) -> [String: PolicySource.File]
    {
        ["m": .contents(Array(text.utf8), permissions: permissions)]
    }

    @Test func `a policy without embed has none`() {
        #expect(Policies.load(Policies.complete).policy?.embed == nil)
    }

    @Test(arguments: [
        ("", EmbedToken.Format.compact), ("format: compact", .compact), ("format: jwt", .jwt),
    ])
    func `what it says arrives`(line: String, format: EmbedToken.Format) throws {
        let text = """
            embed:
              issuer: https://app.example.com
              master_key_file: m
              \(line)
            """
        let (policy, findings) = Policies.load(
            Policies.changed(text), with: file("m2 \(Self.digits)\nm1 \(Self.digits)\n"))
        #expect(findings == [])
        let embed = try #require(policy?.embed)
        #expect(embed.issuer == Array("https://app.example.com".utf8))
        #expect(embed.format == format)
        #expect("\(embed.masterKeys)" == "(master keys)")
    }

    @Test(arguments: [
        ("", "is empty — write the file again"), ("# none\n", "the file holds no key — a line is"),
        ("m1\n", "line 1 of the file is not an id and a key with a space between them — a line"),
        ("\nm1 geheim\n", "line 2 of the file holds no key of 64 hexadecimal digits — a line"),
        ("M1 \(digits)", "line 1 of the file begins with no id, which is 1 to 16 of 0-9 and a-z"),
        ("m1 \(digits)\nm1 \(digits)", "line 2 of the file has the id of a line above — a line"),
    ])
    func `a master key file is judged by its lines, which are not repeated`(
        content: String, complaint: String
    ) {
        let found = Policies.complaints(about: Self.lines, with: file(content))
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("gateway.yaml:1:") == true)
        #expect(found.first?.contains("`embed.master_key_file`: ") == true)
        #expect(found.first?.contains(complaint) == true, "\(found)")
        #expect(found.first?.contains("geheim") == false)
    }

    @Test func `too many keys are told to be removed`() {
        let content = (0..<17).map { "m\($0) \(Self.digits)\n" }.joined()
        let found = Policies.complaints(about: Self.lines, with: file(content))
        #expect(found.first?.contains("holds more than 16 keys — remove those that") == true)
    }

    @Test func `a master key file is its owner's alone, and there`() {
        let open = Policies.complaints(about: Self.lines, with: file("m1 \(Self.digits)", 0o644))
        #expect(open.first?.contains("can be read by other users (mode 644)") == true)
        let missing = Policies.source(
            Policies.changed(Self.lines), with: ["m": .unreadable("does not exist")])
        #expect(PolicyLoader.load(missing).findings.count == 1)
        let (policy, findings) = PolicyLoader.check(missing, withoutSecrets: true)
        #expect(policy == nil && findings == [])
    }

    @Test(arguments: [
        ("embed: {master_key_file: m}", "`embed` has no `issuer` — name whoever makes the tokens"),
        ("embed: {issuer: x}", "`embed` has no `master_key_file` — make one: (umask 077; echo"),
        ("embed: {issuer: \"\", master_key_file: m}", "`embed.issuer` is 0 bytes long"),
        (
            "embed: {issuer: \"\(String(repeating: "i", count: 513))\", master_key_file: m}",
            "`embed.issuer` is 513 bytes long"
        ),
        (
            "embed: {issuer: x, master_key_file: m, format: paseto}",
            "`embed.format` is"
        ),
        ("embed: {issuer: x, master_key_file: m, issuers: y}", "`embed` has no key `issuers`"),
    ])
    func `what is missing or unknown is told with its remedy`(lines: String, complaint: String) {
        let found = Policies.complaints(about: lines, with: file("m1 \(Self.digits)"))
        #expect(found.count == 1)
        #expect(found.first?.contains(complaint) == true, "\(found)")
    }

    @Test func `an operation may ask for an embed token, which has no abilities`() throws {
        let text = """
            limits: {few: {rate: 1 per second}}
            \(Self.lines)
            defaults: {auth: bearer, abilities: [read], limit: few}
            operations: {listItems: {auth: embed}}
            """
        let (policy, findings) = Policies.load(
            Policies.changed(text), with: file("m1 \(Self.digits)"))
        #expect(findings == [])
        let operation = try #require(policy).operations[0]
        #expect(operation.auth == .embed && operation.abilities == .all([]))
        #expect(operation.limit == 0)
        let all = text.replacing("auth: bearer", with: "auth: embed")
        let (other, more) = Policies.load(Policies.changed(all), with: file("m1 \(Self.digits)"))
        #expect(more == [] && other?.operations[3].auth == .embed)
    }

    @Test(arguments: [
        (
            "operations: {listItems: {auth: embed}}",
            [
                "gateway.yaml:1:26: error: `operations.listItems` accepts embed tokens, but no "
                    + "`embed` says how to verify them — add `embed: {issuer: "
                    + "\"https://app.test\", master_key_file: FILE}` at the top"
            ]
        ),
        (
            "defaults: {auth: embed}",
            [
                "gateway.yaml:1:12: error: `defaults` accepts embed tokens, but no `embed` says "
                    + "how to verify them — add `embed: {issuer: \"https://app.test\", "
                    + "master_key_file: FILE}` at the top"
            ]
        ),
        (
            lines + "\noperations: {listItems: {auth: embed, abilities: [read]}}",
            [
                "gateway.yaml:2:39: error: `operations.listItems.abilities` is of no use: an "
                    + "embed token has no abilities — remove `abilities`, or write `auth: bearer`"
            ]
        ),
        (
            lines + "\noperations: {bankHook: {auth: embed, untouched: true}}",
            [
                "gateway.yaml:2:38: error: `operations.bankHook` is untouched, so no token can be "
                    + "asked for — write `auth: public`"
            ]
        ),
    ])
    func `an operation that cannot ask for one is told`(text: String, complaints: [String]) {
        #expect(Policies.complaints(about: text, with: file("m1 \(Self.digits)")) == complaints)
    }

    @Test func `commands read it when they ask, and only then`() {
        let source = Policies.source(Self.lines + "\nredis: {url: \"redis://h\"}")
        #expect(PolicyLoader.loadStore(source).store?.redis != nil)
        let (store, findings) = PolicyLoader.loadStore(source, withEmbed: true)
        #expect(store == nil && findings.count == 1)
        let complete = Policies.source(
            Self.lines + "\nredis: {url: \"redis://h\"}", with: file("m1 \(Self.digits)"))
        #expect(PolicyLoader.loadStore(complete, withEmbed: true).store?.embed != nil)
    }
}
