import Bytes
import HTTP
import HTTP1
import Testing

/// At each limit, one below and one above.
@Suite struct HeadLimitTests {
    private static func fault(_ text: String, _ limits: HeadLimits = HeadLimits()) -> ProtocolFault?
    {
        let bytes = Array(text.utf8)
        var parser = RequestParser()
        var head = RequestHead()
        do throws(ProtocolFault) {
            _ = try parser.parse(bytes.span, limits: limits, into: &head)
            return nil
        } catch {
            return error
        }
    }

    private static func get(_ target: String, _ fields: String = "") -> String {
        "GET \(target) HTTP/1.1\r\nHost: h\r\n\(fields)\r\n"
    }

    @Test(arguments: [-1, 0, 1])
    func `a target has a limit`(_ more: Int) {
        let limits = HeadLimits(targetBytes: 100)
        let target = "/" + String(repeating: "a", count: 99 + more)
        #expect(Self.fault(Self.get(target), limits) == (more > 0 ? .targetTooLong : nil))
        #expect(ProtocolFault.targetTooLong.status == 414)
    }

    @Test func `a target that never ends is refused before its line does`() {
        let limits = HeadLimits(targetBytes: 100)
        let begun = "GET /" + String(repeating: "a", count: 200)
        #expect(Self.fault(begun, limits) == .targetTooLong)
        #expect(Self.fault(begun + " HTTP/1.1\r\n", limits) == .targetTooLong)
    }

    @Test(arguments: [-1, 0, 1])
    func `a method has a limit`(_ more: Int) {
        let method = String(repeating: "M", count: Bounds.methodBytesMax + more)
        let text = "\(method) / HTTP/1.1\r\nHost: h\r\n\r\n"
        #expect(Self.fault(text) == (more > 0 ? .method : nil))
        #expect(ProtocolFault.method.status == 501)
    }

    @Test(arguments: [-1, 0, 1])
    func `a head has a limit`(_ more: Int) {
        let base = Self.get("/", "X: \r\n").utf8.count
        let value = String(repeating: "v", count: 1_000 - base + more)
        let text = Self.get("/", "X: \(value)\r\n")
        let fault = Self.fault(text, HeadLimits(headBytes: 1_000))
        #expect(fault == (more > 0 ? .headTooLarge : nil))
        #expect(ProtocolFault.headTooLarge.status == 431)
    }

    @Test(arguments: [-1, 0, 1])
    func `fields have a limit`(_ more: Int) {
        let fields = String(repeating: "X: v\r\n", count: 9 + more)
        let fault = Self.fault(Self.get("/", fields), HeadLimits(fields: 10))
        #expect(fault == (more > 0 ? .tooManyFields : nil))
        #expect(ProtocolFault.tooManyFields.status == 431)
    }

    @Test(arguments: [-1, 0, 1])
    func `the options of a connection have a limit`(_ more: Int) {
        let options = (0..<(Bounds.connectionOptionsMax + more)).map { "x-\($0)" }
        let half = options.count / 2
        let first = options[..<half].joined(separator: ",")
        let second = options[half...].joined(separator: ",,")
        let text = Self.get("/", "Connection: \(first)\r\nConnection: \(second)\r\n")
        #expect(Self.fault(text) == (more > 0 ? .connectionField : nil))
    }

    @Test func `a field that never ends is refused`() {
        let text = "GET / HTTP/1.1\r\nHost: h\r\nX: " + String(repeating: "v", count: 1_000)
        #expect(Self.fault(text, HeadLimits(headBytes: 1_000)) == .headTooLarge)
    }

    @Test func `the default limits are the bounds`() {
        let limits = HeadLimits()
        #expect(limits.targetBytes == Bounds.targetBytesMax)
        #expect(limits.headBytes == Bounds.headBytesMax)
        #expect(limits.fields == Bounds.fieldsMax)
    }
}
