package import Bytes

/// The names that log lines and metrics give to route and upstream indices: made and escaped once,
/// when a policy is loaded, and copied by index afterwards.
package struct Labels: Sendable {
    /// How many routes and upstreams have a name; valid indices are below.
    package let routeCount: Int
    package let upstreamCount: Int
    /// How many targets all upstreams have together.
    let targetCount: Int
    // All names one after the other, as they stand between quotes in JSON. Prometheus' label syntax
    // knows fewer escapes, but a name that needs one of the others is no path.
    private let text: [UInt8]
    private let templates: [ByteRange]
    private let methods: [ByteRange]
    private let upstreams: [ByteRange]
    private let targets: [ByteRange]
    /// Of each upstream, the first of its targets.
    private let firstTargets: [Int]

    /// Names of routes (a method, empty for several, and a path template such as
    /// `/api/v1/contacts/{id}`; the contract's operations in their order, then what is passed
    /// through), of upstreams, and of each upstream's targets (`http://10.0.0.5:8080`).
    package init(
        routes: [(method: String, template: String)], upstreams: [String],
        targets: [[String]] = []
    ) {
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
        self.targets = targets.joined().map(add)
        var first = 0
        firstTargets = upstreams.indices.map { upstream in
            defer { first += upstream < targets.count ? targets[upstream].count : 0 }
            return first
        }
        targetCount = self.targets.count
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

    /// The numbers of an upstream's targets among all.
    func targets(of upstream: Int) -> Range<Int> {
        let end = upstream + 1 < upstreamCount ? firstTargets[upstream + 1] : targetCount
        return firstTargets[upstream]..<end
    }

    /// Appends a target's name; `number` counts all upstreams' targets.
    func appendTarget(_ number: Int, to buffer: inout ByteBuffer) {
        buffer.append(text.span.slice(targets[number]))
    }
}
