/// The operations of the OktaWa API, by their `operationId`.
enum OktaWaOperation: String, CaseIterable {
    case listChannels
    case getAChannel
    case listContacts
    case createOrUpdateAContact
    case getAContact
    case listConversations
    case getAConversation
    case listMessagesInAConversation
    case sendAMessage
    case listTemplates
    case sendATemplateMessage
    case connectAChannel = "postApiIntegrationsMetaEmbeddedSignup"
    case takeANotification = "postApiWebhooksNeoleap"
    case mintASignedWidgetToken
    case exchangeCodeForToken

    /// Widget tokens and codes are the gateway's, which answers them itself: behind it the
    /// contract's example will do.
    var hasState: Bool { self != .mintASignedWidgetToken && self != .exchangeCodeForToken }
}

/// What a request asks of its organization.
struct OktaWaRequest {
    /// The path's parameter; empty where it has none.
    var id = ""
    var input = SandboxInput()
    /// The input's free-form arrays and objects as compact JSON, by their fields.
    var bags: [String: [UInt8]] = [:]
    let unixSeconds: Int

    /// The moment of the request as answers write it.
    var time: String { oktaWaTime(unixSeconds) }
}

extension OktaWaOrganization {
    /// Answers a request; nil where the contract's example is the answer.
    mutating func answer(
        _ operation: OktaWaOperation, _ request: OktaWaRequest
    ) -> SandboxAnswer? {
        switch operation {
        case .listChannels: listChannels()
        case .getAChannel: channel(request)
        case .listContacts: listContacts(request)
        case .createOrUpdateAContact: upsertContact(request)
        case .getAContact: contact(request)
        case .listConversations: listConversations(request)
        case .getAConversation: conversation(request)
        case .listMessagesInAConversation: listMessages(request)
        case .sendAMessage: send(request)
        case .listTemplates: listTemplates(request)
        case .sendATemplateMessage: sendTemplate(request)
        case .connectAChannel: connectChannel(request)
        case .takeANotification: takeNotification()
        case .mintASignedWidgetToken, .exchangeCodeForToken: nil
        }
    }
}
