import Bytes

/// The rules of an operation's input, compiled: flat arrays of plain values, with every message
/// written beforehand. Immutable; judging by it allocates nothing.
package struct InputProgram: Sendable {
    /// The names that the rules speak of, as a tree; 0 is the input itself.
    var nodes: [PathNode] = []
    /// Fields without `*` first: Laravel judges what it expands last.
    var fields: [FieldOp] = []
    var rules: [RuleOp] = []
    var pieces: [MessagePiece] = []
    /// The rules' text arguments.
    var strings: [ByteRange] = []
    /// Nodes of fields that other fields' rules depend on.
    var others: [Int32] = []
    var patterns: [Pattern] = []
    var bounds: [RuleBounds] = []
    /// What all ranges above are of.
    var bytes: [UInt8] = []
    /// The node of `_method`, by which Laravel lets a form change its method.
    var methodNode = 0
    /// Whether a field is called `_method`, so that the contract knows of it.
    package private(set) var declaresMethod = false

    /// Compiles `fields`. `assumed` says what becomes of rules that rest on assumption.
    package init(
        _ fields: [FieldRules], assumed: RuleMode = .report
    ) throws(InputProgramError) {
        var compiler = InputCompiler(assumed: assumed)
        self = try compiler.compile(fields)
        declaresMethod = fields.contains { $0.path.first == "_method" }
    }

    /// For the compiler, which fills it.
    init() {}

    /// The path of a field as Laravel writes it, for logs: `variables.*`.
    package func path(ofField index: Int) -> String {
        String(decoding: bytes[fields[index].path.range], as: UTF8.self)
    }

    /// The name of a rule, for logs: `required_without`.
    package func name(ofRule index: Int) -> StaticString { rules[index].code.name }
}

/// Why rules cannot be compiled, and of which field.
package struct InputProgramError: Error, Equatable, Sendable {
    /// The field's path as Laravel writes it.
    package var field: String
    package var message: String
}

/// A name that some rule speaks of. The children of a node stand together.
struct PathNode: Sendable {
    var key: ByteRange
    var children: Range<Int32>
    /// Whether Laravel leaves the value untrimmed.
    var isUntrimmed: Bool
}

/// A field and where its rules stand.
struct FieldOp: Sendable {
    /// The field's node, or for a path with `*` the node in front of it.
    var node: Int32
    /// Names from the first `*` on, in `strings`; an empty range is a `*`.
    var rest: Range<Int32>
    /// The enforced ones, in `rules`.
    var rules: Range<Int32>
    /// Those that are only reported, in `rules`.
    var reported: Range<Int32>
    /// The whole path with dots.
    var path: ByteRange
    /// What the enforced rules say together.
    var enforced: FieldTraits
    /// What all rules say together, reported ones included.
    var all: FieldTraits

    var isWildcard: Bool { !rest.isEmpty }
}

/// How the rules of a field change each other.
struct FieldTraits: OptionSet, Sendable {
    var rawValue: UInt8
    static let nullable = FieldTraits(rawValue: 1)
    static let sometimes = FieldTraits(rawValue: 2)
    static let bail = FieldTraits(rawValue: 4)
    static let numeric = FieldTraits(rawValue: 8)
    /// `array` or `list`: sizes are counted in items.
    static let items = FieldTraits(rawValue: 16)
    /// `array`: `in` looks at the elements.
    static let array = FieldTraits(rawValue: 32)
}

/// The numbers that a rule compares with; rules with one have it on both sides.
struct RuleBounds: Sendable {
    var low: PHPNumber
    var high: PHPNumber
}

/// One rule of one field. Small, because judging copies it.
struct RuleOp: Sendable {
    var code: RuleCode
    var isImplicit: Bool
    /// In `strings`.
    var strings: Range<Int32> = 0..<0
    /// In `others`.
    var others: Range<Int32> = 0..<0
    /// In `patterns` or `bounds`, as the rule needs.
    var argument: Int32 = 0
    /// In `pieces`.
    var message: Range<Int32> = 0..<0
}

/// A part of a message: text that is ready to be sent, or what only the request tells.
enum MessagePiece: Sendable {
    case text(ByteRange)
    /// The attribute, for fields below a `*`.
    case attribute
    /// The value of the field that the rule depends on.
    case otherValue
}
