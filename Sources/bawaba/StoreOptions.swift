import ArgumentParser
import Bytes
import Document
import Policy
import Reactor
import Redis

/// Where a command finds Redis: in a policy, or as it is told.
struct StoreOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The policy whose Redis is meant. Its keys and certificates need not be readable.",
            valueName: "gateway.yaml"))
    var config: String?

    @Option(
        help: ArgumentHelp(
            "Redis without a policy: redis://host:port/db, rediss://… or unix:///path.",
            valueName: "url"))
    var redis: String?

    @Option(help: ArgumentHelp("What stands before every key, with --redis.", valueName: "text"))
    var prefix: String?

    @Option(
        help: ArgumentHelp(
            "A file with the password of --redis; nobody else may be able to read it.",
            valueName: "file"))
    var redisPasswordFile: String?

    @Option(
        help: ArgumentHelp("CAs that a rediss:// server is trusted by, PEM.", valueName: "file"))
    var redisCaFile: String?

    func validate() throws {
        switch (config, redis) {
        case (nil, nil):
            throw ValidationError(
                "say where Redis is: --config gateway.yaml, or --redis redis://127.0.0.1:6379")
        case (_?, _?):
            throw ValidationError("--config says where Redis is: leave --redis out, or --config")
        case (_?, nil):
            guard prefix == nil, redisPasswordFile == nil, redisCaFile == nil else {
                throw ValidationError(
                    "--prefix, --redis-password-file and --redis-ca-file go with --redis; "
                        + "with --config the policy says them")
            }
        case (nil, _?): break
        }
    }

    /// The options as words of another command.
    var words: String {
        let options = [
            ("--config", config), ("--redis", redis), ("--prefix", prefix),
            ("--redis-password-file", redisPasswordFile), ("--redis-ca-file", redisCaFile),
        ]
        return options.compactMap { name, value in value.map { "\(name) \($0)" } }
            .joined(separator: " ")
    }

    /// The place that the options name. Warnings about the policy go to standard error.
    ///
    /// - Parameter withEmbed: read the policy's `embed` too, with its master keys.
    func place(withEmbed: Bool = false) throws -> StorePlace {
        guard let config else { return try placeWithoutPolicy() }
        let (store, findings) = PolicyLoader.loadStore(
            PolicySource.read(config), withEmbed: withEmbed)
        for finding in findings { Terminal.error(finding.text) }
        guard let store else { throw ExitCode(1) }
        return StorePlace(
            address: store.redis.address, prefix: store.redis.prefix, caPEM: store.redis.caPEM,
            resolvers: store.resolvers, limitNames: store.limitNames, embed: store.embed)
    }

    /// The place, and how the policy makes embed tokens.
    func embedPlace() throws -> (place: StorePlace, embed: EmbedPolicy) {
        let place = try place(withEmbed: true)
        if let embed = place.embed { return (place, embed) }
        throw CommandFault(
            config == nil
                ? "--redis alone does not say where the master keys are"
                : "the policy has no `embed`, which names the master keys",
            remedy: config == nil
                ? "name the policy: --config gateway.yaml"
                : "add `embed: {issuer: \"https://…\", master_key_file: FILE}`")
    }

    private func placeWithoutPolicy() throws(CommandFault) -> StorePlace {
        var address: RedisAddress
        do throws(RedisAddress.Fault) {
            address = try RedisAddress(redis ?? "")
        } catch {
            throw CommandFault("--redis is no Redis address", remedy: error.remedy)
        }
        if address.credentials.password != nil {
            throw CommandFault(
                "--redis holds a password, which every user of this machine can see",
                remedy: "write it into a file of mode 600 and name that: --redis-password-file")
        }
        if let path = redisPasswordFile {
            let password = try SecretFile.read(path, option: "--redis-password-file")
            address.credentials.password = RedisPassword(password)
        }
        var authorities: [UInt8]?
        if let path = redisCaFile {
            guard address.isTLS else {
                throw CommandFault(
                    "--redis-ca-file is of no use without TLS",
                    remedy: "write --redis rediss://…, or leave it out")
            }
            authorities = try SecretFile.readPublic(path, option: "--redis-ca-file")
        }
        let text = prefix ?? "bawaba:"
        guard !text.utf8.contains(where: { ASCII.isControl($0) || $0 == ASCII.space }) else {
            throw CommandFault(
                "--prefix holds a space or control character",
                remedy: "write a short text, such as bawaba:")
        }
        return StorePlace(
            address: address, prefix: Array(text.utf8), caPEM: authorities, resolvers: [],
            limitNames: nil, embed: nil)
    }
}

/// A Redis, and what of a policy matters to commands that use it.
struct StorePlace {
    let address: RedisAddress
    /// Stands before every key.
    let prefix: [UInt8]
    /// Trusted roots for `rediss://`; nil means the system's.
    let caPEM: [UInt8]?
    let resolvers: [SocketAddress]
    /// The policy's limits; nil when no policy was named.
    let limitNames: [String]?
    /// The policy's embed tokens, where they were asked for.
    let embed: EmbedPolicy?

    /// How messages name it: without credentials.
    var name: String {
        switch address.endpoint {
        case .unix(let path): path
        case .tcp(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        }
    }
}
