import Bytes
import Document
import Policy
import Testing

@Suite struct PolicyTests {
    @Test func `the complete policy has nothing to complain about`() throws {
        let (policy, findings) = Policies.load(Policies.complete)
        #expect(findings.map(\.text) == [])
        #expect(policy != nil)
    }
    @Test func `all of it`() throws {
        let text = """
            contract: {document: openapi.yaml, overlay: [x.yaml]}
            listener: 3
            listeners:
              - {address: "127.0.0.1:8080", hosts: [https://api.example.com/, "a:443"]}
              - {address: ":8443", hosts: api.example.com, tls: {certificates: [{certificate_file: tls/key.pem, key_file: tls/cert.pem}]}}
              - {address: "0.0.0.0:8443", hosts: ["*"]}
              - {address: "0.0.0.0:8444", hosts: ["*"], tls: {minimum_version: 1.1, certificates: [{certificate_file: tls/nope.pem}]}, proxy_protocol: yes}
            trusted_proxies: [10.1.2.3/16, nonsense]
            redis: {url: "redis://:secret@127.0.0.1:6379", timeout: 30, prefx: "x"}
            upstreams:
              app: {targets: ["10.0.0.5:8080", "http://a/b", "https://x"], timeouts: {connect: 0s, idle: 64KB}}
              other: {targets: ["https://x"], tls: {verify: false}}
            limits:
              Standard: {rate: 60/minute}
              fast: {rate: 60 per minute, burst: 0}
            bounds: {body: 8MB, head: 12}
            operations:
              listItem: {auth: bearer}
              listItems: {auth: bearer, limit: fasst, upstream: ap}
              createItem: {auth: beaer, abilities: [write], handler: edge, body_max: 9MiB}
              POST /api/items: {auth: public, abilities: [write]}
              getItem: {auth: bearer-or-session, abilities: {any: []}, untouched: true}
            pass_through:
              - {prefix: /api}
              - {prefix: hooks/, methods: [get]}
            cors: {origins: ["*"], credentials: true}
            admin: {address: "0.0.0.0:9901"}
            access_log: stdot
            uid: www-data
            workers: many
            """
        for line in Policies.load(text).findings.map(\.text) { print(line) }
    }
}
