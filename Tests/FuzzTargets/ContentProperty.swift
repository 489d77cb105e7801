import Bytes
import HTTP
import HTTP1

/// Content ends in one place, however it arrives, and chunks are what RFC 9112 §7.1 says.
enum ContentProperty {
    /// The first byte chooses chunks, the connection's end or a length.
    static func problem(_ input: [UInt8]) -> String? {
        guard let choice = input.first else { return nil }
        let bytes = Array(input.dropFirst())
        let framing: BodyFraming =
            switch choice {
            case 0..<128: .chunked
            case 128: .untilClose
            default: .length(Int(choice) - 128)
            }
        let whole = Reading([bytes], framing)
        let single = Reading(bytes.map { [$0] }, framing)
        if whole != single { return "whole: \(whole), byte by byte: \(single)" }
        let cut = Int(choice) * bytes.count / 256
        let halves = Reading([Array(bytes[..<cut]), Array(bytes[cut...])], framing)
        if whole != halves { return "whole: \(whole), cut at \(cut): \(halves)" }
        return framing == .chunked ? disagreement(whole, bytes) : nil
    }

    /// A second decoder, without extensions and trailers, has to come to the same.
    private static func disagreement(_ reading: Reading, _ bytes: [UInt8]) -> String? {
        let plain = PlainChunks(bytes)
        if let end = plain.end {
            let isSame = reading.isComplete && reading.content == plain.content
            return isSame && reading.consumed == end ? nil : "good chunks: \(reading)"
        }
        if reading.isComplete, !reading.hasTrailers, !bytes.contains(UInt8(ascii: ";")) {
            return "bad chunks: \(reading)"
        }
        return nil
    }
}

/// What a reader made of some bytes.
private struct Reading: Equatable {
    var content: [UInt8] = []
    var consumed = 0
    var isComplete = false
    var hasTrailers = false
    var fault: ProtocolFault?

    init(_ pieces: [[UInt8]], _ framing: BodyFraming) {
        var reader = BodyReader(framing)
        do throws(ProtocolFault) {
            for piece in pieces where !isComplete { try take(piece, &reader) }
            if framing == .untilClose { try reader.finish() }
        } catch {
            fault = error
            // How far it came within a piece is nobody's business.
            consumed = 0
            content = []
        }
        isComplete = fault == nil && reader.isComplete
        hasTrailers = !reader.trailerBytes.span.toArray().starts(with: [13, 10])
    }

    private mutating func take(
        _ piece: [UInt8], _ reader: inout BodyReader
    ) throws(ProtocolFault) {
        var input = ByteBuffer()
        input.append(piece)
        var position = 0
        while true {
            switch try reader.next(input, consumed: &position) {
            case .data(let range): content += piece[range]
            case .needMore:
                consumed += position
                return
            case .end:
                consumed += position
                isComplete = true
                return
            }
        }
    }
}

/// `*(1*HEXDIG CRLF data CRLF) 1*"0" CRLF CRLF`, read in the plainest way.
private struct PlainChunks {
    var content: [UInt8] = []
    /// Where the last chunk's empty line ends; nil when the bytes are nothing of the kind.
    var end: Int?

    init(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while let line = Self.line(&rest), (1...15).contains(line.count),
            let size = Int(String(decoding: line, as: UTF8.self), radix: 16),
            line.first != UInt8(ascii: "+"), line.first != UInt8(ascii: "-")
        {
            if size == 0 {
                if let last = Self.line(&rest), last.isEmpty { end = rest.startIndex }
                return
            }
            guard rest.count >= size else { return }
            content += rest.prefix(size)
            rest = rest.dropFirst(size)
            guard let empty = Self.line(&rest), empty.isEmpty else { return }
        }
    }

    private static func line(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let end = rest.firstIndex(of: 13), end + 1 < rest.endIndex, rest[end + 1] == 10
        else { return nil }
        defer { rest = rest[(end + 2)...] }
        return rest[..<end]
    }
}
