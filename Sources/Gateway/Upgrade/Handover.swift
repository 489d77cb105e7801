import Bytes
import Crypto
import Reactor

/// What a process hands to the one that is to replace it: which descriptors are listening sockets,
/// and the keys of session tickets. Text in sealed memory, whose descriptor the environment names.
///
///     bawaba handover 1
///     listener 7 0.0.0.0:8443
///     admin 12 127.0.0.1:9901
///     control 13 unix:/run/bawaba/control.sock
///     report 21
///     settled yes
///     ticket-keys 4f0e…
///     rotation 86400000
struct Handover: Sendable, Equatable {
    /// The variable of the environment that has the memory's descriptor.
    static let variable = "BAWABA_HANDOVER"

    private static let title = "bawaba handover 1"

    /// What a listening socket is for.
    enum Role: String, Sendable {
        case listener, admin, control
    }

    struct Item: Sendable, Equatable {
        let role: Role
        let descriptor: Int32
        let address: SocketAddress
    }

    var items: [Item] = []
    /// The pipe for the new process's report.
    var report: Int32 = -1
    /// The old process.
    var processID: Int32 = 0
    /// Whether the old process is ready, as `/readyz` says: then the new one must be, too.
    var isSettled = false
    /// How many names of its upstreams have no address: the new one may have no more.
    var unresolvedNames = 0
    /// `TicketKeys.bytes`, and when they are made anew, in CLOCK_MONOTONIC's milliseconds.
    var ticketKeys: [UInt8] = []
    var rotationAt = 0

    /// The text.
    var bytes: [UInt8] {
        var lines = [Self.title]
        for item in items {
            lines.append("\(item.role.rawValue) \(item.descriptor) \(item.address)")
        }
        var digits = ByteBuffer()
        digits.append(hex: ticketKeys.span)
        lines += [
            "report \(report)", "settled \(isSettled ? "yes" : "no")",
            "unresolved \(unresolvedNames)",
            "process \(processID)",
            "ticket-keys \(digits.span.toString())", "rotation \(rotationAt)",
        ]
        return Array(lines.map { $0 + "\n" }.joined().utf8)
    }

    init() {}

    /// Reads the text; nil where any of it is not as this version writes it.
    init?(_ bytes: [UInt8]) {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        guard lines.first == Self.title[...] else { return nil }
        for line in lines.dropFirst() {
            let words = line.split(separator: " ", maxSplits: 2).map(String.init)
            guard words.count >= 2, take(words) else { return nil }
        }
        guard report >= 0, !ticketKeys.isEmpty else { return nil }
    }

    private mutating func take(_ words: [String]) -> Bool {
        if let role = Role(rawValue: words[0]) {
            guard words.count == 3, let descriptor = Int32(words[1]), descriptor > 2,
                let address = SocketAddress(words[2]), address.isUnix == (role == .control)
            else { return false }
            items.append(Item(role: role, descriptor: descriptor, address: address))
            return true
        }
        switch words[0] {
        case "report": report = Int32(words[1]) ?? -1
        case "settled": isSettled = words[1] == "yes"
        case "process": processID = Int32(words[1]) ?? 0
        case "unresolved": unresolvedNames = Int(words[1]) ?? 0
        case "rotation": rotationAt = Int(words[1]) ?? 0
        case "ticket-keys":
            var keys = ByteBuffer()
            let digits = Array(words[1].utf8)
            guard Hex.decode(digits.span, to: &keys) else { return false }
            ticketKeys = keys.span.indices.map { keys.span[$0] }
        default: return false
        }
        return words.count == 2
    }
}
