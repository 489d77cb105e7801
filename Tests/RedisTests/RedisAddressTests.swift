import Bytes
import Redis
import Testing

@Suite struct RedisAddressTests {
    @Test(arguments: [
        ("redis://127.0.0.1:6380/3", "127.0.0.1", 6380, 3, false),
        ("redis://cache.example", "cache.example", 6379, 0, false),
        ("redis://cache.example/", "cache.example", 6379, 0, false),
        ("rediss://[::1]:6381", "::1", 6381, 0, true),
        ("redis://[::1]", "::1", 6379, 0, false),
        ("redis://u:p%40%2F@h:1/65535", "h", 1, 65_535, false),
    ])
    func `a URL names a server`(
        url: String, host: String, port: Int, database: Int, isTLS: Bool
    ) throws {
        let address = try RedisAddress(url)
        #expect(address.endpoint == .tcp(host: host, port: port))
        #expect(address.credentials.database == database && address.isTLS == isTLS)
    }

    @Test func `a URL names a socket`() throws {
        let address = try RedisAddress("unix:///run/redis.sock?db=2")
        #expect(address.endpoint == .unix(path: "/run/redis.sock"))
        #expect(address.credentials.database == 2)
    }

    @Test(arguments: [
        ("http://h", RedisAddress.Fault.unknownScheme), ("redis://", .missingHost),
        ("redis://h:0", .invalidPort), ("redis://h:65536", .invalidPort),
        ("redis://h:x", .invalidPort), ("redis://h/x", .invalidDatabase),
        ("redis://h/65536", .invalidDatabase), ("redis://:%zz@h", .invalidEscape),
        ("unix://run/redis.sock", .invalidPath), ("unix:///a?x=1", .invalidDatabase),
        ("unix:///" + String(repeating: "a", count: 107), .invalidPath),
    ])
    func `a URL that names nothing is refused with its reason`(
        url: String, fault: RedisAddress.Fault
    ) {
        #expect(throws: fault) { try RedisAddress(url) }
    }

    @Test func `a password is sent and never shown`() throws {
        let address = try RedisAddress("redis://me:s3cr%65t@h/1")
        var shown = "\(address)" + String(reflecting: address)
        dump(address, to: &shown)
        #expect(!shown.contains("s3cret"))
        var link = RedisLink(
            credentials: address.credentials, scripts: [], timeoutMilliseconds: 250)
        _ = link.poll(nowMilliseconds: 0)
        link.connected(nowMilliseconds: 0)
        let greeting = link.pipeline.output.span.toString()
        #expect(greeting.hasPrefix("*3\r\n$4\r\nAUTH\r\n$2\r\nme\r\n$6\r\ns3cret\r\n*2\r\n"))
    }

    @Test func `a password file's line end is not part of the password`() {
        #expect(RedisPassword(Array("pw\r\n".utf8)) == RedisPassword(Array("pw".utf8)))
        #expect(RedisPassword(Array("pw\n\n".utf8)) != RedisPassword(Array("pw".utf8)))
    }
}
