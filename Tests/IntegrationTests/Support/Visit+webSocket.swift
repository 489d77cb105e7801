import Crypto

/// The fields with which a client of HTTP/1.1 asks for a WebSocket (RFC 6455 §4.1).
let webSocketFields = [
    "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
]

/// An upstream's side of a WebSocket.
extension Visit {
    /// The head that agrees to what was asked for (RFC 6455 §4.2.2).
    var webSocketAgreement: String {
        let key = [UInt8](request["sec-websocket-key"] ?? "")
        let answer = String(decoding: WebSocketKey.answer(to: key.span), as: UTF8.self)
        return """
            HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
            Sec-WebSocket-Accept: \(answer)\r\n\r\n
            """
    }

    /// Agrees to a WebSocket and sends everything back, four bytes at a time.
    mutating func echoFrames() throws {
        try send(webSocketAgreement)
        while true {
            let bytes = awaitBytes(4)
            guard bytes.count == 4 else { return close() }
            try send(bytes)
        }
    }
}
