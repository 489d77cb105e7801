import Document

/// A WhatsApp line of an organization.
struct OktaWaChannel: ShelfRecord {
    let id: String
    let displayName: String
    let phoneNumber: String
    /// The WhatsApp Business account that it was connected from; nil for the contract's example.
    var account: String?
    var connectedAt: String
    var lastSeenAt: String

    var key: String { account ?? id }
}

extension OktaWaChannel {
    init?(_ example: Node) {
        guard let id = example.example("id"), let name = example.example("display_name"),
            let phone = example.example("phone_number"),
            let connectedAt = example.example("connected_at"),
            let lastSeenAt = example.example("last_seen_at")
        else { return nil }
        self.init(
            id: id, displayName: name, phoneNumber: phone, connectedAt: connectedAt,
            lastSeenAt: lastSeenAt)
    }

    fileprivate var json: JSONValue {
        .object([
            "id": .text(id), "type": .text("cloud"), "status": .text("connected"),
            "display_name": .text(displayName), "phone_number": .text(phoneNumber),
            "connected_at": .text(connectedAt), "last_seen_at": .text(lastSeenAt),
        ])
    }
}

extension OktaWaOrganization {
    /// `GET /channels`
    func listChannels() -> SandboxAnswer { .data(.list(channels.newestFirst.map(\.json))) }

    /// `GET /channels/{id}`
    func channel(_ request: OktaWaRequest) -> SandboxAnswer {
        guard let channel = channels[request.id] else { return .noResults("Channel") }
        return .data(channel.json)
    }

    /// `POST /api/integrations/meta/embedded-signup`: Meta's code is taken for good, and the
    /// account's channel is connected, or connected again.
    mutating func connectChannel(_ request: OktaWaRequest) -> SandboxAnswer {
        let account = request.input.text("waba_id") ?? ""
        if var channel = channels[key: account] {
            channel.connectedAt = request.time
            channel.lastSeenAt = request.time
            channels.replace(channel)
            return .data(channel.json)
        }
        // A number that nobody has: +999 is reserved by the ITU.
        let channel = OktaWaChannel(
            id: newID(request), displayName: "WhatsApp \(account)",
            phoneNumber: "+999\(100_000_000 + channels.made)", account: account,
            connectedAt: request.time, lastSeenAt: request.time)
        channels.append(channel)
        return .data(channel.json)
    }
}
