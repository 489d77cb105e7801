import Bytes
import Document
import Reactor

extension PolicyReader {
    /// `upstreams`: by name, at least one.
    /// - Parameter roots: the policy's `ca_file`.
    func upstreams(roots: [UInt8]?) -> [UpstreamPolicy] {
        let remedy = "add one: `upstreams: {app: {targets: [\"http://app.internal:8080\"]}}`"
        guard root.required("upstreams", remedy: remedy) != nil,
            let entries = root.namedEntries("upstreams")
        else { return [] }
        if entries.isEmpty {
            findings.error(
                "`upstreams` is empty", at: root.mark(of: "upstreams"), remedy: remedy)
        }
        bounded(entries, of: "upstreams")
        return entries.map { entry in
            let section = Section(
                entry.value, name: "upstreams.\(entry.key)", at: entry.keyMark, findings: findings)
            defer { section.finish() }
            return upstream(named: entry.key, section, roots: roots)
        }
    }

    /// An upstream whose targets are unusable has none: its name stays known to the operations.
    private func upstream(
        named name: String, _ section: Section, roots: [UInt8]?
    ) -> UpstreamPolicy {
        let targets = targets(section)
        let isTLS = targets.first?.isTLS ?? false
        if let other = targets.first(where: { $0.isTLS != isTLS }) {
            findings.error(
                "`\(section.name)` mixes http:// and https:// targets", at: other.mark,
                remedy: "make two upstreams, or let all targets speak the same")
        }
        let tls = upstreamTLS(section, isTLS: isTLS, roots: roots)
        let key = secret("assertion_key_file", in: section, bytesMin: Bounds.assertionKeyBytesMin)
        if !section.has("assertion_key_file") {
            findings.warning(
                "`\(section.name)` gets no signed assertion: it cannot tell our requests from "
                    + "others",
                at: section.mark,
                remedy: "openssl rand -hex 32 > KEY; chmod 600 KEY; add `assertion_key_file: KEY`")
        }
        let speaks = section.choice("protocol", of: UpstreamProtocol.self) ?? .http1
        var settings = targetSettings(section, speaks)
        let health = healthCheck(section, &settings)
        return UpstreamPolicy(
            name: name, targets: targets.map(\.target), speaks: speaks, tls: tls,
            host: upstreamHost(section), assertionKey: key, settings: settings, health: health,
            timeouts: UpstreamTimeouts.default.with(timeoutChanges(section, isUpstream: true)),
            mark: section.mark)
    }

    private func upstreamHost(_ section: Section) -> [UInt8]? {
        guard let (text, node) = section.text("host") else { return nil }
        let isPlain =
            !text.isEmpty
            && text.utf8.allSatisfy {
                ASCII.isAlphanumeric($0) || ".-_:[]".utf8.contains($0)
            }
        if isPlain { return Array(text.lowercased().utf8) }
        section.refuse(
            "host", node, because: "is \"\(text)\", not a host",
            remedy: "write the Host that the upstream expects, such as app.internal")
        return nil
    }

    private struct Target {
        let target: TargetPolicy
        let isTLS: Bool
        let mark: Mark
    }

    private func targets(_ section: Section) -> [Target] {
        let remedy = "list where it runs: `targets: [\"http://app.internal:8080\"]`"
        guard section.required("targets", remedy: remedy) != nil,
            let texts = section.texts("targets")
        else { return [] }
        if texts.isEmpty {
            findings.error(
                "`\(section.path("targets"))` is empty", at: section.mark(of: "targets"),
                remedy: remedy)
        }
        bounded(texts, of: section.path("targets"))
        var seen: [TargetPolicy] = []
        return texts.compactMap { text, node in
            do throws(UnitFault) {
                let (target, isTLS) = try TargetText.read(text)
                if seen.contains(target) {
                    section.refuse(
                        "targets", node, because: "lists \"\(text)\" twice",
                        remedy: "remove one: each target has the same share")
                }
                seen.append(target)
                return Target(target: target, isTLS: isTLS, mark: node.mark)
            } catch {
                section.refuse(
                    "targets", node, because: "holds \"\(text)\", which is no target",
                    remedy: error.remedy)
                return nil
            }
        }
    }

