package import Bytes
import JSON

/// What becomes of a request's input.
package enum InputVerdict: Equatable, Sendable {
    /// No enforced rule is broken: forward the body as it came.
    case passes
    /// At least one is: answer 422 with `append422(to:)`.
    case fails
    /// The input cannot be judged, so it must not be forwarded.
    case unsupported(InputRefusal)
}

/// Why an input cannot be judged.
package enum InputRefusal: Equatable, Sendable {
    /// Laravel would read `multipart/form-data`; the gateway does not.
    case multipart
    /// More variables in a form or query than `Bounds.inputVariablesMax`: how many PHP reads is its
    /// configuration's choice.
    case tooManyVariables
    /// A variable's name nests deeper than `Bounds.inputNestingMax`.
    case tooDeep
}

/// A rule that is only reported and that the last input broke.
package struct RuleReport: Equatable, Sendable {
    /// For `InputProgram.path(ofField:)`.
    package var field: Int
    /// For `InputProgram.name(ofRule:)`.
    package var rule: Int
}

/// Judges input as Laravel's middleware and validator would, one request after another, in storage
/// that is reused: nothing is allocated once it has grown. One per worker.
package struct InputJudge: ~Copyable {
    var reading = InputReading()
    var evaluation = RuleEvaluation()

    package init() {}

    /// Bytes that reading inputs has taken: a JSON body of 1 byte may take 8.
    package var storageBytes: Int { reading.storageBytes }

    /// Forgets the last input and gives all storage back.
    package mutating func releaseStorage() {
        reading = InputReading()
        evaluation = RuleEvaluation()
    }

    /// Judges an input: the body's fields, and the query's where the body has none of that name.
    /// `query` is what stands behind the `?`.
    package mutating func judge(
        _ program: borrowing InputProgram, encoding: InputEncoding, body: Span<UInt8>,
        query: Span<UInt8>
    ) -> InputVerdict {
        evaluation.reset(program)
        if encoding == .multipart { return judgeMultipart(program, body, query) }
        if let refusal = reading.read(encoding, body: body, query: query) {
            return .unsupported(refusal)
        }
        let json: Span<UInt8>? = encoding == .json ? body : nil
        InputJudge.run(&evaluation, program, reading, json: json)
        return evaluation.violations.isEmpty ? .passes : .fails
    }

    /// Multipart is not judged, but `_method` is found in it: where the bytes stand anywhere, which
    /// no reading of its parts can hide (PHP reads a `.` in a name as `_`).
    private mutating func judgeMultipart(
        _ program: borrowing InputProgram, _ body: Span<UInt8>, _ query: Span<UInt8>
    ) -> InputVerdict {
        if let refusal = reading.read(.other, body: body, query: query) {
            return .unsupported(refusal)
        }
        InputJudge.run(&evaluation, program, reading, json: nil)
        let overridesMethod =
            evaluation.overridesMethod || body.contains("_method") || body.contains(".method")
        evaluation.reset(program)
        evaluation.overridesMethod = overridesMethod
        return .unsupported(.multipart)
    }

    private static func run(
        _ evaluation: inout RuleEvaluation, _ program: borrowing InputProgram,
        _ reading: borrowing InputReading, json: Span<UInt8>?
    ) {
        if let json {
            evaluation.run(program, reading.view(of: json))
        } else {
            evaluation.run(program, reading.view())
        }
    }

    /// Whether a query could name `_method` at all, which hardly any does: no letter of it stands
    /// there unless all six do, or they are escaped. PHP changes marks in names, but no letters.
    package static func mightOverrideMethod(_ query: Span<UInt8>) -> Bool {
        if query.firstIndex(of: UInt8(ascii: "%")) != nil { return true }
        var start = 0
        while let index = query.firstIndex(of: UInt8(ascii: "m"), from: start) {
            if query.extracting(index...).starts(with: "method") { return true }
            start = index + 1
        }
        return false
    }

    /// Whether the last input names `_method`, by which Laravel lets a POST be another method.
    package var overridesMethod: Bool { evaluation.overridesMethod }

    /// The reported rules that the last input broke, in the order of the fields. Rules of elements
    /// (`variables.*`) are named once however many elements break them.
    package var reports: [RuleReport] { evaluation.reports }

    /// The first enforced rule that the last input broke, for the log.
    package var firstViolation: RuleReport? {
        evaluation.violations.first.map { RuleReport(field: Int($0.field), rule: Int($0.rule)) }
    }

    /// Appends the 422's body for the last input: exactly Laravel's bytes.
    package func append422(to buffer: inout ByteBuffer, _ program: borrowing InputProgram) {
        evaluation.append422(to: &buffer, program)
    }

    /// Appends the messages of the last input by attribute, as the 422's `errors` has them.
    package func appendErrors(to buffer: inout ByteBuffer, _ program: borrowing InputProgram) {
        evaluation.appendErrors(to: &buffer, program)
    }
}
