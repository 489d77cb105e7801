package import Document

/// An OpenAPI document with its overlays, compiled: operations, the router to them, and what is to
/// be said about the document. Immutable.
package struct Contract: Sendable {
    /// `info.title` and `info.version` of the document.
    package let title: String
    package let version: String
    package let operations: [Operation]
    package let router: Router
    /// What is not strictly valid or not enforced, in the order of the document.
    package let diagnostics: [Diagnostic]
    /// The document after its overlays.
    package let document: Node

    /// Compiles a document of OpenAPI 3.0 or 3.1. `overlays` are Overlay 1.0 documents, applied in
    /// order. Throws every finding when one of them is an error.
    package init(document: Node, overlays: [Node] = []) throws(ContractError) {
        var findings: [Diagnostic] = []
        var merged = document
        for overlay in overlays {
            do throws(DocumentError) {
                merged = try Overlay(overlay).apply(to: merged, findings: &findings)
            } catch {
                findings.append(error.diagnostic)
            }
        }
        var compiler = ContractCompiler(merged, findings: findings)
        compiler.compile()
        // A schema that several operations share is read, and judged wanting, once for each.
        var seen: Set<Diagnostic> = []
        let distinct = compiler.findings.filter { seen.insert($0).inserted }
        guard !distinct.contains(where: { $0.severity == .error }) else {
            throw ContractError(distinct)
        }
        title = merged["info"]?["title"]?.text ?? ""
        version = merged["info"]?["version"]?.text ?? ""
        operations = compiler.operations
        router = compiler.routes.build()
        diagnostics = distinct
        self.document = merged
    }

    /// The operation that a policy names: by `operationId` or as `METHOD /template`.
    package func operation(named name: String) -> Operation? {
        operations.first { $0.id == name } ?? operations.first { $0.name == name }
    }
}
