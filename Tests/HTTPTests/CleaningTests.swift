import HTTP
import Testing

@Suite struct CleaningTests {
    private static func kept(_ name: String, _ cleaning: Cleaning = []) -> Bool {
        var head = makeHead([("Accept", "a"), (name, "v"), ("X-Custom", "c")])
        cleaning.clean(&head)
        let names = keptNames(head)
        return names.contains(name)
    }

    @Test(arguments: [
        "Connection", "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding",
        "Upgrade", "Proxy-Authorization", "Proxy-Authenticate", "HTTP2-Settings",
    ])
    func `what belongs to the connection goes`(_ name: String) {
        #expect(!Self.kept(name))
    }

    @Test(arguments: ["X-Bawaba-Org", "X-Bawaba-Assertion", "x-bawaba-user", "X-BAWABA-NEW"])
    func `what only the gateway may say goes`(_ name: String) {
        #expect(!Self.kept(name))
        #expect(!Self.kept(name, [.keepForwarded, .keepUnderscores]))
    }

    @Test(arguments: [
        "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Port",
        "X-Forwarded-Prefix", "Forwarded",
    ])
    func `forwarding fields go unless a trusted proxy sent them`(_ name: String) {
        #expect(!Self.kept(name))
        #expect(Self.kept(name, .keepForwarded))
    }

    @Test(arguments: [
        "X-Real-IP", "Client-IP", "X-Client-IP", "True-Client-IP", "X-Original-URL",
        "X-Rewrite-URL", "Proxy",
    ])
    func `addresses, rewrites and the CGI proxy go, whoever sent them`(_ name: String) {
        #expect(!Self.kept(name))
        #expect(!Self.kept(name, .keepForwarded))
    }

    @Test(arguments: ["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"])
    func `method overrides go`(_ name: String) {
        #expect(!Self.kept(name))
    }

    @Test(arguments: [
        "X_Bawaba_Org", "X.Bawaba.Org", "X-Bawaba_Org", "X_Forwarded_For", "Content_Length",
        "Transfer_Encoding", "Content.Type", "X_Request_Id", "Authorization_", "X~Bawaba~Org",
        "Access_Control_Request_Method", "X_HTTP_Method_Override", "Client_IP",
    ])
    func `look-alikes go even where underscores may stay`(_ name: String) {
        // `Authorization_` imitates nothing, and goes for its underscore.
        #expect(!Self.kept(name))
        #expect(!Self.kept(name, .keepUnderscores) || name == "Authorization_")
    }

    @Test(arguments: ["My_Header", "a_b"])
    func `other names with underscores go unless they may stay`(_ name: String) {
        #expect(!Self.kept(name))
        #expect(Self.kept(name, .keepUnderscores))
    }

    @Test(arguments: [
        "Authorization", "Content-Type", "Accept", "User-Agent", "X-Request-Id", "traceparent",
        "Origin", "My.Header", "X-My-Header", "Cookie", "Range", "If-Match",
    ])
    func `everything else stays`(_ name: String) {
        #expect(Self.kept(name))
    }

    @Test(arguments: [
        "x-custom", "X-CUSTOM", "close, X-Custom", " , X-Custom ,", "keep-alive,x-custom",
    ])
    func `what Connection names goes`(_ value: String) {
        var head = makeHead([("Connection", value), ("X-Custom", "c"), ("X-Other", "o")])
        Cleaning().clean(&head)
        let kept = keptNames(head)
        #expect(kept == ["X-Other"])
    }

    @Test func `a nominated Authorization is not read`() {
        var head = makeHead([("Authorization", "Bearer T"), ("Connection", "authorization")])
        Cleaning().clean(&head)
        #expect(head.fields.first(.authorization) == nil)
    }

    @Test func `every Connection field counts`() {
        var head = makeHead([
            ("X-A", "1"), ("Connection", "x-b"), ("X-B", "2"), ("Connection", "x-a"), ("X-C", "3"),
        ])
        Cleaning().clean(&head)
        let kept = keptNames(head)
        #expect(kept == ["X-C"])
    }
}
