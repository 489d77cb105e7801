import Bytes
import Contract
import HTTP
import Identity
import Policy
import Quota

/// Finding the credentials in a head, and noting for the log what was wrong with a request.
extension Exchange {
    /// The value of `Authorization`; several lines are joined with `, ` as servers do, after which
    /// Laravel takes the last `Bearer ` in it.
    mutating func findAuthorization() {
        guard let field = head.value(of: .authorization) else { return }
        guard head.fields.repeated.contains(.authorization) else {
            authorization = field.value
            return
        }
        var joined = ByteBuffer()
        swap(&joined, &body)
        joined.removeAll()
        head.appendJoined(.authorization, to: &joined)
        authorization = ByteRange(start: head.bytes.count, count: joined.count)
        head.bytes.append(joined.span)
        joined.removeAll()
        swap(&joined, &body)
    }

    /// Whether a `Cookie` field has the policy's session cookie, with any value (RFC 6265 §4.2.1).
    /// What it is worth is the upstream's to say.
    mutating func hasSessionCookie(_ rules: Rules) -> Bool {
        guard let name = rules.policy.sessionCookie else { return false }
        for index in head.fields.indices {
            let field = head.fields[index]
            guard field.known == .cookie, !field.isLookalike, !field.dropped else { continue }
            if Self.names(head.text(field.value), name.span) { return true }
        }
        return false
    }

    private static func names(_ cookies: Span<UInt8>, _ name: Span<UInt8>) -> Bool {
        var start = 0
        while start < cookies.count {
            let end = cookies.firstIndex(of: UInt8(ascii: ";"), from: start) ?? cookies.count
            let pair = cookies.extracting(start..<end).trimmingWhitespace()
            if pair.count > name.count + 1, pair.starts(with: name),
                pair[name.count] == UInt8(ascii: "=")
            {
                return true
            }
            start = end + 1
        }
        return false
    }

    /// Names the first ability that the token lacks, for the log.
    mutating func noteMissingAbility(_ plan: RoutePlan, _ rules: Rules) {
        for index in plan.abilities
        where !admission.identity.grants(rules.table.abilities[index]) {
            detail.append(rules.table.abilityNames[index])
            return
        }
    }

    /// Names the fields and rules that were only reported, for the log: never a value.
    mutating func noteReports(_ judge: borrowing InputJudge, _ rules: Rules) {
        guard detail.isEmpty, let program = program(rules) else { return }
        for report in judge.reports.prefix(Bounds.reportsLoggedMax) {
            if !detail.isEmpty { detail.append(", ") }
            detail.append(string: program.path(ofField: report.field))
            detail.append(": ")
            detail.append(program.name(ofRule: report.rule))
        }
    }

    /// Names the first field and rule that the input broke, for the log: never a value.
    mutating func noteViolation(_ judge: borrowing InputJudge, _ program: InputProgram) {
        guard let violation = judge.firstViolation else { return }
        detail.append(string: program.path(ofField: violation.field))
        detail.append(": ")
        detail.append(program.name(ofRule: violation.rule))
    }
}
