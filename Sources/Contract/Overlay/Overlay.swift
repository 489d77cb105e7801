package import Document

/// An OpenAPI Overlay 1.0 document: changes to a contract that leave its own file as it is.
///
/// Where the specification leaves it open how an update meets what is there, this does as its
/// version 1.1 says: lists are concatenated, mappings merged, other values replaced, and values of
/// different kinds are an error.
package struct Overlay: Sendable {
    private struct Action: Sendable {
        let target: String
        let path: JSONPath
        let mark: Mark
        let update: Node?
        let isRemoval: Bool
    }

    private let actions: [Action]
    private let unknownKeys: [Diagnostic]

    /// Reads an overlay; what is no overlay, or an unreadable target, is refused.
    package init(_ document: Node) throws(DocumentError) {
        guard let version = document.entry("overlay") else {
            throw DocumentError(
                "this is no overlay: it has no \"overlay\" version", at: document.mark,
                remedy: "begin it with \"overlay: 1.0.0\"")
        }
        guard version.value.text?.hasPrefix("1.0.") == true else {
            throw DocumentError(
                "overlay \(version.value.text ?? "") is not supported", at: version.value.mark,
                remedy: "1.0 is")
        }
        guard let list = document["actions"]?.sequence, !list.isEmpty else {
            throw DocumentError(
                "an overlay needs a list of actions", at: document["actions"]?.mark ?? document.mark
            )
        }
        var unknown: [Diagnostic] = []
        for key in ["title", "version"] where document["info"]?[key]?.text == nil {
            unknown.append(
                .warning(
                    "info.\(key) is missing", at: document["info"]?.mark ?? document.mark))
        }
        Self.note(["overlay", "info", "extends", "actions"], of: document, in: &unknown)
        var actions: [Action] = []
        for node in list {
            actions.append(try Self.action(node))
            Self.note(["target", "description", "update", "remove"], of: node, in: &unknown)
        }
        self.actions = actions
        unknownKeys = unknown
    }

    /// The document with all actions applied in order. A target that selects nothing is a warning:
    /// the specification allows it, but mostly the document has changed under the overlay.
    package func apply(
        to document: Node, findings: inout [Diagnostic]
    ) throws(DocumentError) -> Node {
        findings.append(contentsOf: unknownKeys)
        var result = document
        for action in actions {
            let matches = action.path.select(from: result)
            if matches.isEmpty {
                findings.append(
                    .warning(
                        "the target \(action.target) selects nothing", at: action.mark,
                        remedy: "adapt it to the document, or remove the action"))
            }
            var change = OverlayChange(action.isRemoval ? nil : action.update, at: action.mark)
            result = try change.applied(at: matches.map(\.location), to: result)
        }
        return result
    }

    private static func action(_ node: Node) throws(DocumentError) -> Action {
        guard let target = node["target"], let text = target.text else {
            throw DocumentError("an action needs a \"target\"", at: node.mark)
        }
        let isRemoval = node["remove"]?.bool ?? false
        guard isRemoval || node["update"] != nil else {
            throw DocumentError(
                "the action does nothing", at: node.mark,
                remedy: "give it \"update\" or \"remove: true\"")
        }
        let path = try JSONPath(text, at: target.mark)
        guard !isRemoval || !path.segments.isEmpty else {
            throw DocumentError("the document itself cannot be removed", at: target.mark)
        }
        return Action(
            target: text, path: path, mark: target.mark, update: node["update"],
            isRemoval: isRemoval)
    }

    private static func note(_ known: [String], of node: Node, in findings: inout [Diagnostic]) {
        for entry in node.mapping ?? []
        where !known.contains(entry.key) && !entry.key.hasPrefix("x-") {
            findings.append(
                .warning("\"\(entry.key)\" is no field of an overlay", at: entry.keyMark))
        }
    }
}
