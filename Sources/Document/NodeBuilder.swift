import Bytes

/// Builds the tree of nodes from a parser's events, on a stack of its own, so that no input can
/// exhaust the thread's.
struct NodeBuilder {
    /// A mapping or sequence whose end has not been seen.
    private struct Open {
        var mark: Mark
        var anchor: String?
        var isMapping: Bool
        var entries: [Node.Entry] = []
        var keys: [String: Mark] = [:]
        var elements: [Node] = []
        var merged: [Node] = []
        /// The key that waits for its value; the merge key `<<` is one as well.
        var key: Key?
        /// Nodes in here, those behind aliases counted each time.
        var nodes = 1
    }

    private struct Key {
        let text: String
        let mark: Mark
        let isString: Bool
        let isMerge: Bool
    }

    private(set) var root: Node?
    private var open: [Open] = []
    private var anchors: [String: (node: Node, nodes: Int)] = [:]

    /// Takes the next event of the document.
    mutating func take(_ event: YAMLEvent, at mark: Mark) throws(DocumentError) {
        switch event {
        case .streamStart, .streamEnd, .documentEnd: break
        case .documentStart:
            if root != nil {
                throw DocumentError(
                    "a second document begins here", at: mark, remedy: "keep one per file")
            }
        case .alias(let name):
            guard let known = anchors[name] else {
                throw DocumentError("no anchor &\(name) stands before this alias", at: mark)
            }
            try add(known.node, nodes: known.nodes, at: mark, isPlain: false)
        case .scalar(let text, let isQuoted, let tag, let anchor):
            let node = try scalar(text, isQuoted: isQuoted, tag: tag, at: mark)
            if let anchor { anchors[anchor] = (node, 1) }
            try add(node, nodes: 1, at: mark, isPlain: !isQuoted)
        case .sequenceStart(let tag, let anchor):
            try refuse(tag, unless: "tag:yaml.org,2002:seq", at: mark)
            try begin(Open(mark: mark, anchor: anchor, isMapping: false))
        case .mappingStart(let tag, let anchor):
            try refuse(tag, unless: "tag:yaml.org,2002:map", at: mark)
            try begin(Open(mark: mark, anchor: anchor, isMapping: true))
        case .sequenceEnd, .mappingEnd:
            try end()
        }
    }

    private mutating func begin(_ node: Open) throws(DocumentError) {
        if open.last?.isMapping == true, open.last?.key == nil {
            throw DocumentError("a key must be a text, not a mapping or list", at: node.mark)
        }
        guard open.count < Bounds.documentDepthMax else {
            throw DocumentError(
                "nested deeper than \(Bounds.documentDepthMax) levels", at: node.mark)
        }
        open.append(node)
    }

    private mutating func end() throws(DocumentError) {
        guard var last = open.popLast() else { return }
        let node: Node
        if last.isMapping {
            merge(into: &last)
            node = Node(.mapping(last.entries), at: last.mark)
        } else {
            node = Node(.sequence(last.elements), at: last.mark)
        }
        if let anchor = last.anchor { anchors[anchor] = (node, last.nodes) }
        try add(node, nodes: last.nodes, at: last.mark, isPlain: false)
    }

    /// Puts a finished node where it belongs: as the root, an element, a key or a key's value.
    private mutating func add(
        _ node: Node, nodes: Int, at mark: Mark, isPlain: Bool
    ) throws(DocumentError) {
        guard var parent = open.popLast() else {
            root = node
            return
        }
        parent.nodes += nodes
        guard parent.nodes <= Bounds.documentNodesMax else {
            throw DocumentError(
                "more than \(Bounds.documentNodesMax) values, those behind aliases counted "
                    + "each time", at: mark)
        }
        if !parent.isMapping {
            parent.elements.append(node)
        } else if let key = parent.key {
            parent.key = nil
            if key.isMerge {
                try collectMerged(node, into: &parent, at: key.mark)
            } else {
                parent.entries.append(
                    Node.Entry(
                        key: key.text, keyMark: key.mark, isString: key.isString, value: node))
            }
        } else {
            parent.key = try key(node, of: parent, at: mark, isPlain: isPlain)
            if parent.key?.isMerge == false { parent.keys[node.text ?? ""] = mark }
        }
        open.append(parent)
    }

    private func key(
        _ node: Node, of parent: Open, at mark: Mark, isPlain: Bool
    ) throws(DocumentError) -> Key {
        guard let text = node.text else {
            throw DocumentError("a key must be a text, not a mapping or list", at: mark)
        }
        if isPlain, text == "<<" {
            return Key(text: text, mark: mark, isString: true, isMerge: true)
        }
        if let first = parent.keys[text] {
            throw DocumentError(
                "the key \"\(text)\" stands twice in one mapping, first on line \(first.line)",
                at: mark, remedy: "remove one of the two")
        }
        return Key(
            text: text, mark: mark, isString: node.scalarKind == .string, isMerge: false)
    }

    /// Merge keys are of YAML 1.1, yet common: `<<: *base` or a list of such aliases.
    private func collectMerged(
        _ node: Node, into parent: inout Open, at mark: Mark
    ) throws(DocumentError) {
        let sources = node.sequence ?? [node]
        guard sources.allSatisfy({ $0.mapping != nil }) else {
            throw DocumentError("the merge key << takes a mapping or a list of mappings", at: mark)
        }
        parent.merged.append(contentsOf: sources)
    }

    /// Adds what was merged: the mapping's own keys win, then the earlier source.
    private func merge(into mapping: inout Open) {
        for source in mapping.merged {
            for entry in source.mapping ?? [] where mapping.keys[entry.key] == nil {
                mapping.keys[entry.key] = entry.keyMark
                mapping.entries.append(entry)
            }
        }
    }

    private func scalar(
        _ text: String, isQuoted: Bool, tag: String?, at mark: Mark
    ) throws(DocumentError) -> Node {
        switch tag {
        case nil: return Node(.scalar(text, isQuoted: isQuoted), at: mark)
        case "!", "tag:yaml.org,2002:str": return Node(.scalar(text, isQuoted: true), at: mark)
        case "tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:bool",
            "tag:yaml.org,2002:null":
            return Node(.scalar(text, isQuoted: false), at: mark)
        default:
            throw DocumentError(
                "the tag \(tag ?? "") has no meaning here", at: mark, remedy: "remove it")
        }
    }

    private func refuse(
        _ tag: String?, unless allowed: String, at mark: Mark
    ) throws(DocumentError) {
        guard let tag, tag != allowed, tag != "!" else { return }
        throw DocumentError("the tag \(tag) has no meaning here", at: mark, remedy: "remove it")
    }
}