    private func upstreamTLS(
        _ upstream: Section, isTLS: Bool, roots: [UInt8]?
    ) -> UpstreamTLS? {
        let section = upstream.section("tls")
        defer { section?.finish() }
        let verifies = section?.flag("verify", default: true) ?? true
        let serverName = section?.text("server_name")?.text
        let ownRoots = section.flatMap { certificates("ca_file", in: $0, as: .open) }
        guard isTLS else {
            if let section {
                findings.error(
                    "`\(section.name)` stands beside http:// targets, which use no TLS",
                    at: section.mark, remedy: "write the targets as https://, or remove `tls`")
            }
            return nil
        }
        if !verifies {
            findings.warning(
                "`\(upstream.path("tls.verify"))` is false: anybody on the way can pose as the "
                    + "upstream",
                at: section?.mark(of: "verify"), remedy: "remove it, and name its CA in `ca_file`")
        } else if ownRoots == nil && roots == nil && !root.has("ca_file")
            && section?.has("ca_file") != true
        {
            findings.error(
                "`\(upstream.name)` is https://, but nothing says which CAs to trust",
                at: upstream.mark(of: "targets"),
                remedy: "add `ca_file: /etc/ssl/certs/ca-certificates.crt` at the top")
        }
        return UpstreamTLS(
            verifies: verifies, serverName: serverName, caPEM: verifies ? ownRoots ?? roots : nil)
    }

    /// `timeouts` of an upstream, or of an operation or prefix that differs from its upstream.
    func timeoutChanges(_ section: Section, isUpstream: Bool) -> UpstreamTimeoutChanges {
        var changes = UpstreamTimeoutChanges()
        guard let section = section.section("timeouts") else { return changes }
        defer { section.finish() }
        let range = 1...Bounds.timeoutMillisecondsMax
        changes.connectMilliseconds = section.duration("connect", in: range)
        changes.responseMilliseconds = section.duration("response", in: range)
        changes.idleMilliseconds = section.duration("idle", in: range)
        if isUpstream { changes.keepMilliseconds = section.duration("keep", in: range) }
        return changes
    }
}

/// What a `timeouts` section says; nil where it says nothing.
struct UpstreamTimeoutChanges {
    var connectMilliseconds: Int?
    var responseMilliseconds: Int?
    var idleMilliseconds: Int?
    var keepMilliseconds: Int?
}

extension UpstreamTimeouts {
    static var `default`: UpstreamTimeouts {
        UpstreamTimeouts(
            connectMilliseconds: Bounds.connectMilliseconds,
            responseMilliseconds: Bounds.responseMilliseconds,
            idleMilliseconds: Bounds.upstreamIdleMilliseconds,
            keepMilliseconds: Bounds.keepMilliseconds)
    }

    func with(_ changes: UpstreamTimeoutChanges) -> UpstreamTimeouts {
        UpstreamTimeouts(
            connectMilliseconds: changes.connectMilliseconds ?? connectMilliseconds,
            responseMilliseconds: changes.responseMilliseconds ?? responseMilliseconds,
            idleMilliseconds: changes.idleMilliseconds ?? idleMilliseconds,
            keepMilliseconds: changes.keepMilliseconds ?? keepMilliseconds)
    }
}

/// The grammar of an upstream's target: `http://name:port` or `https://[::1]:8443`.
enum TargetText {
    static func read(_ text: String) throws(UnitFault) -> (target: TargetPolicy, isTLS: Bool) {
        let isTLS = text.hasPrefix("https://")
        guard isTLS || text.hasPrefix("http://") else {
            throw UnitFault(
                remedy: text.includes("://")
                    ? "targets are http:// or https://"
                    : "say how to speak to it: \"http://\(text)\" or \"https://\(text)\"")
        }
        var rest = text.dropFirst(isTLS ? 8 : 7)
        if rest.last == "/" { rest.removeLast() }
        if rest.contains(where: { "/?#@".contains($0) }) {
            throw UnitFault(
                remedy: "write scheme, host and port only: the request's own path is sent")
        }
        var port: UInt16 = isTLS ? 443 : 80
        let portStart = rest.lastIndex(of: "]").map { rest.index(after: $0) } ?? rest.startIndex
        if let colon = rest[portStart...].firstIndex(of: ":") {
            guard let number = UInt16(rest[rest.index(after: colon)...]), number > 0 else {
                throw UnitFault(remedy: "the port is a number from 1 to 65535")
            }
            port = number
            rest = rest[..<colon]
        }
        let host = String(rest)
        if host.hasPrefix("["), host.hasSuffix("]") {
            let inner = String(host.dropFirst().dropLast())
            guard IPAddress(inner) != nil else {
                throw UnitFault(remedy: "write an IPv6 address in the brackets: \"[::1]\"")
            }
            return (TargetPolicy(host: inner, port: port), isTLS)
        }
        if host.contains("*") || HostText.fault(in: host) != nil {
            throw UnitFault(remedy: "write a host name or an IP address")
        }
        return (TargetPolicy(host: host.lowercased(), port: port), isTLS)
    }
}
