import Bytes
import Document
import Reactor

extension PolicyReader {
    /// `listeners`: at least one.
    func listeners(behindProxies: Bool) -> [ListenerPolicy] {
        let example = "`- {address: \"0.0.0.0:8443\", hosts: [api.example.com], tls: …}`"
        guard root.required("listeners", remedy: "add one: \(example)") != nil,
            let sections = root.sections("listeners")
        else { return [] }
        if sections.isEmpty {
            findings.error(
                "`listeners` is empty, so nobody could connect", at: root.mark(of: "listeners"),
                remedy: "add one: \(example)")
        }
        bounded(sections, of: "listeners")
        var listeners: [ListenerPolicy] = []
        for section in sections {
            let listener = listener(section, behindProxies: behindProxies)
            section.finish()
            guard let listener else { continue }
            if listeners.contains(where: { $0.address == listener.address }) {
                findings.error(
                    "two listeners have the address \(listener.address)",
                    at: section.mark(of: "address"),
                    remedy: "make it one listener with the hosts and certificates of both")
            }
            listeners.append(listener)
        }
        return listeners
    }

    private func listener(_ section: Section, behindProxies: Bool) -> ListenerPolicy? {
        let address = socketAddress("address", in: section, example: "0.0.0.0:8443")
        let hosts = hosts(section)
        let proxyProtocol = section.flag("proxy_protocol", default: false)
        if proxyProtocol && !behindProxies {
            findings.error(
                "`\(section.path("proxy_protocol"))` is true, but nobody is trusted to send it",
                at: section.mark(of: "proxy_protocol"),
                remedy: "name the load balancer's network under `trusted_proxies`")
        }
        let http2 = section.flag("http2", default: true)
        let hadTLS = section.has("tls")
        let tls = section.section("tls").flatMap(listenerTLS)
        if let address, !hadTLS, !behindProxies, !(address.ip?.isLoopback ?? true) {
            findings.warning(
                "\(address) is plaintext and not loopback: tokens can be read on the way",
                at: section.mark(of: "address"),
                remedy: "add `tls`, or name the TLS load balancer under `trusted_proxies`")
        }
        guard let address, !hosts.isEmpty, !hadTLS || tls != nil else { return nil }
        return ListenerPolicy(
            address: address, hosts: hosts, tls: tls, proxyProtocol: proxyProtocol,
            http2: http2, mark: section.mark(of: hadTLS ? "tls" : "address"))
    }

    private func hosts(_ section: Section) -> [HostPattern] {
        guard
            section.required(
                "hosts", remedy: "list the names that clients use: `hosts: [api.example.com]`")
                != nil, let texts = section.texts("hosts")
        else { return [] }
        if texts.isEmpty {
            findings.error(
                "`\(section.path("hosts"))` is empty: every request would be answered 421",
                at: section.mark(of: "hosts"),
                remedy: "list the names that clients use, or `\"*\"` for any")
        }
        var patterns: [HostPattern] = []
        for (text, node) in texts {
            if let fault = HostText.fault(in: text) {
                section.refuse("hosts", node, because: "holds \"\(text)\"", remedy: fault)
            } else {
                patterns.append(HostPattern(text))
            }
        }
        return patterns
    }
}

/// The grammar of a host in a policy.
enum HostText {
    /// What to do about a text that is no host pattern; nil when it is one.
    static func fault(in text: String) -> String? {
        if text == "*" { return nil }
        if text.includes("://") || text.contains("/") {
            return "write the host alone, without scheme and path"
        }
        if text.hasPrefix("[") {
            let inner = text.dropFirst().dropLast()
            return text.hasSuffix("]") && IPAddress(String(inner)) != nil
                ? nil : "write an IPv6 address in brackets and without a port: \"[::1]\""
        }
        if text.contains(":") {
            return "leave out the port: the listener's own is meant"
        }
        let name = text.hasPrefix("*.") ? text.dropFirst(2) : text[...]
        if name.contains("*") {
            return "a `*` may only be the whole first label: \"*.example.com\""
        }
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        let isName = name.utf8.count <= 253 && labels.allSatisfy(isLabel)
        return isName ? nil : "write a host name such as api.example.com"
    }

    /// RFC 1123 §2.1, and `_`, which some private names have.
    private static func isLabel(_ label: Substring) -> Bool {
        (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
            && label.utf8.allSatisfy {
                ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
            }
    }
}
