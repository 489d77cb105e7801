/// A message of a conversation.
struct OktaWaMessage: ShelfRecord {
    let id: String
    let conversationID: String
    let channelID: String
    let isOutbound: Bool
    let type: String
    let body: String
    var mediaURL: String?
    let createdAt: String
    /// When it was queued, in Unix seconds; nil for what came in.
    let sentAt: Int?

    var key: String { id }
}

extension OktaWaMessage {
    /// How far it has got: nobody works the queue here, so the time that has passed tells.
    func status(at unixSeconds: Int) -> String {
        guard let sentAt else { return "delivered" }
        return switch unixSeconds - sentAt {
        case ..<1: "queued"
        case ..<2: "sent"
        case ..<4: "delivered"
        default: "read"
        }
    }

    private var direction: String { isOutbound ? "outbound" : "inbound" }

    fileprivate func json(at unixSeconds: Int) -> JSONValue {
        .object([
            "id": .text(id), "conversation_id": .text(conversationID),
            "channel_id": .text(channelID), "direction": .text(direction), "type": .text(type),
            "body": .text(body), "status": .text(status(at: unixSeconds)),
            "created_at": .text(createdAt),
        ])
    }

    /// With the medium, for the list alone: the contract leaves open what that shows.
    fileprivate func listed(at unixSeconds: Int) -> JSONValue {
        guard let mediaURL else { return json(at: unixSeconds) }
        return .object([
            "id": .text(id), "conversation_id": .text(conversationID),
            "channel_id": .text(channelID), "direction": .text(direction), "type": .text(type),
            "body": .text(body), "media_url": .text(mediaURL),
            "status": .text(status(at: unixSeconds)), "created_at": .text(createdAt),
        ])
    }
}

extension OktaWaOrganization {
    /// `GET /conversations/{id}/messages`: newest first.
    func listMessages(_ request: OktaWaRequest) -> SandboxAnswer {
        guard conversations[request.id] != nil else { return .noResults("Conversation") }
        let found = messages.newestFirst.filter { $0.conversationID == request.id }
        let page = OktaWaPage(request.input, defaultSize: 50)
        return .data(.list(page.part(found).map { $0.listed(at: request.unixSeconds) }))
    }

    /// `POST /messages`: into a conversation that is named, or to a number on a channel.
    mutating func send(_ request: OktaWaRequest) -> SandboxAnswer {
        let input = request.input
        let conversation: OktaWaConversation
        if let id = input.text("conversation_id") {
            guard let known = conversations[id] else { return .missing("Conversation") }
            conversation = known
        } else {
            let channel = input.text("channel_id") ?? ""
            guard channels[channel] != nil else { return .missing("Channel") }
            conversation = self.conversation(
                withNumber: input.text("wa_id") ?? "", on: channel, request)
        }
        let message = post(
            input.text("body") ?? "", type: input.text("type") ?? "text",
            mediaURL: input.text("media_url"), into: conversation, request)
        return .data(message.json(at: request.unixSeconds))
    }

    /// Queues a message, which makes its conversation the freshest.
    mutating func post(
        _ body: String, type: String, mediaURL: String? = nil,
        into conversation: OktaWaConversation, _ request: OktaWaRequest
    ) -> OktaWaMessage {
        let message = OktaWaMessage(
            id: newID(request), conversationID: conversation.id,
            channelID: conversation.channelID, isOutbound: true, type: type, body: body,
            mediaURL: mediaURL, createdAt: request.time, sentAt: request.unixSeconds)
        messages.append(message)
        var conversation = conversation
        conversation.lastMessageAt = request.time
        conversation.lastMessageNumber = messages.made
        conversations.replace(conversation)
        return message
    }
}
