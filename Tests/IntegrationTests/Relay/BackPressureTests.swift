import Testing

/// Whoever is slow is waited for, in bounded memory.
@Suite(.serialized) struct BackPressureTests {
    private static let megabytes = 64
    private static let block = [UInt8](repeating: UInt8(ascii: "x"), count: 1_048_576)

    @Test func `a client that does not read costs no more than the relay's bound`() throws {
        let rig = try Rig(.init(workers: 1))
        let scene = rig.upstream.scene { visit in
            try visit.send(
                "HTTP/1.1 200 OK\r\nContent-Length: \(Self.megabytes * 1_048_576)\r\n\r\n")
            for _ in 0..<Self.megabytes { try visit.send(Self.block) }
        }
        #expect(try rig.ask("GET", "/open").status == 200)
        let before = rig.gateway.residentKiB
        var client = try Client(rig.plain, receiveBytes: 4_096)
        try client.send(rig.request("GET", "/open", fields: [scene.field]))
        #expect(try client.head().startLine == "HTTP/1.1 200 OK")
        // The others are served while this one does not read.
        for _ in 0..<20 { #expect(try rig.ask("GET", "/open").status == 200) }
        #expect(rig.gateway.residentKiB - before < 4_096)
        var total = 0
        while total < Self.megabytes * 1_048_576 {
            let count = client.bytes(1_048_576).count
            if count == 0 { break }
            total += count
        }
        #expect(total == Self.megabytes * 1_048_576)
        #expect(rig.gateway.residentKiB - before < 4_096)
    }

    @Test func `an upstream that does not read costs no more either`() throws {
        let rig = try Rig(.init(workers: 1))
        let gate = Gate()
        let scene = rig.upstream.scene { visit in
            try gate.wait()
            var left = Self.megabytes * 1_048_576
            while left > 0 {
                let count = visit.readBytes(min(left, 1_048_576)).count
                if count == 0 { throw Failure("the upload broke off") }
                left -= count
            }
            try visit.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        }
        #expect(try rig.ask("GET", "/open").status == 200)
        let before = rig.gateway.residentKiB
        var client = try rig.client()
        try client.send(
            rig.request(
                "POST", "/open",
                fields: [scene.field, "Content-Length: \(Self.megabytes * 1_048_576)"]))
        _ = try scene.request()
        // What the kernel's and our buffers take; then nothing more is taken.
        for index in 0..<Self.megabytes {
            if index == 1 { gate.open() }
            try client.send(Self.block)
        }
        #expect(try client.answer().status == 200)
        #expect(rig.gateway.residentKiB - before < 4_096)
    }
}
