import Bytes
import Contract
import HTTP
import Identity
import Operations
import Policy
import Quota
import Reactor

/// Judging by the head alone: cleaning, host, route, and which credentials the route takes.
extension Exchange {
    /// Chapter one, when the head is whole: cleaning, host, size, preflight, route, kind of
    /// identity.
    mutating func judgeHead(
        _ rules: Rules, hosts: [HostPattern], peerIsTrusted: Bool, isSecured: Bool
    ) -> Step {
        noteUpgrade()
        noteTrailers()
        var cleaning: Cleaning = peerIsTrusted ? .keepForwarded : .standard
        if rules.policy.keepsUnderscoreFields { cleaning.insert(.keepUnderscores) }
        cleaning.clean(&head)
        guard isFor(hosts) else {
            return .answer(.misdirected)
        }
        // RFC 9110 §7.4. HTTP/2's `:scheme` says what a proxy in front was asked for.
        if head.target.form == .absolute, head.target.scheme == .https, !isSecured, !peerIsTrusted {
            fault = .unsecuredScheme
            return .answer(.misdirected)
        }
        if case .length(let count) = head.framing, count > rules.bounds.bodyBytesMax {
            return .answer(.bodyTooLarge)
        }
        // For the server itself, which is this gateway (RFC 9110 §9.3.7).
        if head.target.form == .asterisk { return .answer(.preflight) }
        if isPreflight(rules) { return .answer(.preflight) }
        if head.method == .options, isLastForward() { return .answer(.preflight) }
        if let refusal = findRoute(rules) { return refusal }
        guard let route else { return .answer(.notFound) }
        edge = rules.table.plans[route].edge
        if tunnel == .asked, rules.table.plans[route].takesWebSocket { tunnel = .wanted }
        // An extended CONNECT cannot go on as an ordinary GET (RFC 8441 §4).
        if tunnel == .asked, !head.connectProtocol.isEmpty { return .answer(.notUpgradable) }
        return judgeCredentials(rules.table.plans[route], rules)
    }

    /// Whether the listener takes requests for its host.
    private mutating func isFor(_ hosts: [HostPattern]) -> Bool {
        for pattern in hosts where pattern.matches(head.text(head.host)) { return true }
        return false
    }

    /// A CORS preflight is answered before routing and without a token, as Laravel does.
    private mutating func isPreflight(_ rules: Rules) -> Bool {
        guard head.method == .options, let cors = rules.cors else { return false }
        return head.value(of: .origin) != nil
            && head.value(of: .accessControlRequestMethod) != nil
            && cors.covers(head.text(head.target.path))
    }

    /// Counts `Max-Forwards` down (RFC 9110 §7.6.2). True when it is 0: then OPTIONS is answered
    /// here.
    private mutating func isLastForward() -> Bool {
        for index in head.fields.indices
        where head.text(head.fields[index].name).equalsIgnoringCase("max-forwards") {
            guard let most = head.text(head.fields[index].value).decimalValue() else { continue }
            if most == 0 { return true }
            let start = head.bytes.count
            head.bytes.append(decimal: most - 1)
            head.fields.setValue(ByteRange(start..<head.bytes.count), at: index)
        }
        return false
    }

    /// Finds the operation or the pass-through entry. Returns a refusal when there is neither.
    private mutating func findRoute(_ rules: Rules) -> Step? {
        var captures = Captures()
        let match = rules.router.match(
            head.text(head.target.path), head.method, captures: &captures)
        if case .operation(let index) = match {
            route = index
            if let parameter = rules.table.plans[index].slugParameter {
                let value = captures[parameter]
                slug = ByteRange(
                    start: head.target.path.lowerBound + value.lowerBound, count: Int(value.count))
            }
            if !rules.table.plans[index].isUntouched { return nil }
        }
        if match == .ambiguous {
            fault = .ambiguousSegment
            return .answer(.malformedRequest)
        }
        let entry = rules.passThrough.match(
            head.text(head.target.path), head.method)
        if let entry {
            // It would tell a script what the gateway adds (RFC 9110 §9.3.8).
            if head.method == .trace {
                allowed = .common
                return .answer(.methodNotAllowed)
            }
            route = rules.table.operationCount + entry
            decision = .passedThrough
            return nil
        }
        if route != nil { return nil }
        if case .methodNotAllowed(let methods) = match {
            allowed = methods
            return .answer(head.method == .options ? .preflight : .methodNotAllowed)
        }
        return .answer(.notFound)
    }

