import Glibc
import Testing

/// What `policies/laravel.md` promises, proven with its own code.
@Suite(.serialized, .enabled(if: BackEnd.isPossible, "php is not installed"))
struct BackEndTests {
    private func field(_ name: String, of token: Token) throws -> String {
        try BackEnd.shared.rig.redis.run(["HGET", "bawaba:token:\(token.id)", name])
    }

    // MARK: Tokens

    @Test func `a token works with its abilities until the request after its deletion`() throws {
        let app = try BackEnd.shared
        let token = try app.token("'abilities' => ['read'],")
        let answer = try app.ask(token)
        #expect(answer.status == 200)
        for part in [
            #""user":"7""#, #""org":"acme""#, #""token":\#(token.id),"#, #""read":true"#,
            #""send":false"#,
        ] {
            #expect(answer.text.contains(part), "\(answer.text)")
        }
        let bare = try app.rig.ask(
            "GET", "/api/v1/channels", fields: ["Authorization: Bearer \(token.secret)"])
        #expect(bare.status == 200)
        let send = try app.rig.post("/api/v1/messages", token: token, json: "{}")
        #expect(send.status == 403)
        try app.run("PersonalAccessToken::find(\(token.id))->delete();")
        #expect(try app.ask(token).status == 401)
        let index = "bawaba:token-hash:\(Rig.hash(token.secret))"
        #expect(try app.rig.redis.run(["EXISTS", index]) == "0")
    }

    @Test func `a token ends at the earlier of its own time and the configured one`() throws {
        let app = try BackEnd.shared
        defer { try? app.configure() }
        let now = Int(Glibc.time(nil))
        let date = { (time: Int) in "date('Y-m-d H:i:s', \(time))," }
        try app.configure(lifetimeMinutes: 60)
        for (own, created, ends) in [
            (now + 600, now, now + 600), (now + 9_000, now, now + 3_600), (0, now, now + 3_600),
            (now + 600, now - 3_300, now + 300),
        ] {
            let time = own == 0 ? "" : "'expires_at' => \(date(own))"
            let token = try app.token("\(time) 'created_at' => \(date(created))")
            #expect(try app.ask(token).status == 200)
            #expect(try field("expires_at", of: token) == "\(ends)")
            for key in ["token:\(token.id)", "token-hash:\(Rig.hash(token.secret))"] {
                #expect(try app.rig.redis.run(["EXPIRETIME", "bawaba:\(key)"]) == "\(ends)")
            }
        }
        for (own, created) in [(now + 600, now - 3_601), (now - 1, now)] {
            let token = try app.token(
                "'expires_at' => \(date(own)) 'created_at' => \(date(created))")
            #expect(try app.ask(token).status == 401)
        }
        try app.configure()
        let lasting = try app.token()
        #expect(try field("expires_at", of: lasting) == "(nil)")
    }

    @Test func `null abilities grant nothing`() throws {
        let app = try BackEnd.shared
        let token = try app.token("'abilities' => null,")
        #expect(try app.ask(token).status == 403)
        #expect(try field("abilities", of: token) == "(nil)")
    }

    @Test func `changes count with the next request, and Sanctum's own writes do not`() throws {
        let app = try BackEnd.shared
        let token = try app.token("'abilities' => ['read'],")
        #expect(try app.ask(token).status == 200)
        let change = { (what: String) in
            _ = try app.run("PersonalAccessToken::find(\(token.id))->update([\(what)]);")
        }
        try change("'abilities' => ['send']")
        #expect(try app.ask(token).status == 403)
        try app.rig.redis.run(["DEL", "bawaba:token:\(token.id)"])
        try change("'last_used_at' => date('Y-m-d H:i:s')")
        #expect(try app.ask(token).status == 401)
        try change("'name' => 'new', 'abilities' => ['read']")
        #expect(try app.ask(token).status == 200)
    }

    @Test func `a transaction that is rolled back leaves no token`() throws {
        let app = try BackEnd.shared
        let lines = try app.run(
            """
            DB::transaction(function () {
                echo PersonalAccessToken::create(['token' => hash('sha256', 'rolled-back')])->id;
                throw new DomainException;
            });
            """)
        let token = Token(id: Int(lines[0]) ?? 0, secret: "rolled-back")
        #expect(try app.ask(token).status == 401)
        #expect(try field("hash", of: token) == "(nil)")
    }

    @Test func `a token that another process put while it was deleted is ended`() throws {
        let app = try BackEnd.shared
        let token = try app.token()
        try app.run(
            """
            $record = App\\Observers\\TokenObserver::record(PersonalAccessToken::find(\(token.id)));
            DB::transaction(function () use ($store, $record) {
                PersonalAccessToken::find(\(token.id))->delete();
                $store->putToken($record);
            });
            """)
        #expect(try app.ask(token).status == 401)
    }

    @Test func `the application's own ids may be as high as the gateway's`() throws {
        let app = try BackEnd.shared
        let token = try app.token("'id' => 6_000_000_000_000,")
        #expect(try app.ask(token).status == 200)
        try app.run("PersonalAccessToken::find(\(token.id))->update(['abilities' => ['send']]);")
        #expect(try app.ask(token).status == 403)
    }

    @Test func `a token that Redis cannot be told of keeps its row`() throws {
        let app = try BackEnd.shared
        let token = try app.token()
        try app.rig.redis.run(["ACL", "SETUSER", "backend", "-del"])
        defer { _ = try? app.rig.redis.run(["ACL", "SETUSER", "backend", "+del"]) }
        #expect(throws: Failure.self) {
            try app.run("PersonalAccessToken::find(\(token.id))->delete();")
        }
        #expect(try app.rows().contains("\(token.id)"))
    }

    @Test func `a first load brings what was there, and a sweep ends what is gone`() throws {
        let app = try BackEnd.shared
        let (kept, deleted) = (try app.token("'name' => 'é\"',"), try app.token())
        let lines = try app.run("artisan(BawabaExport::class);")
        for token in [kept, deleted] {
            try app.rig.redis.run(["DEL", "bawaba:token:\(token.id)"])
        }
        // A query, of which no observer hears.
        try app.run("DB::table('personal_access_tokens')->where('id', \(deleted.id))->delete();")
        let (status, said) = try Program.run(
            [
                try Gateway.binary, "token", "import", "--redis",
                "unix://\(app.rig.redis.socketPath)",
            ], in: app.rig.place, input: lines.joined(separator: "\n"))
        #expect(status == 0, "\(said)")
        #expect(try app.ask(deleted).status == 200)
        // A reservation of the gateway's has no row either, and is not the sweep's to end.
        try app.rig.redis.run(["HSET", "bawaba:token:5000000000000", "hash", "x"])
        try app.drain("'sweep'")
        #expect(try app.ask(kept).status == 200)
        #expect(try field("name", of: kept) == "é\"")
        #expect(try app.ask(deleted).status == 401)
        #expect(try app.rig.redis.run(["DEL", "bawaba:token:5000000000000"]) == "1")
    }
}
