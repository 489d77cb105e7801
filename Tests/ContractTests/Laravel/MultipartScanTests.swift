import Bytes
import Contract
import Testing

@Suite struct MultipartScanTests {
    /// Whether the scan finds the name in any of the pieces.
    private func finds(_ pieces: [String]) -> Bool {
        var scan = MultipartScan()
        scan.start()
        for piece in pieces {
            let bytes = Array(piece.utf8)
            if scan.finds(in: bytes.span) { return true }
        }
        return false
    }

    @Test(arguments: [
        (#"name="_method""#, true), ("name=_method", true), ("NaMe='_method'", true),
        ("name=\"\r\n _method\"", true), ("name=.method", true), ("nnname=_method", true),
        ("name=name=_method", true), (#"name="_name=_method"#, true), ("name=_method_", true),
        (#"filename="_method""#, true), (#"name="method""#, false), (#"name="a_method""#, false),
        ("_method", false), (#"name="_Method""#, false), ("nam=_method", false), ("name=", false),
    ])
    func `a part named _method is found, however the body is cut`(
        _ text: String, _ isFound: Bool
    ) {
        let body = "--x\r\nContent-Disposition: form-data; \(text)\r\n\r\nDELETE"
        #expect(finds([body]) == isFound)
        #expect(finds(body.map(String.init)) == isFound)
        for cut in 0..<body.count {
            let index = body.index(body.startIndex, offsetBy: cut)
            #expect(finds([String(body[..<index]), String(body[index...])]) == isFound)
        }
    }
}
