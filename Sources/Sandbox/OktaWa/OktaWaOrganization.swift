/// Everything that one organization has.
struct OktaWaOrganization {
    var channels = Shelf<OktaWaChannel>()
    var contacts = Shelf<OktaWaContact>()
    var conversations = Shelf<OktaWaConversation>()
    var messages = Shelf<OktaWaMessage>()
    let templates: [OktaWaTemplate]
    /// Payment notifications taken.
    private var notifications = 0
    private var ids: ULIDs

    init(_ seed: OktaWaSeed, idSeed: UInt64) {
        templates = OktaWaTemplate.registered
        ids = ULIDs(seed: idSeed)
        channels.append(seed.channel)
        contacts.append(seed.contact)
        conversations.append(seed.conversation)
        for message in seed.messages { messages.append(message) }
    }

    mutating func newID(_ request: OktaWaRequest) -> String {
        ids.next(unixSeconds: request.unixSeconds)
    }

    /// `POST /api/webhooks/neoleap`: the acknowledgement without which Neoleap sends again, or
    /// voids the payment (laravel.md §8).
    mutating func takeNotification() -> SandboxAnswer {
        notifications += 1
        var answer = SandboxAnswer.ok(.list([.object(["status": .text("1")])]))
        answer.notifications = notifications
        return answer
    }
}

/// The part of a list that a request asks for.
struct OktaWaPage {
    let number: Int
    let size: Int

    /// Reads `page` and `per_page`. A size beyond 1 to 100 is brought back into it: whether the
    /// back end does so or refuses it, the contract does not say.
    init(_ input: SandboxInput, defaultSize: Int) {
        number = max(1, input.integer("page") ?? 1)
        size = min(max(1, input.integer("per_page") ?? defaultSize), 100)
    }

    func part<Record>(_ all: [Record]) -> ArraySlice<Record> {
        // A number of many digits must not overflow.
        guard number - 1 <= all.count / size else { return [] }
        return all.dropFirst((number - 1) * size).prefix(size)
    }
}
