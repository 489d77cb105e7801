package import Document

/// A contract that cannot be used: every finding, of which at least one is an error.
package struct ContractError: Error, Equatable, Sendable {
    package let diagnostics: [Diagnostic]

    package init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}
