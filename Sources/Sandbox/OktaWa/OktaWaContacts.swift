import Bytes
import Document

/// Somebody with a WhatsApp number. What nobody has said is nil.
struct OktaWaContact: ShelfRecord {
    let id: String
    let waID: String
    var phone: String?
    var name: String?
    var email: String?
    var language: String?
    /// Free-form, as JSON.
    var profile: [UInt8]?
    var customFields: [UInt8]?
    let createdAt: String
    var lastSeenAt: String

    var key: String { waID }
}

extension OktaWaContact {
    init?(_ example: Node) {
        guard let id = example.example("id"), let waID = example.example("wa_id"),
            let createdAt = example.example("created_at"),
            let lastSeenAt = example.example("last_seen_at")
        else { return nil }
        self.init(
            id: id, waID: waID, phone: example.example("phone"), name: example.example("name"),
            email: example.example("email"), language: example.example("language"),
            createdAt: createdAt, lastSeenAt: lastSeenAt)
    }

    /// The contract's answers know null for the e-mail address only. For the rest stands what
    /// WhatsApp itself shows of a stranger, the number, and the language of the contract's example.
    private var shownPhone: String { phone ?? "+\(waID)" }
    private var shownName: String { name ?? shownPhone }
    private var shownLanguage: String { language ?? "ar" }

    /// What `POST /contacts` answers.
    fileprivate var brief: JSONValue {
        .object([
            "id": .text(id), "wa_id": .text(waID), "phone": .text(shownPhone),
            "name": .text(shownName), "email": .text(orNull: email),
            "language": .text(shownLanguage),
        ])
    }

    /// What a list shows.
    fileprivate var json: JSONValue {
        .object([
            "id": .text(id), "wa_id": .text(waID), "phone": .text(shownPhone),
            "name": .text(shownName), "email": .text(orNull: email),
            "language": .text(shownLanguage), "last_seen_at": .text(lastSeenAt),
            "created_at": .text(createdAt),
        ])
    }

    /// With the free-form fields, where there are any: the contract shows them nowhere, and leaves
    /// open what `GET /contacts/{id}` answers.
    fileprivate var whole: JSONValue {
        if profile == nil, customFields == nil { return json }
        return .object([
            "id": .text(id), "wa_id": .text(waID), "phone": .text(shownPhone),
            "name": .text(shownName), "email": .text(orNull: email),
            "language": .text(shownLanguage), "profile": .json(orNull: profile),
            "custom_fields": .json(orNull: customFields), "last_seen_at": .text(lastSeenAt),
            "created_at": .text(createdAt),
        ])
    }

    /// Whether name, phone or number contain a text, given in lower case.
    fileprivate func contains(_ text: String) -> Bool {
        [shownName, shownPhone, waID].contains { $0.lowercased().includes(text) }
    }

    /// Takes over what the request says; what it omits stays as it is.
    fileprivate mutating func update(_ request: OktaWaRequest) {
        let input = request.input
        if input["phone"] != nil { phone = input.text("phone") }
        if input["name"] != nil { name = input.text("name") }
        if input["email"] != nil { email = input.text("email") }
        if input["language"] != nil { language = input.text("language") }
        if input["profile"] != nil { profile = request.bags["profile"] }
        if input["custom_fields"] != nil { customFields = request.bags["custom_fields"] }
    }
}

extension OktaWaOrganization {
    /// `GET /contacts`: most recently created first.
    func listContacts(_ request: OktaWaRequest) -> SandboxAnswer {
        let search = request.input.text("search")?.lowercased()
        let found = contacts.newestFirst.filter { contact in
            search.map { contact.contains($0) } ?? true
        }
        let page = OktaWaPage(request.input, defaultSize: 25)
        return .ok(
            .object([
                "data": .list(page.part(found).map(\.json)),
                "meta": .object([
                    "current_page": .integer(page.number), "per_page": .integer(page.size),
                    "total": .integer(found.count),
                ]),
            ]))
    }

    /// `GET /contacts/{id}`
    func contact(_ request: OktaWaRequest) -> SandboxAnswer {
        guard let contact = contacts[request.id] else { return .noResults("Contact") }
        return .data(contact.whole)
    }

    /// `POST /contacts`
    mutating func upsertContact(_ request: OktaWaRequest) -> SandboxAnswer {
        var contact = contact(ofNumber: request.input.text("wa_id") ?? "", request)
        contact.update(request)
        contacts.replace(contact)
        return .data(contact.brief)
    }

    /// The contact with a number, made where there is none.
    mutating func contact(ofNumber waID: String, _ request: OktaWaRequest) -> OktaWaContact {
        if let known = contacts[key: waID] { return known }
        let contact = OktaWaContact(
            id: newID(request), waID: waID, createdAt: request.time, lastSeenAt: request.time)
        contacts.append(contact)
        return contact
    }
}
