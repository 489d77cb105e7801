import Bytes

extension RequestHead {
    /// Whether `Expect` asks for a 100 before the content is sent (RFC 9110 §10.1.1). It is a list,
    /// in which the one expectation that there is may stand twice; an empty list expects nothing.
    /// Anything else is refused.
    package func asksForContinue() throws(ProtocolFault) -> Bool {
        guard fields.first(.expect) != nil else { return false }
        var asks = false
        for index in fields.indices {
            let field = fields[index]
            guard field.known == .expect, !field.isLookalike else { continue }
            var list = TokenList(text(field.value))
            while let expectation = list.next() {
                guard expectation.equalsIgnoringCase("100-continue") else { throw .expectation }
                asks = true
            }
        }
        return asks
    }
}
