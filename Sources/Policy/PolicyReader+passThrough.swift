import Bytes
import Contract
import Document
import HTTP

extension PolicyReader {
    /// `pass_through`, and the untouched operations.
    func passThrough(
        _ contract: [OperationFacts], _ operations: [OperationPolicy?],
        _ defaults: OperationDefaults, _ names: PolicyNames
    ) -> PassThroughTable {
        var entries: [PassThroughPolicy] = []
        let sections = root.sections("pass_through") ?? []
        bounded(sections, of: "pass_through")
        for section in sections {
            let entry = prefix(section, contract, defaults, names)
            section.finish()
            guard let entry else { continue }
            if entries.contains(where: { $0.path == entry.path }) {
                findings.error(
                    "`\(section.path("prefix"))` is the prefix of another entry",
                    at: section.mark(of: "prefix"), remedy: "join the two entries")
            }
            entries.append(entry)
        }
        for (index, operation) in operations.enumerated() {
            guard let operation, operation.isUntouched,
                let path = contract[index].template.fixedPath
            else { continue }
            entries.append(
                PassThroughPolicy(
                    path: path, isExact: true, methods: nil, upstream: operation.upstream,
                    bodyBytesMax: operation.bodyBytesMax, timeouts: operation.timeouts,
                    takesWebSocket: operation.takesWebSocket, operation: index))
        }
        return PassThroughTable(entries)
    }

    private func prefix(
        _ section: Section, _ contract: [OperationFacts], _ defaults: OperationDefaults,
        _ names: PolicyNames
    ) -> PassThroughPolicy? {
        let methods = methods(section)
        let takesWebSocket = section.flag("websocket", default: false)
        let upstream = upstreamChoice(section, names) ?? defaults.upstream
        if upstream == nil, !section.has("upstream"), !names.upstreams.isEmpty {
            findings.error(
                "`\(section.name)` does not say which upstream it goes to", at: section.mark,
                remedy: "add `upstream: \(names.upstreams[0].name)` here or to `defaults`")
        }
        let cap = names.bounds.bodyBytesMax
        let bodyBytesMax = section.size("body_max", in: 0...cap) ?? cap
        let changes = timeoutChanges(section, isUpstream: false)
        guard section.required("prefix", remedy: "write `prefix: /webhooks/meta`") != nil,
            let (text, node) = section.text("prefix")
        else { return nil }
        if let fault = prefixFault(text) {
            section.refuse("prefix", node, because: "is \"\(text)\"", remedy: fault)
            return nil
        }
        guard let template = try? PathTemplate(text, at: node.mark) else { return nil }
        let covered = contract.filter { $0.template.meets(template) }
        if let first = covered.first {
            let others = covered.count > 1 ? " and \(covered.count - 1) more" : ""
            section.refuse(
                "prefix", node,
                because: "\"\(text)\" lies over the contract's \(first.requestLine)\(others), "
                    + "which would lose every check",
                remedy: "name the paths outside the contract; for one operation of it, write "
                    + "`untouched: true` there")
            return nil
        }
        guard let upstream else { return nil }
        return PassThroughPolicy(
            path: Array(text.utf8), isExact: false, methods: methods, upstream: upstream,
            bodyBytesMax: bodyBytesMax,
            timeouts: names.upstreams[upstream].timeouts.with(changes),
            takesWebSocket: takesWebSocket, operation: nil)
    }

    /// What to do about a text that is no prefix: it must be as normalised paths are.
    func prefixFault(_ text: String) -> String? {
        guard text.hasPrefix("/") else { return "begin with a slash" }
        if text.count > 1, text.hasSuffix("/") {
            return "leave out the last slash: whole segments are meant anyway"
        }
        if text.contains("*") || text.contains("{") {
            return "write fixed segments: everything below them is meant anyway"
        }
        if text.contains("?") || text.contains("#") { return "write a path without a query" }
        if text.contains("%") || text.includes("//") || text.contains("\\") {
            return "write the path as it is after normalising: no %, no //, no backslash"
        }
        let segments = text.split(separator: "/")
        if segments.contains(".") || segments.contains("..") {
            return "write the path without . and .. segments"
        }
        let isPlain = text.utf8.allSatisfy { $0 > ASCII.space && $0 < 0x7F }
        return isPlain ? nil : "write printable ASCII without spaces"
    }

    private func methods(_ section: Section) -> MethodSet? {
        guard let texts = section.texts("methods") else { return nil }
        var set = MethodSet()
        for (text, node) in texts {
            let bytes = Array(text.utf8)
            let method = Method(bytes.span)
            if method == .other || method == .connect || method == .trace {
                section.refuse(
                    "methods", node, because: "holds \"\(text)\"",
                    remedy: text == text.uppercased()
                        ? "GET, HEAD, POST, PUT, PATCH, DELETE and OPTIONS can be passed through"
                        : "methods are written in capitals: \(text.uppercased())")
            } else {
                set.insert(method)
            }
        }
        if texts.isEmpty {
            findings.error(
                "`\(section.path("methods"))` is empty: nothing would pass",
                at: section.mark(of: "methods"), remedy: "list methods, or remove it for all")
        }
        return set
    }
}
