import Document

/// What was written between a channel and a contact.
struct OktaWaConversation: ShelfRecord {
    let id: String
    var status: String
    let priority: String
    let unreadCount: Int
    let channelID: String
    let contactID: String
    var lastMessageAt: String
    /// Orders conversations whose last messages are of the same second.
    var lastMessageNumber = 0

    var key: String { Self.key(channelID, contactID) }

    /// A channel and a contact have one conversation.
    static func key(_ channelID: String, _ contactID: String) -> String {
        "\(channelID) \(contactID)"
    }
}

extension OktaWaConversation {
    init?(_ example: Node) {
        guard let id = example.example("id"), let status = example.example("status"),
            let priority = example.example("priority"), let unread = example["unread_count"]?.int,
            let channel = example.example("channel_id"),
            let contact = example.example("contact_id"),
            let lastMessageAt = example.example("last_message_at")
        else { return nil }
        self.init(
            id: id, status: status, priority: priority, unreadCount: unread, channelID: channel,
            contactID: contact, lastMessageAt: lastMessageAt)
    }

    fileprivate var json: JSONValue {
        .object([
            "id": .text(id), "status": .text(status), "priority": .text(priority),
            "unread_count": .integer(unreadCount), "channel_id": .text(channelID),
            "contact_id": .text(contactID), "last_message_at": .text(lastMessageAt),
        ])
    }

    fileprivate func isFresher(than other: OktaWaConversation) -> Bool {
        (lastMessageAt, lastMessageNumber) > (other.lastMessageAt, other.lastMessageNumber)
    }
}

extension OktaWaOrganization {
    /// `GET /conversations`: the freshest first.
    func listConversations(_ request: OktaWaRequest) -> SandboxAnswer {
        let status = request.input.text("status")
        let channel = request.input.text("channel_id")
        let found = conversations.newestFirst
            .filter { $0.status == status ?? $0.status && $0.channelID == channel ?? $0.channelID }
            .sorted { $0.isFresher(than: $1) }
        let page = OktaWaPage(request.input, defaultSize: 25)
        return .data(.list(page.part(found).map(\.json)))
    }

    /// `GET /conversations/{id}`
    func conversation(_ request: OktaWaRequest) -> SandboxAnswer {
        guard let conversation = conversations[request.id] else {
            return .noResults("Conversation")
        }
        return .data(conversation.json)
    }

    /// The conversation with a number on a channel, made with its contact where there is none.
    mutating func conversation(
        withNumber waID: String, on channelID: String, _ request: OktaWaRequest
    ) -> OktaWaConversation {
        let contact = contact(ofNumber: waID, request)
        let key = OktaWaConversation.key(channelID, contact.id)
        if let known = conversations[key: key] { return known }
        let conversation = OktaWaConversation(
            id: newID(request), status: "open", priority: "normal", unreadCount: 0,
            channelID: channelID, contactID: contact.id, lastMessageAt: request.time)
        conversations.append(conversation)
        return conversation
    }
}
