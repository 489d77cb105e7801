package import Bytes

/// The names that log lines and metrics give to routes, upstreams and targets, by number: made and
/// escaped once, when a policy is loaded, and copied by number afterwards. A name keeps its number,
/// and its counters, for as long as the process lives, whatever policies follow.
@usableFromInline package struct Labels: Sendable {
    /// The numbers that a policy's names have, in the policy's order.
    package struct Numbers: Sendable, Equatable {
        package let routes: [Int]
        package let upstreams: [Int]
        /// Of each upstream's targets.
        package let targets: [[Int]]
    }

    /// How many routes and upstreams have a name; valid numbers are below.
    package var routeCount: Int { templates.count }
    package var upstreamCount: Int { upstreams.count }
    /// How many cells a worker's row has.
    private(set) var cellCount = MetricsLayout.firstFree
    /// The numbers of the policy in force.
    package private(set) var inForce = Numbers(routes: [], upstreams: [], targets: [])

    // All names one after the other, as they stand between quotes in JSON. Prometheus' label syntax
    // knows fewer escapes, but a name that needs one of the others is no path.
    private var text: [UInt8] = []
    private var templates: [ByteRange] = []
    private var methods: [ByteRange] = []
    private var upstreams: [ByteRange] = []
    private var targets: [ByteRange] = []
    /// The first cell of each.
    private var routeCells: [Int] = []
    @usableFromInline var upstreamCells: [Int] = []
    private var targetCells: [Int] = []
    /// Numbers by name: routes as method, blank and template, targets as upstream, NUL and target.
    private var knownRoutes: [String: Int] = [:]
    private var knownUpstreams: [String: Int] = [:]
    private var knownTargets: [String: Int] = [:]

    /// Names of routes (a method, empty for several, and a path template such as
    /// `/api/v1/contacts/{id}`; the contract's operations in their order, then what is passed
    /// through), of upstreams, and of each upstream's targets (`http://10.0.0.5:8080`).
    package init(
        routes: [(method: String, template: String)], upstreams: [String],
        targets: [[String]] = []
    ) {
        take(routes: routes, upstreams: upstreams, targets: targets)
    }

    /// The same with the names of the policy that comes next. Those that are known keep their
    /// numbers; nil where there would be more than `Bounds.metricCellsMax` allows.
    package func extended(
        routes: [(method: String, template: String)], upstreams: [String], targets: [[String]]
    ) -> Labels? {
        var labels = self
        labels.take(routes: routes, upstreams: upstreams, targets: targets)
        return labels.cellCount <= max(Bounds.metricCellsMax, cellCount) ? labels : nil
    }

    private mutating func take(
        routes: [(method: String, template: String)], upstreams: [String], targets: [[String]]
    ) {
        var bytes = ByteBuffer()
        bytes.append(text.span)
        let routeNumbers = routes.map { route in
            let name = "\(route.method) \(route.template)"
            if let number = knownRoutes[name] { return number }
            knownRoutes[name] = templates.count
            methods.append(bytes.addName(route.method))
            templates.append(bytes.addName(route.template))
            routeCells.append(takeCells(MetricsLayout.routeCells))
            return templates.count - 1
        }
        let upstreamNumbers = upstreams.map { upstream in
            if let number = knownUpstreams[upstream] { return number }
            knownUpstreams[upstream] = self.upstreams.count
            self.upstreams.append(bytes.addName(upstream))
            upstreamCells.append(takeCells(UpstreamCounter.count))
            return self.upstreams.count - 1
        }
        let targetNumbers = upstreams.indices.map { index in
            (index < targets.count ? targets[index] : []).map { target in
                let name = "\(upstreams[index])\0\(target)"
                if let number = knownTargets[name] { return number }
                knownTargets[name] = self.targets.count
                self.targets.append(bytes.addName(target))
                targetCells.append(takeCells(1))
                return self.targets.count - 1
            }
        }
        text = bytes.span.toArray()
        inForce = Numbers(
            routes: routeNumbers, upstreams: upstreamNumbers, targets: targetNumbers)
    }

    private mutating func takeCells(_ count: Int) -> Int {
        defer { cellCount += count }
        return cellCount
    }

    /// The first cell of a route; a negative number stands for no route.
    func routeCell(_ number: Int) -> Int {
        number < 0 ? MetricsLayout.noRoute : routeCells[number]
    }

    /// The first cell of an upstream.
    @inlinable func upstreamCell(_ number: Int) -> Int { upstreamCells[number] }

    /// The cell that says whether a target is up.
    func targetCell(_ number: Int) -> Int { targetCells[number] }

    /// Appends a route's template, or nothing for a number that names none.
    package func appendTemplate(_ number: Int, to buffer: inout ByteBuffer) {
        guard number >= 0, number < templates.count else { return }
        buffer.append(text.span.slice(templates[number]))
    }

    /// Appends a route's method, or nothing when it stands for several.
    func appendMethod(_ number: Int, to buffer: inout ByteBuffer) {
        guard number >= 0, number < methods.count else { return }
        buffer.append(text.span.slice(methods[number]))
    }

    /// Appends an upstream's name, or nothing for a number that names none.
    package func appendUpstream(_ number: Int, to buffer: inout ByteBuffer) {
        guard number >= 0, number < upstreams.count else { return }
        buffer.append(text.span.slice(upstreams[number]))
    }

    /// Appends a target's name.
    func appendTarget(_ number: Int, to buffer: inout ByteBuffer) {
        buffer.append(text.span.slice(targets[number]))
    }
}

extension ByteBuffer {
    /// Appends a name as it stands between quotes, and says where.
    fileprivate mutating func addName(_ name: String) -> ByteRange {
        let start = count
        let utf8 = Array(name.utf8)
        appendLogText(utf8.span)
        return ByteRange(start: start, count: count - start)
    }
}
