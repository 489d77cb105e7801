import Bytes
import Document
import Reactor

extension PolicyReader {
    /// An IP address with a port; nil when the key is missing or holds something else.
    func socketAddress(_ key: String, in section: Section, example: String) -> SocketAddress? {
        let remedy = "write an IP address and a port: \"\(example)\""
        guard section.required(key, remedy: remedy) != nil,
            let (text, node) = section.text(key)
        else { return nil }
        if let address = SocketAddress(text), !address.isUnix { return address }
        section.refuse(
            key, node, because: "is \"\(text)\", not an address",
            remedy: text.hasPrefix(":") ? "write \"0.0.0.0\(text)\"" : remedy)
        return nil
    }

    /// `trusted_proxies`
    func trustedProxies() -> [CIDR] {
        var networks: [CIDR] = []
        for (text, node) in root.texts("trusted_proxies") ?? [] {
            guard let network = CIDR(text) else {
                let address = text.split(separator: "/").first.map(String.init) ?? ""
                root.refuse(
                    "trusted_proxies", node, because: "holds \"\(text)\", not a network",
                    remedy: IPAddress(address) == nil
                        ? "write an address or a network: \"10.0.0.7\" or \"10.0.0.0/8\""
                        : "the bits behind the prefix must be 0: \"10.1.0.0/16\", not "
                            + "\"10.1.2.3/16\""
                )
                continue
            }
            if network.prefixBits == 0 {
                findings.warning(
                    "`trusted_proxies` trusts every address: any client can forge its own",
                    at: node.mark, remedy: "name the load balancers' networks only")
            }
            networks.append(network)
        }
        bounded(networks, of: "trusted_proxies")
        return networks
    }

    /// `resolvers`: DNS servers, at port 53 where none is said.
    func resolvers() -> [SocketAddress] {
        var servers: [SocketAddress] = []
        for (text, node) in root.texts("resolvers") ?? [] {
            if let ip = IPAddress(text) {
                servers.append(SocketAddress(ip, port: 53))
            } else if let address = SocketAddress(text), !address.isUnix {
                servers.append(address)
            } else {
                root.refuse(
                    "resolvers", node, because: "holds \"\(text)\", not a DNS server's address",
                    remedy: "write an IP address, with a port if it is not 53: \"10.0.0.2\"")
            }
        }
        bounded(servers, of: "resolvers")
        return servers
    }

    /// Reports a list that is longer than what the gateway walks per request.
    func bounded<Element>(_ list: [Element], of name: String) {
        guard list.count > Bounds.policyListMax else { return }
        findings.error(
            "`\(name)` has \(list.count) elements; at most \(Bounds.policyListMax) are possible",
            at: root.mark(of: name), remedy: "join some, or run a second gateway")
    }
}
