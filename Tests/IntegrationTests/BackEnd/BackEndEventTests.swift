import Crypto
import Glibc
import Testing

extension BackEndTests {
    /// What the back end puts into Redis besides tokens, and takes out of it.
    @Suite(.serialized, .enabled(if: BackEnd.isPossible, "php is not installed"))
    struct Events {
        private static let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
        private static let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
        private static let redirect = "https://crm.example.com/callback?x=1"

        /// A code as the connect screen makes it.
        private func approve(_ app: BackEnd) throws -> String {
            let lines = try app.run(
                """
                echo (new Connect($store))->approve(
                    ['redirect_uri' => '\(Self.redirect)', 'org' => 'acme', 'user' => 7,
                        'abilities' => ['read'], 'name' => 'CRM'],
                    ['code_challenge' => '\(Self.challenge)', 'code_challenge_method' => 'S256',
                        'state' => 'a b']);
                """)
            let parts = lines[0].split(separator: "&")
            #expect(parts[0] == Self.redirect && parts[2] == "state=a+b", "\(lines)")
            return String(parts[1].dropFirst("code=".count))
        }

        private func redeem(_ app: BackEnd, _ code: String) throws -> Answer {
            try app.rig.post(
                "/api/v1/oauth/token",
                json: #"{"code":"\#(code)","redirect_uri":"\#(Self.redirect)","#
                    + #""code_verifier":"\#(Self.verifier)"}"#)
        }

        private func token(_ answer: Answer) throws -> Token {
            let start = #"{"data":{"access_token":""#
            #expect(answer.status == 200 && answer.text.hasPrefix(start), "\(answer.text)")
            let text = answer.text.dropFirst(start.count).prefix { $0 != "\"" }.split(
                separator: "|")
            return Token(id: Int(text[0]) ?? 0, secret: String(text[1]))
        }

        @Test func `a code from the connect screen works once, and the back end follows`() throws {
            let app = try BackEnd.shared
            let code = try approve(app)
            let key = "bawaba:code:" + Rig.hash(code)
            let seconds = Int(try app.rig.redis.run(["TTL", key])) ?? 0
            #expect((86_390...86_400).contains(seconds))
            let token = try token(try redeem(app, code))
            // The guard takes it before it has a row.
            #expect(try app.ask(token).text.contains(#""token":\#(token.id)"#))
            try app.drain()
            let rows = try app.run("echo json_encode(Rows::all()[\(token.id)]);")[0]
            for part in [
                #""id":\#(token.id)"#, #""tokenable_id":"7""#, #""name":"CRM""#,
                #""token":"\#(Rig.hash(token.secret))""#, #""abilities":"[\"read\"]""#,
            ] {
                #expect(rows.contains(part), "\(rows)")
            }
            #expect(try redeem(app, code).status == 400)
            #expect(try app.ask(token).status == 401)
            try app.drain()
            #expect(try !app.rows().contains("\(token.id)"))
            #expect(try app.rig.redis.run(["XLEN", "bawaba:events"]) == "0")
        }

        @Test func `a challenge that is none is refused`() throws {
            let lines = try BackEnd.shared.run(
                """
                foreach ([['code_challenge' => '\(Self.challenge)'],
                    ['code_challenge' => 'short', 'code_challenge_method' => 'S256'],
                    ['code_challenge' => ['x'], 'code_challenge_method' => 'S256'],
                    ['code_challenge' => '\(Self.verifier)', 'code_challenge_method' => 'plain'],
                ] as $query) {
                    $grant = ['redirect_uri' => 'https://a'];
                    var_dump((new Connect($store))->approve($grant, $query));
                }
                """)
            #expect(lines == Array(repeating: "NULL", count: 4))
        }

        @Test func `a drain that breaks off loses nothing, and a second changes nothing`() throws {
            let app = try BackEnd.shared
            try app.drain()
            let tokens = try (0..<2).map { _ in try token(try redeem(app, try approve(app))) }
            try app.run(
                """
                $breakOff = function (?Closure $first) use ($store) {
                    try {
                        $store->drainEvents(function ($event) use ($first) {
                            $first?->__invoke($event);
                            throw new DomainException;
                        });
                    } catch (DomainException) {}
                };
                $breakOff(null);
                // Carried out, and not yet forgotten: it comes again.
                $mirror = new ReflectionMethod(BawabaDrain::class, 'mirror');
                $breakOff(fn ($event) => $mirror->invoke(new BawabaDrain, $store, $event));
                """)
            #expect(try app.rows().contains("\(tokens[0].id)"))
            try app.drain()
            let before = try app.rows()
            for token in tokens { #expect(before.filter { $0 == "\(token.id)" }.count == 1) }
            try app.drain()
            #expect(try app.rows() == before)
            for token in tokens { #expect(try app.ask(token).status == 200) }
        }

        @Test func `the configured lifetime holds for tokens that the gateway issued`() throws {
            let app = try BackEnd.shared
            defer { try? app.configure() }
            try app.configure(lifetimeMinutes: 60)
            let token = try token(try redeem(app, try approve(app)))
            try app.drain()
            let ends = try app.rig.redis.run(["HGET", "bawaba:token:\(token.id)", "expires_at"])
            let now = Int(Glibc.time(nil))
            #expect((now + 3_580...now + 3_600).contains(Int(ends) ?? 0))
            #expect(try app.rig.redis.run(["EXPIRETIME", "bawaba:token:\(token.id)"]) == ends)
            #expect(try app.ask(token).status == 200)
        }

        @Test func `last_used_at follows the gateway, and never goes back`() throws {
            let app = try BackEnd.shared
            let start = Int(Glibc.time(nil))
            let token = try app.token()
            #expect(try app.ask(token).status == 200)
            let used = { try app.rig.redis.run(["HGET", "bawaba:token-used", "\(token.id)"]) }
            try eventually("a batch") { try used() != "(nil)" }
            let time = {
                try app.drain()
                let text = "strtotime(Rows::all()[\(token.id)]['last_used_at'])"
                return Int(try app.run("echo \(text);")[0]) ?? 0
            }
            let first = try time()
            #expect(first >= start && first <= Int(Glibc.time(nil)))
            #expect(try used() == "(nil)")
            // Another gateway's, late; then one that comes while the drain is at work.
            try app.rig.redis.run(["HSET", "bawaba:token-used", "\(token.id)", "\(start - 50)"])
            #expect(try time() == first)
            try app.rig.redis.run(["HSET", "bawaba:token-used", "\(token.id)", "\(first + 5)"])
            try app.run(
                """
                $store->drainUses(function ($id) {
                    \\Illuminate\\Support\\Facades\\Redis::connection('bawaba')->executeRaw(
                        ['HSET', 'bawaba:token-used', (string) $id, '\(first + 9)']);
                });
                """)
            #expect(try time() == first + 9)
        }

        @Test func `a widget and a key of the back end's make tokens that it verifies`() throws {
            let app = try BackEnd.shared
            let master = String(repeating: "5a", count: 32)
            try app.run(
                """
                $store->putWidget('acme', 'site', true, ['https://a.test', 'https://b.test'], 600);
                echo $store->rotateEmbedKey('acme', 'm1', hex2bin('\(master)'));
                """)
            let body = #"{"slug":"site","subject":"visitor","ttl_seconds":600}"#
            let owner = try app.token("'abilities' => ['write'],")
            let mint = { try app.rig.post("/api/v1/embed-tokens", token: owner, json: body) }
            let answer = try mint()
            #expect(answer.text.contains(#""expires_in":600"#), "\(answer.text)")
            let token = answer.text.split(separator: "\"").dropFirst(5).first ?? ""
            let kid = try app.rig.redis.run(["GET", "bawaba:embed-current:acme"])
            let sealed = try app.rig.redis.run(["GET", "bawaba:embed-key:acme:\(kid)"])
            let readme = BackEnd.blocks("README.md", "php")[0].dropFirst("<?php".count)
            let lines = try app.run(
                readme + """
                    $masters = ['m1' => hex2bin('\(master)')];
                    $claims = verifyEmbedToken('\(token)', 'site',
                        fn ($org, $kid) => openEmbedKey('\(sealed)', $org, $kid, $masters));
                    echo $claims['org'], ' ', $claims['sub'];
                    """)
            #expect(lines == ["acme visitor"])
            try app.run("$store->forgetWidget('acme', 'site');")
            #expect(try mint().status == 404)
        }
    }
}
