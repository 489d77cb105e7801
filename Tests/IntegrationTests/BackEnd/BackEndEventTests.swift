import Crypto
import Glibc
import Testing

extension BackEndTests {
    /// What the back end puts into Redis besides tokens, and takes out of it.
    @Suite(.serialized, .enabled(if: BackEnd.isPossible, "php is not installed"))
    struct Events {
        @Test func `a code from the connect screen works once, and the back end follows`() throws {
            let app = try BackEnd.shared
            let code = try app.approve()
            let key = "bawaba:code:" + Rig.hash(code)
            let seconds = Int(try app.rig.redis.run(["TTL", key])) ?? 0
            #expect((86_390...86_400).contains(seconds))
            let token = try app.token(try app.redeem(code))
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
            #expect(try app.redeem(code).status == 400)
            #expect(try app.ask(token).status == 401)
            try app.drain()
            #expect(try !app.rows().contains("\(token.id)"))
            #expect(try app.rig.redis.run(["XLEN", "bawaba:events"]) == "0")
        }

        @Test func `a challenge that is none is refused`() throws {
            let lines = try BackEnd.shared.run(
                """
                foreach ([['code_challenge' => '\(BackEnd.challenge)'],
                    ['code_challenge' => 'short', 'code_challenge_method' => 'S256'],
                    ['code_challenge' => ['x'], 'code_challenge_method' => 'S256'],
                    ['code_challenge' => '\(BackEnd.verifier)', 'code_challenge_method' => 'plain'],
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
            let tokens = try (0..<2).map { _ in try app.issued() }
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

        @Test func `an event that fails holds up no other, and comes again`() throws {
            let app = try BackEnd.shared
            try app.drain()
            let (failing, good) = (try app.issued(name: "bad"), try app.issued())
            let said = try app.run("artisan(BawabaDrain::class, 'sweep');")
            #expect(said == ["reported: bad name"])
            let rows = try app.rows()
            #expect(!rows.contains("\(failing.id)") && rows.contains("\(good.id)"))
            #expect(try app.rig.redis.run(["XLEN", "bawaba:events"]) == "1")
            // It is good, and its row may still come.
            #expect(try app.ask(failing).status == 200)
            // Not for ever.
            let fields = try app.rig.redis.run(["XRANGE", "bawaba:events", "-", "+"])
                .filter { $0 != "[" && $0 != "]" }.split(separator: ", ").dropFirst()
            let old = (Int(Glibc.time(nil)) - 90_000) * 1_000
            try app.rig.redis.run(["DEL", "bawaba:events"])
            try app.rig.redis.run(["XADD", "bawaba:events", "\(old)-1"] + fields.map(String.init))
            try app.drain()
            #expect(try app.rig.redis.run(["XLEN", "bawaba:events"]) == "0")
            try app.rig.redis.run(["DEL", "bawaba:token:\(failing.id)"])
        }

        @Test func `a token for nobody is ended, and holds up no drain`() throws {
            let app = try BackEnd.shared
            let token = try app.issued(user: "''")
            try app.drain()
            #expect(try app.rig.redis.run(["XLEN", "bawaba:events"]) == "0")
            #expect(try app.ask(token).status == 401)
            let index = "bawaba:token-hash:\(Rig.hash(token.secret))"
            #expect(try app.rig.redis.run(["EXISTS", index]) == "0")
        }

        @Test func `an operator who ends a token takes its row along`() throws {
            let app = try BackEnd.shared
            let token = try app.token()
            let words = ["token", "revoke", "\(token.id)", "--redis"]
            let (status, said) = try Program.run(
                [try Gateway.binary] + words + ["unix://\(app.rig.redis.socketPath)"],
                in: app.rig.place)
            #expect(status == 0, "\(said)")
            try app.drain()
            #expect(try !app.rows().contains("\(token.id)"))
        }

        @Test func `a sweep that finds another drain at work says so and fails`() throws {
            let lines = try BackEnd.shared.run(
                """
                Illuminate\\Support\\Facades\\Cache::$isTaken = true;
                echo artisan(BawabaDrain::class), PHP_EOL;
                echo artisan(BawabaDrain::class, 'sweep'), PHP_EOL;
                """)
            #expect(lines.count == 3 && lines.first == "0" && lines.last == "1", "\(lines)")
            #expect(lines[1].contains("Nothing was swept"))
        }

        @Test func `the configured lifetime holds for tokens that the gateway issued`() throws {
            let app = try BackEnd.shared
            defer { try? app.configure() }
            try app.configure(lifetimeMinutes: 60)
            let token = try app.issued()
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
