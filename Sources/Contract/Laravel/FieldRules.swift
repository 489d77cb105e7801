/// What a rule rests on.
package enum RuleEvidence: Sendable {
    /// The document or an example proves or declares it: it is enforced.
    case stated
    /// Only prose suggests it: the policy says whether it is enforced or only reported.
    case assumed
}

/// Whether a request that breaks a rule is refused or only counted.
package enum RuleMode: Sendable {
    case enforce, report
}

/// A rule of a field, and what it rests on.
package struct FieldRule: Equatable, Sendable {
    package var rule: Rule
    package var evidence: RuleEvidence

    package init(_ rule: Rule, evidence: RuleEvidence = .stated) {
        self.rule = rule
        self.evidence = evidence
    }
}

/// A field of a request's input and its rules, in the order in which they are judged and reported.
///
/// The input is the body's fields and the query's together, so nothing is said about where it
/// stands.
package struct FieldRules: Equatable, Sendable {
    /// Names from the outside in; `*` stands for every element of an array.
    package var path: [String]
    package var rules: [FieldRule]

    package init(path: [String], rules: [FieldRule]) {
        self.path = path
        self.rules = rules
    }

    /// As an array of Laravel's `rules()` is written: `("variables.*", ["nullable", "string"])`.
    package init(
        _ path: String, _ stated: [String], assumed: [String] = []
    ) throws(RuleError) {
        self.path = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        rules = []
        for text in stated { rules.append(FieldRule(try Rule(text))) }
        for text in assumed { rules.append(FieldRule(try Rule(text), evidence: .assumed)) }
    }

    /// The path as Laravel writes it.
    package var dottedPath: String { path.joined(separator: ".") }
}
