import Bytes
import Contract

/// What a set of rules makes of an input, in the words of the answer.
struct Judging {
    var program: InputProgram

    /// Rules as an array of Laravel's `rules()`: `[("name", "nullable|string")]`.
    init(
        _ rules: [(String, String)], assumed: [String: [String]] = [:], mode: RuleMode = .report
    ) throws {
        var fields: [FieldRules] = []
        for (path, text) in rules {
            let stated = text.split(separator: "|").map(String.init)
            fields.append(try FieldRules(path, stated, assumed: assumed[path] ?? []))
        }
        program = try InputProgram(fields, assumed: mode)
    }

    /// `passes`, or the 422's body, or why it cannot be judged.
    func answer(
        _ body: String, query: String = "", type: String = "application/json",
        method: String = "POST"
    ) -> String {
        answer(bytes: Array(body.utf8), query: query, type: type, method: method)
    }

    func answer(
        bytes: [UInt8], query: String = "", type: String = "application/json",
        method: String = "POST"
    ) -> String {
        var judge = InputJudge()
        return answer(&judge, bytes, query, type, method)
    }

    func answer(
        _ judge: inout InputJudge, _ body: [UInt8], _ query: String, _ type: String,
        _ method: String
    ) -> String {
        let typeBytes = Array(type.utf8)
        let methodBytes = Array(method.utf8)
        let queryBytes = Array(query.utf8)
        let encoding = InputEncoding(contentType: typeBytes.span, method: methodBytes.span)
        switch judge.judge(
            program, encoding: encoding, body: body.span, query: queryBytes.span)
        {
        case .passes: return "passes"
        case .unsupported(let refusal): return "\(refusal)"
        case .fails:
            var buffer = ByteBuffer()
            judge.append422(to: &buffer, program)
            return buffer.span.toString()
        }
    }

    /// `passes`, or the messages of the field `a` alone, for tables.
    static func messages(_ rules: String, _ json: String) throws -> String {
        let answer = try Judging([("a", rules)]).answer(#"{"a":\#(json)}"#)
        guard let start = answer.ranges(of: #""a":["#).first else { return answer }
        return String(answer[start.upperBound...].dropLast(3))
    }
}
