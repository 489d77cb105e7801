import Bytes
import Document
import Reactor

extension PolicyReader {
    /// `workers`: `auto` or a number; 0 means one per core.
    func workers() -> Int {
        guard let value = root.value("workers"), value.text != "auto" else { return 0 }
        if value.int == nil {
            root.refuse(
                "workers", value, because: "is \(value.kindText)",
                remedy: "write `auto` (one per core) or a number")
            return 0
        }
        return root.count("workers", in: 0...Bounds.workersMax) ?? 0
    }

    /// `bounds`
    func bounds() -> RequestBounds {
        let section = root.section("bounds")
        defer { section?.finish() }
        return RequestBounds(
            targetBytesMax: section?.size("target", in: 256...65_536) ?? Bounds.targetBytesMax,
            headBytesMax: section?.size("head", in: 1_024...1_048_576) ?? Bounds.headBytesMax,
            fieldsMax: section?.count("fields", in: 8...1_000) ?? Bounds.fieldsMax,
            bodyBytesMax: section?.size("body", in: 0...Bounds.bodyBytesCeiling)
                ?? Bounds.bodyBytesMax,
            connectionsMax: section?.count("connections", in: 1...1_000_000)
                ?? Bounds.connectionsMax,
            connectionsPerAddressMax: section?.count(
                "connections_per_address", in: 1...1_000_000),
            requestsPerConnectionMax: section?.count(
                "requests_per_connection", in: 1...1_000_000_000)
                ?? Bounds.requestsPerConnectionMax,
            memoryBytesMax: section?.size("memory", in: 1...Bounds.bodyBytesCeiling))
    }

    /// `timeouts` towards clients.
    func timeouts() -> ClientTimeouts {
        let section = root.section("timeouts")
        defer { section?.finish() }
        let range = 1...Bounds.timeoutMillisecondsMax
        func limit(_ key: String, _ standard: Int) -> Int {
            section?.duration(key, in: range) ?? standard
        }
        return ClientTimeouts(
            handshakeMilliseconds: limit("handshake", Bounds.handshakeMilliseconds),
            headMilliseconds: limit("head", Bounds.headMilliseconds),
            bodyMilliseconds: limit("body", Bounds.bodyMilliseconds),
            writeMilliseconds: limit("write", Bounds.writeMilliseconds),
            idleMilliseconds: limit("idle", Bounds.idleMilliseconds),
            tunnelMilliseconds: limit("websocket", Bounds.tunnelMilliseconds),
            drainMilliseconds: limit("drain", Bounds.drainMilliseconds),
            upgradeDrainMilliseconds: limit("upgrade_drain", Bounds.upgradeDrainMilliseconds),
            upgradeStartMilliseconds: limit("upgrade_start", Bounds.upgradeStartMilliseconds))
    }

    /// `admin`: warned about when others can reach it.
    func admin(beside listeners: [ListenerPolicy]) -> SocketAddress? {
        guard let section = root.section("admin") else { return nil }
        defer { section.finish() }
        guard let address = socketAddress("address", in: section, example: "127.0.0.1:9901") else {
            return nil
        }
        if listeners.contains(where: { $0.address == address }) {
            findings.error(
                "`admin.address` is a listener's address", at: section.mark(of: "address"),
                remedy: "give it a port of its own, such as \"127.0.0.1:9901\"")
        }
        if !(address.ip?.isLoopback ?? true) {
            findings.warning(
                "`admin.address` \(address) is not loopback: whoever reaches it reads the metrics",
                at: section.mark(of: "address"),
                remedy: "write \"127.0.0.1:\(address.port)\", or close the port to the outside")
        }
        return address
    }

    /// `control`: the socket's path.
    func controlSocket() -> String? {
        guard let section = root.section("control") else { return nil }
        defer { section.finish() }
        guard
            section.required(
                "socket", remedy: "name its path: `socket: /run/bawaba/control.sock`") != nil,
            let (text, node) = section.text("socket")
        else { return nil }
        let path = PolicySource.resolve(text, in: node.mark.file)
        guard !text.isEmpty, path.utf8.count <= SocketAddress.pathBytesMax else {
            section.refuse(
                "socket", node, because: "is \(path.utf8.count) bytes long: \(path)",
                remedy: "a unix socket's path has 1 to \(SocketAddress.pathBytesMax) bytes")
            return nil
        }
        return path
    }

    /// `access_log`
    func accessLog() -> AccessLogDestination {
        guard let (text, node) = root.text("access_log") else { return .standardOutput }
        switch text {
        case "stdout": return .standardOutput
        case "off": return .off
        default:
            guard text.contains("/") || text.contains(".") else {
                let near = Suggestion.nearest(to: text, among: ["stdout", "off"])
                root.refuse(
                    "access_log", node, because: "is \"\(text)\"",
                    remedy: near.map { "did you mean `\($0)`?" }
                        ?? "write `stdout`, `off` or a path such as ./access.log")
                return .standardOutput
            }
            return .file(PolicySource.resolve(text, in: node.mark.file))
        }
    }

    /// `uid` or `gid`
    func account(_ key: String) -> UInt32? {
        guard let value = root.value(key) else { return nil }
        if value.string != nil {
            root.refuse(
                key, value, because: "is \(value.kindText)",
                remedy: "write the number (`id -u NAME`): a static binary cannot look up names")
            return nil
        }
        return root.count(key, in: 0...Int(Int32.max)).flatMap(UInt32.init(exactly:))
    }

    /// `cleaning`
    func keepsUnderscoreFields() -> Bool {
        let section = root.section("cleaning")
        defer { section?.finish() }
        return section?.flag("keep_underscore_fields", default: false) ?? false
    }

    /// `session_cookie`
    func sessionCookie() -> [UInt8]? {
        guard let (text, node) = root.text("session_cookie") else { return nil }
        if !text.isEmpty, text.utf8.allSatisfy(ASCII.isTokenByte) { return Array(text.utf8) }
        root.refuse(
            "session_cookie", node, because: "is \"\(text)\", not a cookie's name",
            remedy: "write the name alone, such as `oktawa_session`")
        return nil
    }
}
