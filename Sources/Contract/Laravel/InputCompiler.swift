import Bytes
import JSON

/// Turns the rules of an operation into an `InputProgram`. For set-up: it allocates as it likes.
struct InputCompiler {
    private var program = InputProgram()
    private let assumed: RuleMode

    init(assumed: RuleMode) { self.assumed = assumed }

    mutating func compile(
        _ fields: [FieldRules]
    ) throws(InputProgramError) -> InputProgram {
        var seen: Set<[String]> = []
        for field in fields {
            guard seen.insert(field.path).inserted else {
                throw InputProgramError(
                    field: field.dottedPath, message: "the field has rules in two places")
            }
            guard !field.path.isEmpty, !field.path.contains("") else {
                throw InputProgramError(
                    field: field.dottedPath, message: "a path needs a name between its dots")
            }
        }
        addNodes(fields)
        for field in fields where !field.path.contains("*") { try add(field) }
        for field in fields where field.path.contains("*") { try add(field) }
        return program
    }

    // MARK: Names

    /// Lays out the tree of all names level by level, so that siblings stand together.
    private mutating func addNodes(_ fields: [FieldRules]) {
        let root = NameTree()
        root.add(["_method"])
        for field in fields {
            root.add(Array(field.path.prefix { $0 != "*" }))
            for rule in field.rules {
                for name in rule.rule.dependencies { root.add(components(name)) }
            }
        }
        let untrimmed = ["current_password", "password", "password_confirmation"]
        program.nodes = [PathNode(key: .empty, children: 0..<0, isUntrimmed: false)]
        var waiting = [(index: 0, tree: root)]
        while !waiting.isEmpty {
            let (index, tree) = waiting.removeFirst()
            let start = Int32(program.nodes.count)
            for child in tree.children {
                waiting.append((program.nodes.count, child))
                program.nodes.append(
                    PathNode(
                        key: add(child.name), children: 0..<0,
                        isUntrimmed: index == 0 && untrimmed.contains(child.name)))
            }
            program.nodes[index].children = start..<Int32(program.nodes.count)
        }
        program.methodNode = node(["_method"])
    }

    /// The node of a path without `*` that was added before.
    private func node(_ path: [String]) -> Int {
        var index = 0
        for name in path {
            let children = program.nodes[index].children
            let key = Array(name.utf8)
            for child in children
            where Array(program.bytes[program.nodes[Int(child)].key.range]) == key {
                index = Int(child)
            }
        }
        return index
    }

    private func components(_ name: String) -> [String] {
        name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    }

    private mutating func add(_ text: String) -> ByteRange {
        let start = program.bytes.count
        program.bytes.append(contentsOf: text.utf8)
        return ByteRange(start: start, count: program.bytes.count - start)
    }

    private mutating func add(_ texts: [String]) -> Range<Int32> {
        let start = Int32(program.strings.count)
        for text in texts { program.strings.append(add(text)) }
        return start..<Int32(program.strings.count)
    }

    // MARK: Fields and rules

    private mutating func add(_ field: FieldRules) throws(InputProgramError) {
        let explicit = Array(field.path.prefix { $0 != "*" })
        let rest = field.path.dropFirst(explicit.count).map { $0 == "*" ? "" : $0 }
        let isReported = { [assumed] (rule: FieldRule) in
            rule.evidence == .assumed && assumed == .report
        }
        let all = traits(field.rules)
        let enforced = traits(field.rules.filter { !isReported($0) })
        let start = Int32(program.rules.count)
        for rule in field.rules where !isReported(rule) { try add(rule.rule, of: field, enforced) }
        let middle = Int32(program.rules.count)
        for rule in field.rules where isReported(rule) { try add(rule.rule, of: field, all) }
        program.fields.append(
            FieldOp(
                node: Int32(node(explicit)), rest: add(Array(rest)), rules: start..<middle,
                reported: middle..<Int32(program.rules.count), path: add(field.dottedPath),
                enforced: enforced, all: all))
    }

    private func traits(_ rules: [FieldRule]) -> FieldTraits {
        var traits: FieldTraits = []
        for rule in rules {
            switch rule.rule {
            case .nullable: traits.insert(.nullable)
            case .sometimes: traits.insert(.sometimes)
            case .bail: traits.insert(.bail)
            case .integer, .numeric: traits.insert(.numeric)
            case .array: traits.formUnion([.array, .items])
            case .list: traits.insert(.items)
            default: break
            }
        }
        return traits
    }

