package import HTTP

/// Requests that are forwarded unjudged: no token, no limit, no contract, any body.
package struct PassThroughPolicy: Sendable {
    /// Starts with `/` and has no trailing slash.
    package let path: [UInt8]
    /// Whether only the path itself matches (an untouched operation), not what lies below it.
    package let isExact: Bool
    /// nil for every method, unknown ones too.
    package let methods: MethodSet?
    /// Index into the policy's upstreams.
    package let upstream: Int
    package let bodyBytesMax: Int
    package let timeouts: UpstreamTimeouts
    /// Whether clients may open WebSockets.
    package let takesWebSocket: Bool
    /// The untouched operation that this stands for; nil for a declared prefix.
    package let operation: Int?
}

/// The pass-through entries, longest path first, so that the first match is the closest.
package struct PassThroughTable: Sendable {
    package let entries: [PassThroughPolicy]

    init(_ entries: [PassThroughPolicy]) {
        self.entries = entries.sorted { $0.path.count > $1.path.count }
    }

    /// The index of the closest entry for a normalised path and a method; nil when there is none.
    /// Ask only when the router knows no operation for the request.
    package func match(_ path: Span<UInt8>, _ method: Method) -> Int? {
        for index in entries.indices {
            let entry = entries[index]
            guard isWholeSegmentPrefix(entry.path, of: path) else { continue }
            // A trailing slash is the same path, as for the router.
            if entry.isExact && path.count > entry.path.count + 1 { continue }
            if entry.methods?.contains(method) ?? true { return index }
        }
        return nil
    }
}

/// Whether `path` is `prefix` or lies below it: `/api` covers `/api/x` and not `/apix`.
func isWholeSegmentPrefix(_ prefix: [UInt8], of path: Span<UInt8>) -> Bool {
    let slash = UInt8(ascii: "/")
    if prefix.count == 1 { return path.count > 0 && path[0] == slash }
    guard path.count >= prefix.count else { return false }
    for index in prefix.indices where prefix[index] != path[index] { return false }
    return path.count == prefix.count || path[prefix.count] == slash
}
