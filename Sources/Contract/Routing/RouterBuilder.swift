import Bytes
package import HTTP

/// Builds a router: routes go in one by one, the flat arrays come out.
package struct RouterBuilder {
    private final class Place {
        var literals: [(text: [UInt8], place: Place)] = []
        var literalPositions: [[UInt8]: Int] = [:]
        var mixed: [(literals: [[UInt8]], place: Place)] = []
        var parameter: Place?
        var operations: [Method: Int] = [:]
        var index = 0
    }

    private let root = Place()

    package init() {}

    /// Adds a route. When a template of the same shape has the method already, nothing is added and
    /// the operation that stands in the way is returned.
    package mutating func add(_ template: PathTemplate, _ method: Method, operation: Int) -> Int? {
        var place = root
        for segment in template.segments { place = child(of: place, segment) }
        if let taken = place.operations[method] { return taken }
        place.operations[method] = operation
        return nil
    }

    private func child(of place: Place, _ segment: PathTemplate.Segment) -> Place {
        let new = Place()
        switch segment {
        case .literal(let text):
            if let known = place.literalPositions[text] { return place.literals[known].place }
            place.literalPositions[text] = place.literals.count
            place.literals.append((text, new))
        case .mixed(let literals):
            if let known = place.mixed.first(where: { $0.literals == literals }) {
                return known.place
            }
            place.mixed.append((literals, new))
            // The one with the most text is the most special.
            place.mixed.sort { $0.literals.joined().count > $1.literals.joined().count }
        case .parameter:
            if let known = place.parameter { return known }
            place.parameter = new
        }
        return new
    }

    /// The router of all routes added. HEAD is answered where GET is, unless a route has it.
    package func build() -> Router {
        var flat = Flat()
        var places: [Place] = [root]
        var next = 0
        while next < places.count {
            let place = places[next]
            next += 1
            for child in place.literals { Self.number(child.place, &places) }
            for child in place.mixed { Self.number(child.place, &places) }
            if let parameter = place.parameter { Self.number(parameter, &places) }
        }
        for place in places { flat.append(place) }
        return flat.router()
    }

    private static func number(_ place: Place, _ places: inout [Place]) {
        place.index = places.count
        places.append(place)
    }

    private struct Flat {
        var nodes: [Router.Node] = []
        var edges: [Router.Edge] = []
        var mixed: [Router.Mixed] = []
        var literals: [ByteRange] = []
        var operations: [UInt32] = []
        var text: [UInt8] = []

        mutating func append(_ place: Place) {
            var node = Router.Node()
            node.parameterChild = UInt32(place.parameter?.index ?? 0)
            node.hasEdges = !place.literals.isEmpty
            node.mixedStart = UInt32(mixed.count)
            node.mixedCount = UInt32(place.mixed.count)
            for child in place.mixed {
                mixed.append(
                    Router.Mixed(
                        literalsStart: UInt32(literals.count),
                        literalsCount: UInt32(child.literals.count),
                        child: UInt32(child.place.index)))
                for literal in child.literals { literals.append(store(literal)) }
            }
            var methods = place.operations
            if let get = methods[.get], methods[.head] == nil { methods[.head] = get }
            node.operationsStart = UInt32(operations.count)
            for (method, operation) in methods.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                node.methods.insert(method)
                operations.append(UInt32(operation))
            }
            for child in place.literals {
                edges.append(
                    Router.Edge(
                        hash: Router.hash(child.text.span, below: place.index),
                        parent: UInt32(place.index), child: UInt32(child.place.index),
                        text: store(child.text)))
            }
            nodes.append(node)
        }

        private mutating func store(_ bytes: [UInt8]) -> ByteRange {
            let range = ByteRange(start: text.count, count: bytes.count)
            text.append(contentsOf: bytes)
            return range
        }

        /// Lays the edges into a table that is at most a quarter full: runs of slots stay short.
        func router() -> Router {
            var size = 8
            while size < edges.count * 4 { size *= 2 }
            var table = [Router.Edge](repeating: Router.Edge(), count: size)
            for edge in edges {
                var slot = Router.slot(edge.hash) & (size - 1)
                while table[slot].child != 0 { slot = (slot + 1) & (size - 1) }
                table[slot] = edge
            }
            return Router(
                nodes: nodes, edges: table, mixed: mixed, literals: literals,
                operations: operations, text: text)
        }
    }
}
