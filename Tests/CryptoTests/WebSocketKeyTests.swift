import Bytes
import Crypto
import Testing

@Suite struct WebSocketKeyTests {
    @Test func `the RFC's own key has the RFC's answer`() {
        let key = Array("dGhlIHNhbXBsZSBub25jZQ==".utf8)
        let answer = WebSocketKey.answer(to: key.span)
        #expect(String(decoding: answer, as: UTF8.self) == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
    }
}
