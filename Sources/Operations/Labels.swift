package import Bytes

/// The names that log lines and metrics give to route and upstream indices: made and escaped once,
/// when a policy is loaded, and copied by index afterwards.
package struct Labels: Sendable {
    /// How many routes and upstreams have a name; valid indices are below.
    package let routeCount: Int
    package let upstreamCount: Int
    // All names one after the other, as they stand between quotes in JSON. Prometheus' label syntax
    // knows fewer escapes, but a name that needs one of the others is no path.
    private let text: [UInt8]
    private let templates: [ByteRange]
    private let methods: [ByteRange]
    private let upstreams: [ByteRange]

    /// Names of routes (a method, empty for several, and a path template such as
    /// `/api/v1/contacts/{id}`; the contract's operations in their order, then what is passed
    /// through) and of upstreams.
    package init(routes: [(method: String, template: String)], upstreams: [String]) {
        var bytes = ByteBuffer()
        func add(_ name: String) -> ByteRange {
            let start = bytes.count
            let utf8 = Array(name.utf8)
            bytes.appendLogText(utf8.span)
            return ByteRange(start: start, count: bytes.count - start)
        }
        templates = routes.map { add($0.template) }
        methods = routes.map { add($0.method) }
        self.upstreams = upstreams.map(add)
        routeCount = routes.count
        upstreamCount = upstreams.count
        text = bytes.span.toArray()
    }

    /// Appends a route's template, or nothing for an index that names none.
    package func appendTemplate(_ index: Int, to buffer: inout ByteBuffer) {
        guard index >= 0, index < routeCount else { return }
        buffer.append(text.span.slice(templates[index]))
    }

    /// Appends a route's method, or nothing when it stands for several.
    func appendMethod(_ index: Int, to buffer: inout ByteBuffer) {
        guard index >= 0, index < routeCount else { return }
        buffer.append(text.span.slice(methods[index]))
    }

    /// Appends an upstream's name, or nothing for an index that names none.
    package func appendUpstream(_ index: Int, to buffer: inout ByteBuffer) {
        guard index >= 0, index < upstreamCount else { return }
        buffer.append(text.span.slice(upstreams[index]))
    }
}
