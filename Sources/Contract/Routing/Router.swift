import Bytes
package import HTTP

/// What a path and method lead to.
package enum RouteMatch: Equatable, Sendable {
    /// The operation's index.
    case operation(Int)
    /// The path is known, the method is not: the methods that the path has.
    case methodNotAllowed(MethodSet)
    /// A segment of the path is a parameter or unknown as it stands, and text of the contract to a
    /// server that decodes escapes or cuts off what follows a semicolon before it routes.
    case ambiguous
    case notFound
}

/// Finds the operation of a request: a tree of path segments, laid flat into arrays.
///
/// Every step from one segment to the next is one look-up in a single hash table, keyed by the
/// tree's node and the segment, so that a match costs the same among ten routes and ten thousand.
/// It allocates nothing. Text is preferred to parameters; where the preferred way leads to no
/// operation for the method, the others are tried, as Laravel does with routes in turn.
package struct Router: Sendable {
    /// A node of the tree: a place between two slashes.
    struct Node {
        /// The node behind a segment that is a parameter; 0, the root, stands for none.
        var parameterChild: UInt32 = 0
        /// Whether any edge of text leads on from here.
        var hasEdges = false
        /// Where this node's mixed segments begin in `mixed`, and how many there are.
        var mixedStart: UInt32 = 0
        var mixedCount: UInt32 = 0
        /// The methods of the paths that end here, and where their operations begin in
        /// `operations`, one per method in the order of the set's bits.
        var methods = MethodSet.none
        var operationsStart: UInt32 = 0
    }

    /// An edge of the tree in the hash table; a child of 0 marks a free slot.
    struct Edge {
        var hash: UInt32 = 0
        var parent: UInt32 = 0
        var child: UInt32 = 0
        var text: ByteRange = .empty
    }

    /// A segment of text and parameters: the texts in `literals`, and the node behind it.
    struct Mixed {
        var literalsStart: UInt32
        var literalsCount: UInt32
        var child: UInt32
    }

    let nodes: [Node]
    let edges: [Edge]
    let mixed: [Mixed]
    let literals: [ByteRange]
    let operations: [UInt32]
    let text: [UInt8]

    /// Finds the operation for a normalised path (it begins with a slash, has no empty segments)
    /// and a method. One slash at the end makes no difference. On `.operation`, `captures` holds
    /// the ranges of the template's parameters in `path`.
    package func match(
        _ path: Span<UInt8>, _ method: Method, captures: inout Captures
    ) -> RouteMatch {
        captures.truncate(to: 0)
        guard path.count > 0, path[0] == UInt8(ascii: "/") else { return .notFound }
        var end = path.count
        if path[end - 1] == UInt8(ascii: "/") { end -= 1 }
        var search = Search(method: method, end: end)
        let operation = walk(path, from: 0, node: 0, search: &search, captures: &captures)
        if search.isAmbiguous { return .ambiguous }
        if let operation { return .operation(operation) }
        return search.methods.isEmpty ? .notFound : .methodNotAllowed(search.methods)
    }

    private struct Search {
        let method: Method
        let end: Int
        /// The methods of every template that matched the path.
        var methods = MethodSet.none
        /// Whether a segment was met that servers read differently.
        var isAmbiguous = false
    }

    /// Matches what stands from `slash` on below `node`. Its depth is the tree's, not the path's.
    private func walk(
        _ path: Span<UInt8>, from slash: Int, node: Int, search: inout Search,
        captures: inout Captures
    ) -> Int? {
        if slash == search.end { return arrive(at: node, &search) }
        let start = slash + 1
        let place = nodes[node]
        var isPlain = true
        let stop = Self.segmentEnd(path.extracting(start..<search.end), &isPlain) + start
        if stop == start { return nil }
        if place.hasEdges, let child = child(of: node, path.extracting(start..<stop)) {
            if let found = walk(
                path, from: stop, node: child, search: &search, captures: &captures)
            {
                return found
            }
        } else if !isPlain, isMisread(path.extracting(start..<stop), below: node) {
            search.isAmbiguous = true
            return nil
        }
        let depth = captures.count
        var index = Int(place.mixedStart)
        while index < Int(place.mixedStart + place.mixedCount) {
            if capture(mixed[index], path, start..<stop, &captures),
                let found = walk(
                    path, from: stop, node: Int(mixed[index].child), search: &search,
                    captures: &captures)
            {
                return found
            }
            captures.truncate(to: depth)
            index += 1
        }
        guard place.parameterChild != 0 else { return nil }
        captures.append(ByteRange(start..<stop))
        if let found = walk(
            path, from: stop, node: Int(place.parameterChild), search: &search,
            captures: &captures)
        {
            return found
        }
        captures.truncate(to: depth)
        return nil
    }

    private func arrive(at node: Int, _ search: inout Search) -> Int? {
        let place = nodes[node]
        if place.methods.contains(search.method) {
            let before = place.methods.rawValue & (1 << UInt16(search.method.rawValue) - 1)
            return Int(operations[Int(place.operationsStart) + before.nonzeroBitCount])
        }
        search.methods.formUnion(place.methods)
        return nil
    }

    /// How many bytes there are before the first slash; clears `isPlain` if another server may read
    /// other text in them.
    private static func segmentEnd(_ rest: Span<UInt8>, _ isPlain: inout Bool) -> Int {
        for index in rest.indices {
            switch rest[index] {
            case UInt8(ascii: "/"): return index
            case UInt8(ascii: ";"), UInt8(ascii: "%"): isPlain = false
            default: break
            }
        }
        return rest.count
    }

    func child(of node: Int, _ segment: Span<UInt8>) -> Int? {
        let hash = Self.hash(segment, below: node)
        let mask = edges.count - 1
        var slot = Self.slot(hash) & mask
        while edges[slot].child != 0 {
            let edge = edges[slot]
            if edge.hash == hash, Int(edge.parent) == node,
                segment.equals(text.span.slice(edge.text))
            {
                return Int(edge.child)
            }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// Captures the parameters of a mixed segment: each takes as little as the text behind it
    /// allows, the last one all that is left, none is empty.
    func capture(
        _ mixed: Mixed, _ path: Span<UInt8>, _ segment: Range<Int>, _ captures: inout Captures
    ) -> Bool {
        let first = Int(mixed.literalsStart)
        let last = first + Int(mixed.literalsCount) - 1
        let head = text.span.slice(literals[first])
        let tail = text.span.slice(literals[last])
        guard segment.count > head.count + tail.count,
            path.extracting(segment).starts(with: head),
            path.extracting((segment.upperBound - tail.count)..<segment.upperBound).equals(tail)
        else { return false }
        var start = segment.lowerBound + head.count
        let end = segment.upperBound - tail.count
        var index = first + 1
        while index < last {
            let next = text.span.slice(literals[index])
            var stop = start + 1
            while stop + next.count < end,
                !path.extracting(stop..<(stop + next.count)).equals(next)
            {
                stop += 1
            }
            guard stop + next.count < end else { return false }
            captures.append(ByteRange(start..<stop))
            start = stop + next.count
            index += 1
        }
        captures.append(ByteRange(start..<end))
        return true
    }

    /// FNV-1a over the segment, begun with the parent's number, so that one value keys both.
    static func hash(_ segment: Span<UInt8>, below node: Int) -> UInt32 {
        var hash = 0x811C_9DC5 ^ (UInt32(truncatingIfNeeded: node) &* 0x9E37_79B1)
        for index in segment.indices { hash = (hash ^ UInt32(segment[index])) &* 0x0100_0193 }
        return hash
    }

    /// The slot to begin with, before masking: the high bits are the better mixed ones.
    static func slot(_ hash: UInt32) -> Int { Int(hash ^ hash >> 15) }
}
