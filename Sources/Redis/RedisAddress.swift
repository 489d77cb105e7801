import Bytes

/// What a link says first: who it is and which database it wants. Prints without the password.
package struct RedisCredentials: Sendable, Equatable {
    /// ACL user; nil means the default user.
    package var user: String?
    /// nil when Redis asks for none.
    package var password: RedisPassword?
    /// Database number; 0 needs no SELECT.
    package var database: Int

    package init(user: String? = nil, password: RedisPassword? = nil, database: Int = 0) {
        self.user = user
        self.password = password
        self.database = database
    }

    /// Replies that the greeting gets.
    var greetingCount: Int { (password == nil ? 0 : 1) + (database == 0 ? 0 : 1) }

    func writeGreeting(into pipeline: inout RedisPipeline) {
        if let password {
            pipeline.begin(user == nil ? 2 : 3)
            pipeline.argument("AUTH")
            if let user { pipeline.argument(Array(user.utf8).span) }
            pipeline.argument(password.bytes.span)
        }
        if database != 0 {
            pipeline.begin(2)
            pipeline.argument("SELECT")
            pipeline.argument(decimal: database)
        }
    }
}

/// A password that no description, dump or interpolation shows.
package struct RedisPassword: Sendable, Equatable, CustomStringConvertible, CustomReflectable {
    let bytes: [UInt8]

    /// A password as bytes. One trailing line end, as editors leave it in files, is dropped.
    package init(_ bytes: [UInt8]) {
        var kept = bytes[...]
        if kept.last == ASCII.lf { kept.removeLast() }
        if kept.last == ASCII.cr { kept.removeLast() }
        self.bytes = Array(kept)
    }

    package var description: String { "(password)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// Where a Redis is: `redis://[user[:password]@]host[:port][/database]`, `rediss://…` for TLS,
/// `unix:///path/to/socket[?db=n]`.
package struct RedisAddress: Sendable, Equatable {
    package enum Endpoint: Sendable, Equatable {
        case tcp(host: String, port: Int)
        case unix(path: String)
    }

    package enum Fault: Error, Equatable, Sendable {
        case unknownScheme, missingHost, invalidPort, invalidDatabase, invalidEscape, invalidPath

        /// What is wrong and what to write instead, for a policy's diagnostic.
        package var remedy: String {
            switch self {
            case .unknownScheme: "begin with redis://, rediss:// or unix:///"
            case .missingHost: "name a host, such as redis://127.0.0.1:6379"
            case .invalidPort: "the port is a number from 1 to 65535"
            case .invalidDatabase: "the database is a number from 0 to 65535"
            case .invalidEscape: "write % as %25 in the user's name and password"
            case .invalidPath: "give a socket's absolute path, such as unix:///run/redis.sock"
            }
        }
    }

    package var endpoint: Endpoint
    package var isTLS: Bool
    package var credentials: RedisCredentials

    /// Reads a URL. The faults never repeat the text, since it may hold a password.
    package init(_ url: String) throws(Fault) {
        credentials = RedisCredentials()
        isTLS = url.hasPrefix("rediss://")
        if url.hasPrefix("unix://") {
            let parts = url.dropFirst(7).split(
                separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
            // 107 bytes is what `sun_path` holds beside its NUL (unix(7)).
            guard let path = parts.first, path.hasPrefix("/"), path.utf8.count <= 107 else {
                throw .invalidPath
            }
            endpoint = .unix(path: String(path))
            guard parts.count == 2 else { return }
            guard parts[1].hasPrefix("db=") else { throw .invalidDatabase }
            credentials.database = try Self.database(parts[1].dropFirst(3))
            return
        }
        guard isTLS || url.hasPrefix("redis://") else { throw .unknownScheme }
        var rest = url.dropFirst(isTLS ? 9 : 8)
        if let slash = rest.firstIndex(of: "/") {
            let number = rest[rest.index(after: slash)...]
            if !number.isEmpty { credentials.database = try Self.database(number) }
            rest = rest[..<slash]
        }
        if let at = rest.lastIndex(of: "@") {
            let (user, password) = try Self.userInfo(rest[..<at])
            credentials.user = user
            credentials.password = password
            rest = rest[rest.index(after: at)...]
        }
        endpoint = try Self.hostPort(rest)
    }

    private static func database(_ text: Substring) throws(Fault) -> Int {
        guard let number = Int(text), (0...65_535).contains(number) else { throw .invalidDatabase }
        return number
    }

    private static func hostPort(_ text: Substring) throws(Fault) -> Endpoint {
        var host = text
        var port = 6379
        let end = text.hasPrefix("[") ? text.firstIndex(of: "]") ?? text.endIndex : text.startIndex
        if let colon = text[end...].lastIndex(of: ":") {
            guard let number = Int(text[text.index(after: colon)...]),
                (1...65_535).contains(number)
            else { throw .invalidPort }
            port = number
            host = text[..<colon]
        }
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        guard !host.isEmpty else { throw .missingHost }
        return .tcp(host: String(host), port: port)
    }

    private static func userInfo(
        _ text: Substring
    ) throws(Fault) -> (user: String?, password: RedisPassword?) {
        let colon = text.firstIndex(of: ":")
        let user = try decode(text[..<(colon ?? text.endIndex)])
        guard let colon else { return (String(decoding: user, as: UTF8.self), nil) }
        let password = try decode(text[text.index(after: colon)...])
        return (
            user.isEmpty ? nil : String(decoding: user, as: UTF8.self), RedisPassword(password)
        )
    }

    /// Percent-decoding (RFC 3986 §2.1).
    private static func decode(_ text: Substring) throws(Fault) -> [UInt8] {
        var decoded: [UInt8] = []
        var bytes = text.utf8.makeIterator()
        while let byte = bytes.next() {
            guard byte == UInt8(ascii: "%") else {
                decoded.append(byte)
                continue
            }
            guard let high = bytes.next().flatMap(ASCII.hexValue),
                let low = bytes.next().flatMap(ASCII.hexValue)
            else { throw .invalidEscape }
            decoded.append(high << 4 | low)
        }
        return decoded
    }
}
