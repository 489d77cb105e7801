import Glibc

/// A Laravel back end as `policies/laravel.md` makes it: the files of that page, run by PHP with
/// stand-ins for Laravel (`Tests/BackEnd/laravel.php`), behind a gateway and beside its Redis.
final class BackEnd: Sendable {
    /// The back end of the tests that follow one another.
    static var shared: BackEnd { get throws { try made.get() } }
    private static let made = Result { try BackEnd() }

    let rig: Rig
    let address: Address
    private let place: Workplace
    private let server: Program

    private static let program = "\(Gateway.root)/Tests/BackEnd/laravel.php"

    static var isPossible: Bool {
        guard let path = unsafe getenv("PATH") else { return false }
        return unsafe String(cString: path).split(separator: ":").contains {
            unsafe access("\($0)/php", X_OK) == 0
        }
    }

    private init() throws {
        place = try Workplace()
        for (name, text) in try Self.files("laravel.md") { try place.write(text, to: name) }
        let port = try freePort(at: "127.0.0.1")
        let address = Address(host: "127.0.0.1", port: port)
        self.address = address
        server = try Program(
            ["php", "-S", "\(address)", "-t", "\(place.path)/", Self.program],
            output: place.file("php.log"))
        rig = try Rig(
            .init(
                failedLookups: "{rate: 1000 per second, burst: 1000}",
                upstreams: "  php: {targets: [\"http://\(address)\"], "
                    + "assertion_key_file: assertion.key}",
                upstream: "php"))
        try rig.redis.run(try Self.redisUser())
        try configure()
        let log = place.file("php.log")
        try eventually("PHP's server: \(textOfFile(log))") { (try? Client(address)) != nil }
    }

    /// Sets what `config()` says.
    func configure(lifetimeMinutes: Int? = nil) throws {
        try place.write(
            """
            {"redis":"\(rig.redis.socketPath)","redis_password":"x",
            "users":{"7":"acme","8":"other"},
            "services.bawaba.assertion_key":"\(Rig.assertionKey)",
            "sanctum.expiration":\(lifetimeMinutes.map(String.init) ?? "null")}
            """, to: "config.json")
    }

    /// Runs PHP in the application and returns the lines that it wrote.
    @discardableResult
    func run(_ code: String) throws -> [String] {
        let names = """
            use App\\Bawaba\\{Assertion, Connect, Store};
            use App\\Console\\Commands\\{BawabaDrain, BawabaExport};
            use Illuminate\\Support\\Facades\\DB; use Laravel\\Sanctum\\PersonalAccessToken;
            use Standin\\Rows; $store = app()->make(Store::class);
            """
        let (status, output) = try Program.run(
            ["php", Self.program, place.path, names + code], in: place)
        guard status == 0 else { throw Failure("PHP ended with \(status): \(output)") }
        return output.split(separator: "\n").map(String.init)
    }

    /// Creates a token with these attributes; its owner is user 7.
    func token(_ attributes: String = "") throws -> Token {
        let secret = "secret\(rig.number())-\(Int.random(in: 0 ..< .max))"
        let lines = try run(
            """
            echo PersonalAccessToken::create([\(attributes)
                'token' => hash('sha256', '\(secret)')])->id;
            """)
        return Token(id: Int(lines.first ?? "") ?? 0, secret: secret)
    }

    /// Ids in the table of tokens.
    func rows() throws -> [String] {
        try run("foreach (Rows::all() as $id => $row) echo $id, PHP_EOL;")
    }

    func drain(_ options: String = "") throws {
        try run("artisan(BawabaDrain::class, \(options));")
    }

    func ask(_ token: Token, _ target: String = "/api/v1/channels") throws -> Answer {
        try rig.ask("GET", target, token: token)
    }

    /// Asks PHP's server itself, past the gateway.
    func askDirectly(_ method: String, _ target: String, _ fields: [String]) throws -> Answer {
        var client = try Client(address)
        try client.send(
            ([
                "\(method) \(target) HTTP/1.1", "Host: api.test", "Connection: close",
            ] + fields).joined(separator: "\r\n") + "\r\n\r\n")
        return try client.answer(to: method)
    }

    // MARK: Codes

    static let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    static let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    private static let redirect = "https://crm.example.com/callback?x=1"

    /// A code as the connect screen makes it. `user` is PHP.
    func approve(user: String = "7", name: String = "CRM") throws -> String {
        let lines = try run(
            """
            echo (new Connect($store))->approve(
                ['redirect_uri' => '\(Self.redirect)', 'org' => 'acme', 'user' => \(user),
                    'abilities' => ['read'], 'name' => '\(name)'],
                ['code_challenge' => '\(Self.challenge)', 'code_challenge_method' => 'S256',
                    'state' => 'a b']);
            """)
        let parts = lines[0].split(separator: "&")
        guard parts[0] == Self.redirect, parts[2] == "state=a+b" else { throw Failure(lines[0]) }
        return String(parts[1].dropFirst("code=".count))
    }

    /// Presents a code to the gateway.
    func redeem(_ code: String) throws -> Answer {
        try rig.post(
            "/api/v1/oauth/token",
            json: #"{"code":"\#(code)","redirect_uri":"\#(Self.redirect)","#
                + #""code_verifier":"\#(Self.verifier)"}"#)
    }

    /// The token that a code was exchanged for.
    func token(_ answer: Answer) throws -> Token {
        let start = #"{"data":{"access_token":""#
        guard answer.status == 200, answer.text.hasPrefix(start) else { throw Failure(answer.text) }
        let text = answer.text.dropFirst(start.count).prefix { $0 != "\"" }.split(separator: "|")
        return Token(id: Int(text[0]) ?? 0, secret: String(text[1]))
    }

    /// A token that the gateway gave for a code.
    func issued(user: String = "7", name: String = "CRM") throws -> Token {
        try token(try redeem(try approve(user: user, name: name)))
    }

    // MARK: The page

    /// The PHP files of a page in `policies`, by the name in each one's second line.
    static func files(_ page: String) throws -> [(String, String)] {
        let found = blocks(page, "php").compactMap { text -> (String, String)? in
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            guard lines.count > 1, lines[0] == "<?php", lines[1].hasPrefix("// app/") else {
                return nil
            }
            return (String(lines[1].split(separator: "/").last ?? ""), text)
        }
        guard found.count == 7 else { throw Failure("\(found.count) files in \(page)") }
        return found
    }

    static func blocks(_ page: String, _ language: String) -> [String] {
        textOfFile("\(Gateway.root)/policies/\(page)").split(separator: "```")
            .filter { $0.hasPrefix("\(language)\n") }
            .map { String($0.dropFirst(language.utf8.count + 1)) }
    }

    /// The page's Redis user, with the password `x`, as a command.
    private static func redisUser() throws -> [String] {
        guard let line = blocks("laravel.md", "acl").first else { throw Failure("no ACL") }
        let words = line.split { $0 == " " || $0 == "\n" }.map { $0 == ">…" ? ">x" : String($0) }
        guard words.starts(with: ["user", "backend", "on", ">x"]) else { throw Failure(line) }
        return ["ACL", "SETUSER"] + words.dropFirst()
    }
}
