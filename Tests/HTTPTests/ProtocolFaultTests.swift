import Bytes
import HTTP
import Testing

@Suite struct ProtocolFaultTests {
    @Test(arguments: ProtocolFault.allCases)
    func `every fault has a status of the client's or the protocol's and a reason`(
        _ fault: ProtocolFault
    ) {
        #expect([400, 413, 414, 417, 421, 431, 501, 505].contains(fault.status))
        #expect(fault.reason.utf8CodeUnitCount > 0)
        #expect(Status.reason(fault.status).utf8CodeUnitCount > 0)
    }

    @Test func `reasons tell faults apart`() {
        let reasons = Set(ProtocolFault.allCases.map { "\($0.reason)" })
        #expect(reasons.count == ProtocolFault.allCases.count)
    }

    @Test(arguments: [
        (100, "Continue"), (200, "OK"), (204, "No Content"), (304, "Not Modified"),
        (404, "Not Found"), (422, "Unprocessable Content"), (429, "Too Many Requests"),
        (503, "Service Unavailable"), (299, ""), (599, ""), (306, ""), (418, ""),
    ])
    func `statuses have their registered phrases`(_ code: Int, _ phrase: String) {
        #expect("\(Status.reason(code))" == phrase)
    }

    @Test func `a list has its elements without blanks and empty ones`() {
        let bytes = Array(" a, ,b\t,,c d , ".utf8)
        var list = TokenList(bytes.span)
        var elements: [String] = []
        var tokens: [Bool] = []
        while let element = list.next() {
            elements.append(element.toString())
            tokens.append(list.isToken)
        }
        #expect(elements == ["a", "b", "c d"])
        #expect(tokens == [true, true, false])
    }
}
