import Bytes
import Document
import Redis

extension PolicyReader {
    /// `redis`
    /// - Parameter roots: the policy's `ca_file`.
    func redis(roots: [UInt8]?) -> RedisPolicy? {
        let remedy = "add `redis: {url: \"redis://127.0.0.1:6379\"}`"
        guard let section = root.section("redis") else {
            findings.error(
                "the policy has no `redis`, where tokens and quotas are", at: root.mark,
                remedy: remedy)
            return nil
        }
        defer { section.finish() }
        let prefix = section.text("prefix")?.text ?? "bawaba:"
        if prefix.utf8.contains(where: { ASCII.isControl($0) || $0 == ASCII.space }) {
            findings.error(
                "`redis.prefix` holds a space or control character",
                at: section.mark(of: "prefix"), remedy: "write a short text, such as `bawaba:`")
        }
        let timeout = section.duration("timeout", in: 1...60_000) ?? Bounds.redisMilliseconds
        let recheck = section.duration("recheck", in: 100...3_600_000) ?? Bounds.recheckMilliseconds
        let ownRoots = certificates("ca_file", in: section, as: .open)
        let password = secret("password_file", in: section, bytesMin: 1)
        guard section.required("url", remedy: remedy) != nil,
            let address = redisAddress(section, password: password)
        else { return nil }
        let isTrusted = ownRoots != nil || roots != nil || section.has("ca_file")
        if address.isTLS, !isTrusted, !root.has("ca_file") {
            findings.error(
                "`redis.url` is rediss://, but nothing says which CAs to trust",
                at: section.mark(of: "url"), remedy: "add `ca_file` to `redis` or at the top")
        }
        if !address.isTLS, section.has("ca_file") {
            findings.error(
                "`redis.ca_file` is of no use: `redis.url` is not rediss://",
                at: section.mark(of: "ca_file"), remedy: "write rediss://, or remove `ca_file`")
        }
        return RedisPolicy(
            address: address, prefix: Array(prefix.utf8), timeoutMilliseconds: timeout,
            recheckMilliseconds: recheck,
            caPEM: address.isTLS ? ownRoots ?? roots : nil, mark: section.mark)
    }

    private func redisAddress(_ section: Section, password: Secret?) -> RedisAddress? {
        guard let (text, node) = section.text("url") else { return nil }
        do throws(RedisAddress.Fault) {
            var address = try RedisAddress(text)
            if address.credentials.password != nil {
                // The message must not repeat the URL.
                findings.error(
                    "`redis.url` holds a password, which anybody who reads the policy sees",
                    at: node.mark,
                    remedy: "move it to a file: `password_file: secrets/redis`, mode 600")
                return nil
            }
            if let user = address.credentials.user, !section.has("password_file") {
                // Without a password no AUTH is sent, and Redis takes us for its default user.
                findings.error(
                    "`redis.url` names the user `\(user)`, but there is no password to log in with",
                    at: node.mark,
                    remedy: "add `password_file`, or leave the user out to be Redis' default user")
                return nil
            }
            if let password { address.credentials.password = RedisPassword(password.bytes) }
            return address
        } catch {
            findings.error(
                "`redis.url` is no Redis address", at: node.mark, remedy: error.remedy)
            return nil
        }
    }
}
