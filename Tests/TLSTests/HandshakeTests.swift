import Bytes
import Reactor
import TLS
import Testing

@Suite struct HandshakeTests {
    @Test func `both sides agree on TLS 1.3, the name and the protocol`() throws {
        var pair = try Pair.connected(
            makeServer(["a"], protocols: ["h2", "http/1.1"]),
            makeClient(protocols: ["http/1.1", "h2"]), name: "a.test")
        let results = pair.handshake()
        #expect(results.client == .done)
        #expect(results.server == .done)
        let seen = pair.server.withSession { session in
            [
                "\(session.versionText)", session.cipherName, session.selectedProtocol.toString(),
                session.serverName.toString(), "\(session.isResumed)",
            ]
        }
        #expect(seen == ["TLSv1.3", "TLS_AES_128_GCM_SHA256", "h2", "a.test", "false"])
        let agreed = pair.client.withSession { $0.selectedProtocol.toString() }
        #expect(agreed == "h2")
        let isTLS = pair.client.isTLS && pair.server.isTLS
        #expect(isTLS)
    }

    @Test func `sessions of one context shake hands and talk in turn`() throws {
        let (server, client) = (try makeServer(["a"]), try makeClient())
        var first = try Pair.connected(server, client, name: "a.test")
        var second = try Pair.connected(server, client, name: "a.test")
        // Each begins while the other is in the middle of it.
        let hellos = [first.client.handshake(), second.client.handshake()]
        first.mark()
        let answer = first.server.handshake()
        #expect(hellos == [.wouldBlock, .wouldBlock] && answer == .wouldBlock)
        let seconds = second.handshake()
        let firsts = first.handshake()
        #expect(seconds == (.done, .done))
        #expect(firsts == (.done, .done))
        _ = first.client.send(Array("one".utf8).span)
        _ = second.client.send(Array("two".utf8).span)
        second.client.close()
        var one = ByteBuffer()
        var two = ByteBuffer()
        first.mark()
        _ = first.server.receive(into: &one, atMost: 10)
        _ = second.server.receive(into: &two, atMost: 10)
        let texts = [one.span.toString(), two.span.toString()]
        #expect(texts == ["one", "two"])
        second.mark()
        let end = second.server.receive(into: &two, atMost: 10)
        #expect(end == .closed)
    }

    @Test func `without ALPN on the client's side there is no protocol and no error`() throws {
        var pair = try Pair.connected(makeServer(["a"]), makeClient(), name: "a.test")
        let results = pair.handshake()
        #expect(results.server == .done)
        let selected = pair.server.withSession { $0.selectedProtocol.isEmpty }
        #expect(selected == true)
    }

    @Test func `a client that offers only other protocols is refused with an alert`() throws {
        var pair = try Pair.connected(
            makeServer(["a"]), makeClient(protocols: ["spdy/3"]), name: "a.test")
        let results = pair.handshake()
        // no_application_protocol (RFC 7301 §3.2)
        guard case .failed(.alert(120, _)) = results.client,
            case .failed(.violation(let reason)) = results.server
        else { throw Command.Failure(description: "\(results)") }
        #expect(reason == "no application protocol")
    }

    // The certificate that a client verifies against the name it asked for.
    @Test(arguments: [
        ("a.test", true), ("A.TEST", true), ("b.test", true), ("x.b.test", true),
        ("exact.b.test", true), ("127.0.0.1", false), ("x.y.b.test", false), ("c.test", false),
        ("b.test.", false), ("est", false),
    ])
    func `a server is believed for the names in its certificates only`(
        name: String, isTrusted: Bool
    ) throws {
        var pair = try Pair.connected(makeServer(["a", "wild", "exact"]), makeClient(), name: name)
        let results = pair.handshake()
        if isTrusted {
            #expect(results.client == .done)
            #expect(results.server == .done)
        } else {
            guard case .failed(.untrusted(let reason)) = results.client else {
                throw Command.Failure(description: "\(results)")
            }
            #expect(reason.hasSuffix("mismatch"))
        }
    }

    @Test(arguments: [
        ("local", "127.0.0.1", true), ("local", "::1", false), ("local", "localhost", true),
        ("common.test", "common.test", true), ("common.test", "other.test", false),
        ("rsa", "rsa.test", true),
    ])
    func `addresses, common names and RSA keys are verified too`(
        certificate: String, name: String, isTrusted: Bool
    ) throws {
        var pair = try Pair.connected(makeServer([certificate]), makeClient(), name: name)
        let results = pair.handshake()
        #expect((results.client == .done) == isTrusted)
    }

    @Test func `a certificate of an unknown authority is not believed`() throws {
        let stranger = try Material.shared.get().stranger
        let client = try TLSClientContext(
            trust: .authorities(pem: stranger, file: "stranger.pem"))
        var pair = try Pair.connected(makeServer(["a"]), client, name: "a.test")
        let results = pair.handshake()
        #expect(
            results.client
                == .failed(.untrusted(reason: "unable to get local issuer certificate")))
        // unknown_ca (RFC 8446 §6.2)
        guard case .failed(.alert(48, _)) = results.server else {
            throw Command.Failure(description: "\(results)")
        }
    }

    @Test func `a client that trusts anyone takes any certificate`() throws {
        var pair = try Pair.connected(
            makeServer(["a"]), TLSClientContext(trust: .anyone), name: "c.test")
        let results = pair.handshake()
        #expect(results.client == .done)
        #expect(results.server == .done)
    }

    @Test func `plain HTTP at a TLS listener is called by its name`() throws {
        var pair = try Pair()
        try pair.server.startTLS(makeServer(["a"]))
        let request = Array("GET / HTTP/1.1\r\nHost: a.test\r\n\r\n".utf8)
        let sent = pair.client.send(request.span)
        #expect(sent == .bytes(request.count))
        #expect(pair.server.handshake() == .failed(.violation(reason: "http request")))
        #expect(pair.server.handshake() == .failed(.closed))
        var buffer = ByteBuffer()
        let received = pair.server.receive(into: &buffer, atMost: 10)
        #expect(received == .failed(.connectionReset))
    }

    @Test func `a client that leaves during the handshake closed it`() throws {
        var pair = try Pair.connected(makeServer(["a"]), makeClient(), name: "a.test")
        #expect(pair.client.handshake() == .wouldBlock)
        #expect(pair.server.handshake() == .wouldBlock)
        pair.client.finishSending()
        pair.server.markReadable(peerClosed: true)
        #expect(pair.server.handshake() == .failed(.closed))
    }

    @Test func `data before the handshake's end is neither read nor written`() throws {
        var pair = try Pair.connected(makeServer(["a"]), makeClient(), name: "a.test")
        let sent = pair.client.send([1].span)
        #expect(sent == .failed(.brokenPipe))
        pair.client.finishSending()
    }

    @Test func `plain text needs no handshake`() throws {
        var pair = try Pair()
        #expect(pair.server.handshake() == .done)
        #expect(pair.server.isTLS == false)
        #expect(pair.server.withSession { _ in true } == nil)
    }
}
