import Bytes
import Document

/// A JSONPath query (RFC 9535) over document nodes: names, indexes, slices, wildcards, descendants
/// and filters with comparisons and existence tests. Functions are not read. As the overlay
/// specification's own examples do, names after a dot may contain `-`.
struct JSONPath: Sendable {
    /// A step from a node to one of its children.
    enum Step: Hashable, Sendable {
        case key(String)
        case index(Int)
    }

    /// One selected node and where it stands.
    struct Match {
        let location: [Step]
        let node: Node
    }

    /// One `[…]` or `.name`, behind `..` when `isDescendant`.
    struct Segment: Sendable {
        let isDescendant: Bool
        let selectors: [Selector]
    }

    enum Selector: Sendable {
        case name(String)
        case wildcard
        case index(Int)
        case slice(start: Int?, end: Int?, step: Int)
        case filter(Filter)
    }

    /// A filter's condition (RFC 9535 §2.3.5).
    indirect enum Filter: Sendable {
        case any([Filter])
        case all([Filter])
        case not(Filter)
        case exists(Query)
        case compare(Operand, Comparison, Operand)
    }

    enum Comparison: String, CaseIterable, Sendable {
        case equal = "=="
        case notEqual = "!="
        case atMost = "<="
        case atLeast = ">="
        case below = "<"
        case above = ">"
    }

    enum Operand: Sendable {
        case literal(Literal)
        case query(Query)
    }

    enum Literal: Equatable, Sendable {
        case null
        case bool(Bool)
        case number(Double)
        case string(String)
    }

    /// A query inside a filter, from the current node (`@`) or the root (`$`).
    struct Query: Sendable {
        let isRelative: Bool
        let segments: [Segment]
    }

    let segments: [Segment]

    /// Reads a query; `mark` is where its text stands.
    init(_ text: String, at mark: Mark) throws(DocumentError) {
        var parser = JSONPathParser(text)
        do throws(JSONPathFault) {
            segments = try parser.parse()
        } catch {
            throw DocumentError(
                "the JSONPath \"\(text)\" cannot be read at its character \(error.position + 1): "
                    + error.reason, at: mark)
        }
    }

    /// The nodes that the query selects, each with its location, in document order.
    func select(from root: Node) -> [Match] {
        evaluate(segments, from: Match(location: [], node: root), root: root)
    }

    private func evaluate(_ segments: [Segment], from start: Match, root: Node) -> [Match] {
        var matches = [start]
        for segment in segments {
            var next: [Match] = []
            for match in matches {
                let bases = segment.isDescendant ? descendants(of: match) : [match]
                for base in bases {
                    for selector in segment.selectors {
                        select(selector, in: base, root: root, into: &next)
                    }
                }
                // A query that multiplies (`$..*..*`) stops growing here.
                if next.count > Bounds.documentNodesMax { break }
            }
            matches = next
        }
        return matches
    }

    /// The node itself and everything below it, parents first.
    private func descendants(of match: Match) -> [Match] {
        var found: [Match] = []
        var waiting = [match]
        while let next = waiting.popLast() {
            found.append(next)
            waiting.append(contentsOf: children(of: next).reversed())
        }
        return found
    }

    private func children(of match: Match) -> [Match] {
        switch match.node.content {
        case .mapping(let entries):
            entries.map { Match(location: match.location + [.key($0.key)], node: $0.value) }
        case .sequence(let elements):
            elements.enumerated().map {
                Match(location: match.location + [.index($0.offset)], node: $0.element)
            }
        case .scalar: []
        }
    }

    private func select(
        _ selector: Selector, in base: Match, root: Node, into matches: inout [Match]
    ) {
        switch selector {
        case .name(let name):
            guard let value = base.node[name] else { return }
            matches.append(Match(location: base.location + [.key(name)], node: value))
        case .wildcard:
            matches.append(contentsOf: children(of: base))
        case .index(let index):
            guard let elements = base.node.sequence else { return }
            let position = index < 0 ? elements.count + index : index
            guard elements.indices.contains(position) else { return }
            matches.append(
                Match(location: base.location + [.index(position)], node: elements[position]))
        case .slice(let start, let end, let step):
            guard let elements = base.node.sequence else { return }
            for position in positions(start, end, step, count: elements.count) {
                matches.append(
                    Match(location: base.location + [.index(position)], node: elements[position]))
            }
        case .filter(let filter):
            for child in children(of: base) where holds(filter, for: child.node, root: root) {
                matches.append(child)
            }
        }
    }

    /// The positions of a slice (RFC 9535 §2.3.4.2.2).
    private func positions(_ start: Int?, _ end: Int?, _ step: Int, count: Int) -> [Int] {
        guard step != 0 else { return [] }
        func bound(_ value: Int, _ low: Int, _ high: Int) -> Int {
            min(max(value < 0 ? count + value : value, low), high)
        }
        if step > 0 {
            let low = bound(start ?? 0, 0, count)
            return Array(stride(from: low, to: bound(end ?? count, 0, count), by: step))
        }
        let high = bound(start ?? count - 1, -1, count - 1)
        let low = end.map { bound($0, -1, count - 1) } ?? -1
        return Array(stride(from: high, to: low, by: step))
    }

    private func holds(_ filter: Filter, for node: Node, root: Node) -> Bool {
        switch filter {
        case .any(let parts): return parts.contains { holds($0, for: node, root: root) }
        case .all(let parts): return parts.allSatisfy { holds($0, for: node, root: root) }
        case .not(let part): return !holds(part, for: node, root: root)
        case .exists(let query): return !run(query, node, root).isEmpty
        case .compare(let left, let comparison, let right):
            return compare(
                value(of: left, node, root), comparison, value(of: right, node, root))
        }
    }

    private func run(_ query: Query, _ node: Node, _ root: Node) -> [Match] {
        let start = Match(location: [], node: query.isRelative ? node : root)
        return evaluate(query.segments, from: start, root: root)
    }

    /// A side of a comparison; nil is RFC 9535's Nothing. Mappings and lists equal nothing here.
    private func value(of operand: Operand, _ node: Node, _ root: Node) -> Literal? {
        switch operand {
        case .literal(let literal): return literal
        case .query(let query):
            guard let found = run(query, node, root).first?.node else { return nil }
            switch found.scalarKind {
            case .null: return .null
            case .boolean: return .bool(found.bool == true)
            case .integer, .number: return found.number.map { .number($0) }
            case .string: return .string(found.text ?? "")
            case nil: return nil
            }
        }
    }

    private func compare(_ left: Literal?, _ comparison: Comparison, _ right: Literal?) -> Bool {
        let isBelow: Bool
        switch (left, right) {
        case (.number(let left), .number(let right)): isBelow = left < right
        case (.string(let left), .string(let right)): isBelow = left < right
        default: isBelow = false
        }
        let isAbove: Bool
        switch (left, right) {
        case (.number(let left), .number(let right)): isAbove = left > right
        case (.string(let left), .string(let right)): isAbove = left > right
        default: isAbove = false
        }
        switch comparison {
        case .equal: return left == right
        case .notEqual: return left != right
        case .below: return isBelow
        case .above: return isAbove
        case .atMost: return isBelow || left == right
        case .atLeast: return isAbove || left == right
        }
    }
}
