import Contract
import Document

/// What every organization begins with: the records of the contract's examples, so that the
/// document's own requests work, and that the first answers are its own.
struct OktaWaSeed {
    let channel: OktaWaChannel
    let contact: OktaWaContact
    let conversation: OktaWaConversation
    /// The unread messages that the example's conversation counts.
    let messages: [OktaWaMessage]

    /// Nil where the contract is not OktaWa's: an operation is missing, or the examples.
    init?(_ contract: Contract) {
        let ids = Set(contract.operations.map(\.id))
        guard OktaWaOperation.allCases.allSatisfy({ ids.contains($0.rawValue) }),
            let channel = Self.example(contract, .listChannels).flatMap(OktaWaChannel.init),
            let contact = Self.example(contract, .listContacts).flatMap(OktaWaContact.init),
            let conversation = Self.example(contract, .listConversations)
                .flatMap(OktaWaConversation.init)
        else { return nil }
        self.channel = channel
        self.contact = contact
        self.conversation = conversation
        messages = Self.messages(of: conversation)
    }

    /// The first record of a list.
    private static func example(_ contract: Contract, _ operation: OktaWaOperation) -> Node? {
        contract.operation(named: operation.rawValue)
            .flatMap { contract.responseExample(of: $0)?.body?["data"]?.sequence?.first }
    }

    /// As many inbound messages as the conversation has unread ones.
    private static func messages(of conversation: OktaWaConversation) -> [OktaWaMessage] {
        let texts = ["Hello!", "Where is my order?"]
        return (0..<conversation.unreadCount).map { index in
            OktaWaMessage(
                // Of the family of the contract's examples, which end in 1 and 2.
                id: "01HZK7P5R3Q6V0YH4XJ3M8MSG\(index + 3)", conversationID: conversation.id,
                channelID: conversation.channelID, isOutbound: false, type: "text",
                body: texts[index % texts.count], createdAt: conversation.lastMessageAt,
                sentAt: nil)
        }
    }
}

extension Node {
    /// The text of an example's member; nil where it has none, or null.
    func example(_ name: String) -> String? {
        guard let value = self[name], !value.isNull else { return nil }
        return value.text
    }
}
