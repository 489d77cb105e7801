import Bytes

/// A host that a listener answers for: an exact name, `*.` and a name for everything below it, or
/// `*` for any. Case does not count, nor does a dot behind the last label.
package struct HostPattern: Equatable, Sendable {
    private enum Kind { case exact, below, any }

    private let kind: Kind
    /// The name in lower case, without `*.` and without a dot behind it.
    private let name: [UInt8]

    /// Nil when the text is neither a host name, an IPv6 literal in brackets, nor a pattern. A port
    /// does not belong to it.
    package init?(_ text: String) {
        if text == "*" {
            kind = .any
            name = []
            return
        }
        let isWildcard = text.hasPrefix("*.")
        var bytes = Array(text.utf8.dropFirst(isWildcard ? 2 : 0)).map(ASCII.lowercased)
        guard let parts = AuthorityParts(bytes.span), parts.hostCount == bytes.count else {
            return nil
        }
        if bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
        if isWildcard, bytes.first == UInt8(ascii: "[") { return nil }
        kind = isWildcard ? .below : .exact
        name = bytes
    }

    /// Whether `host`, which has no port, is meant. `*.example.com` means every name below
    /// `example.com`, however many labels it adds, and not `example.com` itself.
    package func matches(_ host: Span<UInt8>) -> Bool {
        if kind == .any { return true }
        var count = host.count
        if count > 0, host[count - 1] == UInt8(ascii: ".") { count -= 1 }
        if kind == .exact { return host.extracting(first: count).equalsIgnoringCase(name.span) }
        let added = count - name.count
        guard added >= 2, host[added - 1] == UInt8(ascii: ".") else { return false }
        return host.extracting(added..<count).equalsIgnoringCase(name.span)
    }
}

extension [HostPattern] {
    /// Whether any of the patterns means `host`; an empty list means every host.
    package func admits(_ host: Span<UInt8>) -> Bool {
        if isEmpty { return true }
        for pattern in self where pattern.matches(host) { return true }
        return false
    }
}
