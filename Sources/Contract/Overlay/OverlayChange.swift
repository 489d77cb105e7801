import Document

/// Applies one action to the nodes it selected, building the changed document around them.
struct OverlayChange {
    /// What to merge; nil removes the node.
    private let update: Node?
    private let mark: Mark

    init(_ update: Node?, at mark: Mark) {
        self.update = update
        self.mark = mark
    }

    /// The places to change below a node: a tree of steps.
    private final class Place {
        var isTarget = false
        var below: [JSONPath.Step: Place] = [:]
    }

    /// `root` with the change made at every location.
    mutating func applied(
        at locations: [[JSONPath.Step]], to root: Node
    ) throws(DocumentError) -> Node {
        guard !locations.isEmpty else { return root }
        let top = Place()
        for location in locations {
            var place = top
            for step in location {
                let next = place.below[step] ?? Place()
                place.below[step] = next
                place = next
            }
            place.isTarget = true
        }
        return try changed(root, top) ?? root
    }

    /// The node as the change leaves it, nil when it is removed. Parents are changed after their
    /// children, so that the locations stay true.
    private func changed(_ node: Node, _ place: Place) throws(DocumentError) -> Node? {
        if place.isTarget, update == nil { return nil }
        var result = node
        if !place.below.isEmpty {
            switch node.content {
            case .mapping(let entries):
                var kept: [Node.Entry] = []
                for entry in entries {
                    guard let below = place.below[.key(entry.key)] else {
                        kept.append(entry)
                        continue
                    }
                    guard let value = try changed(entry.value, below) else { continue }
                    kept.append(
                        Node.Entry(
                            key: entry.key, keyMark: entry.keyMark, isString: entry.isString,
                            value: value))
                }
                result = Node(.mapping(kept), at: node.mark)
            case .sequence(let elements):
                var kept: [Node] = []
                for (position, element) in elements.enumerated() {
                    guard let below = place.below[.index(position)] else {
                        kept.append(element)
                        continue
                    }
                    if let value = try changed(element, below) { kept.append(value) }
                }
                result = Node(.sequence(kept), at: node.mark)
            case .scalar: break
            }
        }
        guard place.isTarget, let update else { return result }
        return try updated(result, with: update)
    }

    private func updated(_ target: Node, with update: Node) throws(DocumentError) -> Node {
        switch target.content {
        case .mapping:
            guard update.mapping != nil else {
                throw DocumentError(
                    "the target is a mapping, the update \(update.kindText)", at: update.mark)
            }
            return try merged(target, update)
        case .sequence(let elements):
            return Node(.sequence(elements + (update.sequence ?? [update])), at: target.mark)
        case .scalar:
            throw DocumentError(
                "the target selects \(target.kindText) on line \(target.mark.line)", at: mark,
                remedy: "select the mapping that holds it, and update that")
        }
    }

    private func merged(_ target: Node, _ update: Node) throws(DocumentError) -> Node {
        switch (target.content, update.content) {
        case (.mapping(let entries), .mapping(let changes)):
            var result = entries
            for change in changes {
                guard let position = result.firstIndex(where: { $0.key == change.key }) else {
                    result.append(change)
                    continue
                }
                let entry = result[position]
                result[position] = Node.Entry(
                    key: entry.key, keyMark: entry.keyMark, isString: entry.isString,
                    value: try merged(entry.value, change.value))
            }
            return Node(.mapping(result), at: target.mark)
        case (.sequence(let elements), .sequence(let more)):
            return Node(.sequence(elements + more), at: target.mark)
        case (.scalar, .scalar):
            return update
        default:
            throw DocumentError(
                "\(update.kindText) cannot be merged into \(target.kindText), on line "
                    + "\(target.mark.line) of \(target.mark.file)", at: update.mark,
                remedy: "remove that first, in an action of its own")
        }
    }
}