    /// Which credentials the route takes: a bearer token always decides where there is one, and
    /// then the cookie goes, because Sanctum would try the session first and grant every ability.
    private mutating func judgeCredentials(_ plan: RoutePlan, _ rules: Rules) -> Step {
        guard plan.auth != .public else { return judgeSize(rules) }
        findAuthorization()
        do throws(BearerToken.Fault) {
            token =
                plan.auth == .embed
                ? try BearerToken(embedIn: head.text(authorization))
                : try BearerToken(authorization: head.text(authorization))
        } catch {
            if plan.auth == .bearerOrSession, error == .missing, hasSessionCookie(rules) {
                return judgeSize(rules)
            }
            return .answer(error == .missing ? .missingToken : .malformedToken)
        }
        head.fields.drop(.cookie)
        return .admit
    }

    /// Chapter two, when Redis has said who it is: what may they do? The quota is debited already.
    mutating func judgeAbilities(_ rules: Rules) -> Step {
        guard let route else { return .answer(.internalFault) }
        let plan = rules.table.plans[route]
        var granted = 0
        for index in plan.abilities where admission.identity.grants(rules.table.abilities[index]) {
            granted += 1
        }
        let enough = plan.needsAllAbilities ? granted == plan.abilities.count : granted > 0
        if enough { return judgeSize(rules) }
        noteMissingAbility(plan, rules)
        return .answer(.missingAbility)
    }

    /// Chapter three: the operation's own cap, and whether the body is held.
    mutating func judgeSize(_ rules: Rules) -> Step {
        guard let route else { return .answer(.internalFault) }
        let plan = rules.table.plans[route]
        if case .length(let count) = head.framing, count > plan.bodyBytesMax {
            return .answer(.bodyTooLarge)
        }
        if plan.isUntouched { return .forward }
        guard plan.isJudged else {
            let encoding = postEncoding
            return encoding == .json || encoding == .form ? .hold : .forward
        }
        if head.framing != .none, head.value(of: .contentEncoding) != nil {
            return .answer(.encodedBody)
        }
        return .hold
    }

    /// How Laravel would read a POST's body, in which it looks for `_method`: without a schema the
    /// request must not become another one either. Nil for other methods and without a body.
    private var postEncoding: InputEncoding? {
        mutating get {
            guard head.method == .post, head.framing != .none,
                let type = head.value(of: .contentType)
            else { return nil }
            return InputEncoding(
                contentType: head.text(type.value), method: head.text(head.methodText))
        }
    }

    /// Whether the body is multipart and goes on as it comes, so that `_method` is looked for on
    /// the way. Where there is a schema it was held and looked through.
    mutating func streamsMultipart(_ rules: Rules) -> Bool {
        guard let route, !rules.table.plans[route].isUntouched,
            !rules.table.plans[route].isJudged
        else { return false }
        return postEncoding == .multipart
    }

    /// Chapter four, when the body is whole: does it fit the contract?
    mutating func judgeInput(_ rules: Rules, _ judge: inout InputJudge) -> Step {
        guard let route, let operation = rules.table.plans[route].operation,
            let input = rules.table.inputs[operation] ?? rules.table.noRules
        else { return .answer(.internalFault) }
        let media = head.value(of: .contentType).map(\.value) ?? .empty
        let verdict = judge.judge(
            input.program,
            encoding: InputEncoding(
                contentType: head.text(media), method: head.text(head.methodText)),
            body: body.span, query: head.text(head.target.query))
        if judge.overridesMethod, !input.program.declaresMethod { return .answer(.methodOverride) }
        switch verdict {
        case .passes: return edge.map { .handle($0) } ?? .forward
        case .unsupported(.multipart):
            if rules.table.plans[route].isEnforced { return .answer(.encodedBody) }
            wouldBe = .encodedBody
            return .forward
        case .unsupported: return .answer(.inputOutOfBounds)
        case .fails:
            noteViolation(judge, input.program)
            if rules.table.plans[route].isEnforced { return .answer(.invalidInput) }
            wouldBe = .invalidInput
            return .forward
        }
    }

    /// Whether `_method` in the query would turn the request into another one behind the gateway's
    /// back. Asked of operations that are not judged otherwise.
    mutating func overridesMethod(_ rules: Rules, _ judge: inout InputJudge) -> Bool {
        guard head.target.hasQuery, let route, let noRules = rules.table.noRules,
            !rules.table.plans[route].isJudged,
            !rules.table.plans[route].isUntouched,
            InputJudge.mightOverrideMethod(head.text(head.target.query))
        else { return false }
        let verdict = judge.judge(
            noRules.program, encoding: .other, body: literalBytes(""),
            query: head.text(head.target.query))
        // In a query that cannot be read whole, it may stand where PHP finds it.
        if case .unsupported = verdict { return true }
        return judge.overridesMethod
    }
}