    private mutating func add(
        _ rule: Rule, of field: FieldRules, _ traits: FieldTraits
    ) throws(InputProgramError) {
        if case .nullable = rule { return }
        if case .sometimes = rule { return }
        if case .bail = rule { return }
        if rule.dependencies.contains(where: { components($0).contains("*") }) {
            throw InputProgramError(
                field: field.dottedPath, message: "a rule cannot depend on a path with `*`")
        }
        var op = RuleOp(code: RuleCode(rule), isImplicit: rule.isImplicit)
        op.strings = add(rule.textArguments)
        let start = Int32(program.others.count)
        for name in rule.dependencies { program.others.append(Int32(node(components(name)))) }
        op.others = start..<Int32(program.others.count)
        if rule.needsBounds {
            guard let bounds = rule.bounds else {
                throw InputProgramError(
                    field: field.dottedPath,
                    message: "`\(op.code.name)` compares with what PHP does not read as a number")
            }
            op.argument = Int32(program.bounds.count)
            program.bounds.append(bounds)
        }
        if let pattern = rule.pattern {
            do {
                op.argument = Int32(program.patterns.count)
                program.patterns.append(try Pattern(php: pattern))
            } catch {
                throw InputProgramError(field: field.dottedPath, message: error.message)
            }
        }
        if case .dateFormat(let format) = rule, !DateFormat.isKnown(format) {
            throw InputProgramError(
                field: field.dottedPath,
                message: "the date format `\(format)` cannot be judged here")
        }
        op.message = message(rule, of: field, traits)
        program.rules.append(op)
    }

    // MARK: Messages

    /// Writes the message as it stands in the answer's JSON, with the holes that a request fills.
    private mutating func message(
        _ rule: Rule, of field: FieldRules, _ traits: FieldTraits
    ) -> Range<Int32> {
        let start = Int32(program.pieces.count)
        var rest = Substring(RuleMessage.template(rule, traits))
        if !field.path.contains("*") {
            let name = AttributeName.displayed(field.dottedPath)
            rest = Substring(replace(":attribute", in: rest, with: name))
        }
        while !rest.isEmpty {
            let holes: [(String, MessagePiece)] = [
                (":attribute", .attribute), (":otherValue", .otherValue),
            ]
            let next = holes.compactMap { hole in
                firstRange(of: hole.0, in: rest).map { (range: $0, piece: hole.1) }
            }.min { $0.range.lowerBound < $1.range.lowerBound }
            let text = rest[..<(next?.range.lowerBound ?? rest.endIndex)]
            if !text.isEmpty { program.pieces.append(.text(addEscaped(String(text)))) }
            guard let next else { break }
            program.pieces.append(next.piece)
            rest = rest[next.range.upperBound...]
        }
        return start..<Int32(program.pieces.count)
    }

    private mutating func addEscaped(_ text: String) -> ByteRange {
        var buffer = ByteBuffer()
        let bytes = Array(text.utf8)
        buffer.appendJSON(unquoted: bytes.span, style: .php)
        let start = program.bytes.count
        program.bytes.append(contentsOf: buffer.span.toArray())
        return ByteRange(start: start, count: program.bytes.count - start)
    }

    private func firstRange(of needle: String, in text: Substring) -> Range<Substring.Index>? {
        var index = text.startIndex
        while index < text.endIndex {
            if text[index...].hasPrefix(needle) {
                return index..<text.index(index, offsetBy: needle.count)
            }
            index = text.index(after: index)
        }
        return nil
    }

    private func replace(_ needle: String, in text: Substring, with new: String) -> String {
        guard let range = firstRange(of: needle, in: text) else { return String(text) }
        return text[..<range.lowerBound] + new + text[range.upperBound...]
    }
}

/// The names below one name, in the order in which they were met.
private final class NameTree {
    let name: String
    var children: [NameTree] = []

    init(_ name: String = "") { self.name = name }

    func add(_ path: [String]) {
        guard let first = path.first else { return }
        let known = children.first { $0.name == first }
        let child = known ?? NameTree(first)
        if known == nil { children.append(child) }
        child.add(Array(path.dropFirst()))
    }
}
