import Bytes

/// A message template as Meta registers it: one per name and language.
struct OktaWaTemplate {
    let id: String
    let name: String
    let language: String
    let category: String
    let status: String
    /// With `{{1}}`, `{{2}}` and so on for its variables.
    let body: String
}

extension OktaWaTemplate {
    /// The templates of every organization. Of a name, the first is in its primary language.
    /// `order_ready` is the contract's example, with its two variables.
    static let registered: [OktaWaTemplate] = [
        OktaWaTemplate(
            id: "01HZK7P5R3Q6V0YH4XJ3M8TPA1", name: "order_ready", language: "ar",
            category: "UTILITY", status: "APPROVED",
            body: "طلبك رقم {{1}} جاهز، والمبلغ {{2}}."),
        OktaWaTemplate(
            id: "01HZK7P5R3Q6V0YH4XJ3M8TPA2", name: "order_ready", language: "en",
            category: "UTILITY", status: "APPROVED",
            body: "Your order {{1}} is ready, {{2}} to pay."),
        OktaWaTemplate(
            id: "01HZK7P5R3Q6V0YH4XJ3M8TPA3", name: "welcome", language: "en",
            category: "MARKETING", status: "APPROVED", body: "Welcome! How can we help you?"),
        OktaWaTemplate(
            id: "01HZK7P5R3Q6V0YH4XJ3M8TPA4", name: "appointment_reminder", language: "ar",
            category: "UTILITY", status: "PENDING", body: "موعدك يوم {{1}} الساعة {{2}}."),
        OktaWaTemplate(
            id: "01HZK7P5R3Q6V0YH4XJ3M8TPA5", name: "flash_sale", language: "en",
            category: "MARKETING", status: "REJECTED", body: "{{1}} off, today only!"),
    ]

    /// The highest of the placeholders' numbers.
    var variableCount: Int {
        var count = 0
        while body.includes("{{\(count + 1)}}") { count += 1 }
        return count
    }

    /// The body with its variables, in one pass: a value that looks like a placeholder is none.
    func text(_ variables: [String?]) -> String {
        body.split(separator: "{").map { piece in
            let digits = piece.prefix { $0.isNumber }
            guard let number = Int(digits), variables.indices.contains(number - 1),
                piece.dropFirst(digits.count).hasPrefix("}}")
            else { return String(piece) }
            return (variables[number - 1] ?? "") + piece.dropFirst(digits.count + 2)
        }.joined()
    }

    fileprivate var json: JSONValue {
        .object([
            "id": .text(id), "name": .text(name), "language": .text(language),
            "category": .text(category), "status": .text(status), "body": .text(body),
        ])
    }
}

extension OktaWaOrganization {
    /// `GET /templates`
    func listTemplates(_ request: OktaWaRequest) -> SandboxAnswer {
        let status = request.input.text("status")
        let language = request.input.text("language")
        let found = templates.filter {
            $0.status == status ?? $0.status && $0.language == language ?? $0.language
        }
        return .data(.list(found.map(\.json)))
    }

    /// `POST /templates/send`. What Meta has not approved cannot be sent, and is not found.
    mutating func sendTemplate(_ request: OktaWaRequest) -> SandboxAnswer {
        let input = request.input
        let channel = input.text("channel_id") ?? ""
        guard channels[channel] != nil else { return .missing("Channel") }
        let named = templates.filter { $0.name == input.text("template_name") }
        let language = input.text("language") ?? named.first?.language
        guard
            let template = named.first(where: {
                $0.language == language && $0.status == "APPROVED"
            })
        else { return .missing("Template") }
        let variables = input.list("variables") ?? []
        guard variables.count == template.variableCount else {
            return .invalid(
                "variables",
                "The variables field must contain \(template.variableCount) items.")
        }
        let conversation = conversation(
            withNumber: input.text("wa_id") ?? "", on: channel, request)
        let message = post(
            template.text(variables), type: "template", into: conversation, request)
        return .data(
            .object([
                "id": .text(message.id), "type": .text(message.type),
                "status": .text(message.status(at: request.unixSeconds)),
            ]))
    }
}
