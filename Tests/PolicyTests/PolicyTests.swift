import Bytes
import Contract
import Quota
import Reactor
import Redis
import Testing
import Upstream

@testable import Policy

@Suite struct PolicyTests {
    @Test func `a short policy is complete: the rest are defaults`() throws {
        let (policy, findings) = Policies.load(Policies.complete)
        #expect(findings == [])
        let complete = try #require(policy)
        #expect(complete.workers == 0)
        #expect(complete.redis.timeoutMilliseconds == 250)
        #expect(complete.redis.prefix == Array("bawaba:".utf8))
        #expect(complete.errors == .laravel)
        #expect(complete.cors == nil)
        #expect(complete.sessionCookie == nil)
        #expect(complete.accessLog == .standardOutput)
        #expect(complete.adminAddress == nil)
        #expect(complete.controlSocket == nil)
        #expect(complete.bounds.bodyBytesMax == Bounds.bodyBytesMax)
        #expect(complete.timeouts.headMilliseconds == Bounds.headMilliseconds)
        #expect(complete.upstreams[0].timeouts.responseMilliseconds == 30_000)
        #expect(complete.failedLookups.requests == 30)
        #expect(!complete.keepsUnderscoreFields)
    }

    @Test func `everything that a policy can say arrives`() throws {
        let text = """
            x-note: kept for people
            contract: {document: openapi.yaml}
            errors: problem
            workers: 3
            trusted_proxies: ["10.0.0.0/8", "::1"]
            resolvers: ["10.0.0.2", "[2001:db8::1]:5353"]
            ca_file: ca.pem
            listeners:
              - address: "[::1]:8443"
                hosts: ["*.Example.com"]
                proxy_protocol: true
                tls:
                  minimum_version: 1.3
                  certificates: [{certificate_file: tls/cert.pem, key_file: tls/key.pem}]
            redis:
              url: "rediss://edge@cache.internal:6380/2"
              password_file: keys/assertion
              prefix: "edge:"
              timeout: 100ms
            upstreams:
              app:
                targets: ["https://a.internal", "https://[2001:db8::5]:8443"]
                tls: {server_name: app.internal}
                host: App.internal
                assertion_key_file: keys/assertion
                kept_connections: 8
                timeouts: {connect: 1s, response: 2m, idle: 5s, keep: 10s}
            limits:
              few: {rate: 10 per second, burst: 20}
              some: {rate: 100 per 10s}
            session_cookie: shop_session
            failed_lookups: {rate: 5 per minute}
            defaults: {auth: bearer-or-session, abilities: {any: [read, admin]}, limit: few}
            bounds: {target: 4KiB, head: 16KiB, fields: 50, body: 2MiB, connections: 500}
            timeouts: {handshake: 3s, head: 4s, body: 5s, write: 6s, idle: 7s, drain: 8s}
            cleaning: {keep_underscore_fields: true}
            cors:
              paths: [/api]
              origins: [https://shop.example.com]
              methods: [get, POST]
              headers: [Content-Type]
              exposed_headers: [X-Total]
              credentials: true
              max_age: 10m
            admin: {address: "127.0.0.1:9901"}
            control: {socket: run/control.sock}
            access_log: off
            uid: 1000
            gid: 1001
            """
        let (policy, findings) = Policies.load(text)
        #expect(findings == [])
        let whole = try #require(policy)
        #expect(whole.errors == .problem && whole.workers == 3)
        #expect(whole.trustedProxies.count == 2)
        #expect(
            whole.resolvers == [SocketAddress("10.0.0.2:53"), SocketAddress("[2001:db8::1]:5353")])
        let listener = whole.listeners[0]
        #expect(listener.address == SocketAddress("[::1]:8443") && listener.proxyProtocol)
        #expect(listener.tls?.minimumVersion == .tls13)
        #expect(listener.tls?.certificates.first?.keyPEM.bytes == Array(Policies.key.utf8))
        #expect(whole.redis.address.isTLS && whole.redis.address.credentials.user == "edge")
        #expect(whole.redis.address.credentials.password != nil && whole.redis.caPEM != nil)
        let upstream = whole.upstreams[0]
        #expect(
            upstream.targets == [
                TargetPolicy(host: "a.internal", port: 443),
                TargetPolicy(host: "2001:db8::5", port: 8443),
            ])
        #expect(upstream.tls?.serverName == "app.internal" && upstream.tls?.caPEM != nil)
        #expect(upstream.host == Array("app.internal".utf8))
        #expect(upstream.settings.keptConnections == 8)
        #expect(upstream.assertionKey?.bytes.count == 64)
        #expect(upstream.timeouts.responseMilliseconds == 120_000)
        #expect(whole.limits.map(\.name) == ["few", "some"])
        #expect(
            whole.limits.map(\.quota) == [
                QuotaLimit(requests: 10, periodSeconds: 1, burst: 20),
                QuotaLimit(requests: 100, periodSeconds: 10, burst: 100),
            ])
        #expect(whole.operations[0].auth == .bearerOrSession && whole.operations[0].limit == 0)
        #expect(whole.operations[0].abilities == .any(["read", "admin"]))
        #expect(whole.bounds.headBytesMax == 16_384 && whole.bounds.connectionsMax == 500)
        #expect(whole.timeouts.drainMilliseconds == 8_000 && whole.keepsUnderscoreFields)
        #expect(whole.cors?.methods == [Array("GET".utf8), Array("POST".utf8)])
        #expect(whole.cors?.headers == [Array("content-type".utf8)])
        #expect(whole.cors?.maxAgeSeconds == 600)
        #expect(whole.controlSocket == "run/control.sock" && whole.accessLog == .off)
        #expect(whole.uid == 1_000 && whole.gid == 1_001)
    }

    @Test func `two workers compile the same policy from one source`() throws {
        let source = Policies.source(Policies.complete)
        let one = try #require(PolicyLoader.load(source).policy)
        let other = try #require(PolicyLoader.load(source).policy)
        #expect(one.operations.count == other.operations.count)
        #expect(one.contract.operations.map(\.id) == other.contract.operations.map(\.id))
        #expect(one.contract.document !== other.contract.document)
    }

    @Test func `no dump shows a secret`() throws {
        let policy = try #require(Policies.load(Policies.complete).policy)
        var text = ""
        dump(policy.upstreams, to: &text)
        text += String(describing: policy.upstreams) + String(reflecting: policy.upstreams)
        #expect(!text.contains("97, 97"))
        #expect(text.contains("(secret)"))
    }
}
