import Bytes
import Contract
import HTTP

extension OktaWaOperation {
    /// An operation's rules: the document's, those that it leaves to prose, and a length for every
    /// text, since the sandbox keeps texts. Nil where nothing is to be judged.
    func rules(_ operation: Operation) -> InputProgram? {
        guard operation.input != nil else { return nil }
        let fields = operation.fields.map { field in
            var field = field
            // An empty parameter is no filter: Laravel makes null of it.
            let ofQuery: [Rule] = operation.method == .get ? [.nullable] : []
            for rule in prose(field.dottedPath) + ofQuery
            where !field.rules.contains(where: { $0.rule == rule }) {
                field.rules.insert(FieldRule(rule), at: 0)
            }
            if field.rules.contains(where: { $0.rule == .string }) {
                field.rules.append(FieldRule(.max("\(Bounds.sandboxTextCharactersMax)")))
            }
            return field
        }
        return (try? InputProgram(fields)) ?? operation.input
    }

    /// What the document says about a field in words or in an example.
    private func prose(_ field: String) -> [Rule] {
        switch (self, field) {
        case (.sendAMessage, "channel_id"), (.sendAMessage, "wa_id"):
            [.requiredWithout(["conversation_id"])]
        case (.createOrUpdateAContact, "profile"): [.jsonBytesMax(Bounds.sandboxBagBytesMax)]
        case (.sendAMessage, "type"): [.in(["text", "image", "document", "audio", "video"])]
        default: []
        }
    }
}
