import Bytes
import Contract
import HTTP

/// The OktaWa API with state: what is made by one request is found by the next, within its
/// organization and until the sandbox ends. No I/O; the time is an argument.
struct OktaWa: ~Copyable {
    /// An operation of the contract that is answered here.
    private struct Route {
        let operation: OktaWaOperation
        let rules: InputProgram?
    }

    /// By the operation's index in the contract; nil for operations that OktaWa does not have.
    private let routes: [Route?]
    private var store: OktaWaStore
    private var judge = InputJudge()
    private var reader = SandboxInputReader()

    /// Nil where the contract is not OktaWa's.
    init?(_ contract: Contract, randomSeed: UInt64) {
        guard let seed = OktaWaSeed(contract) else { return nil }
        store = OktaWaStore(seed, randomSeed: randomSeed)
        routes = contract.operations.map { operation in
            OktaWaOperation(rawValue: operation.id).map {
                Route(operation: $0, rules: $0.rules(operation))
            }
        }
    }

    /// Answers a request; nil where the contract's example is the answer.
    ///
    /// - Parameters:
    ///   - index: the operation's in the contract.
    ///   - id: the path's parameter; empty where it has none.
    mutating func answer(
        _ index: Int, _ head: borrowing RequestHead, org: String, id: String,
        content: borrowing SandboxContent, unixSeconds: Int
    ) -> SandboxAnswer? {
        guard let route = routes[index], route.operation.hasState else { return nil }
        var request = OktaWaRequest(id: id, unixSeconds: unixSeconds)
        if let rules = route.rules {
            guard content.isWhole else { return .pretty(413, "The POST data is too large.") }
            var encoding = InputEncoding.other
            if let type = head.value(of: .contentType) {
                encoding = InputEncoding(
                    contentType: head.text(type.value), method: head.text(head.methodText))
            }
            let query = head.text(head.target.query)
            if let refusal = refusal(rules, encoding, content.bytes.span, query) { return refusal }
            request.input = reader.read(encoding, body: content.bytes.span, query: query)
            if route.operation == .createOrUpdateAContact {
                request.bags["profile"] = bag("profile", encoding, content.bytes.span)
                request.bags["custom_fields"] = bag("custom_fields", encoding, content.bytes.span)
            }
        }
        return store.answer(route.operation, org: org, request)
    }

    /// A field of the input that was just judged, as JSON; nil where it is null or was omitted, or
    /// longer than what is kept: the contract sets `custom_fields` no bound.
    private mutating func bag(
        _ name: StaticString, _ encoding: InputEncoding, _ body: Span<UInt8>
    ) -> [UInt8]? {
        var buffer = ByteBuffer()
        let isThere = judge.appendJSON(of: name, encoding, body: body, to: &buffer)
        guard isThere, buffer.count <= Bounds.sandboxBagBytesMax else { return nil }
        return buffer.span.equals("null") ? nil : buffer.span.toArray()
    }

    /// The 422 for an input that breaks a rule.
    private mutating func refusal(
        _ rules: InputProgram, _ encoding: InputEncoding, _ body: Span<UInt8>,
        _ query: Span<UInt8>
    ) -> SandboxAnswer? {
        var verdict = judge.judge(rules, encoding: encoding, body: body, query: query)
        if case .unsupported = verdict {
            // The gateway refuses these; who comes here directly has sent nothing that can be read.
            verdict = judge.judge(rules, encoding: .other, body: Span(), query: Span())
        }
        guard verdict == .fails else { return nil }
        var buffer = ByteBuffer()
        judge.append422(to: &buffer, rules)
        return SandboxAnswer(status: 422, json: buffer.span.toArray())
    }
}
