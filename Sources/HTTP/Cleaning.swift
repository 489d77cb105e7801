import Bytes

/// What is taken out of a request before anything is judged: whatever belongs to the connection,
/// and whatever tells the back end something that only the gateway may tell.
///
/// Dropped are hop-by-hop fields and what `Connection` names, `X-Bawaba-*`, `X-Forwarded-*` and
/// `Forwarded`, `X-Real-IP`, `Client-IP`, `True-Client-IP`, `Client-Cert`, `Client-Cert-Chain`,
/// `X-Original-URL`, `X-Rewrite-URL`, `Proxy`, method overrides, look-alikes of every known name,
/// and other names with underscores.
package struct Cleaning: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Everything goes. The literal `[]` would be built at run time, through the generic
    /// conformance.
    package static var standard: Cleaning { Cleaning(rawValue: 0) }
    /// The peer is a trusted proxy: `X-Forwarded-*` and `Forwarded` stay.
    package static var keepForwarded: Cleaning { Cleaning(rawValue: 1) }
    /// Unknown names with underscores stay.
    package static var keepUnderscores: Cleaning { Cleaning(rawValue: 2) }

    /// Marks the fields that go. What the codec read (host, framing, upgrade) stays in the head.
    package func clean(_ head: inout RequestHead) {
        let names = droppedNames
        for index in head.fields.indices {
            let field = head.fields[index]
            let isUnknown = field.known == .other
            if field.isLookalike || names.contains(field.known)
                || isUnknown && field.hasUnderscore && !contains(.keepUnderscores)
            {
                head.fields.drop(at: index)
            }
        }
        guard head.fields.present.contains(.connection) else { return }
        head.fields.dropNominated(head.bytes)
    }

    /// Marks the fields of a response that go: hop-by-hop ones and what `Connection` names.
    package static func clean(_ head: inout ResponseHead) {
        for index in head.fields.indices
        where FieldNameSet.hopByHop.contains(head.fields[index].known) {
            head.fields.drop(at: index)
        }
        guard head.fields.present.contains(.connection) else { return }
        head.fields.dropNominated(head.bytes)
    }

    private var droppedNames: FieldNameSet {
        var names = FieldNameSet.hopByHop.union(.edgeOnly)
        if !contains(.keepForwarded) { names.formUnion(.forwarded) }
        return names
    }
}

extension FieldList {
    /// Drops the fields that a `Connection` field names (RFC 9110 §7.6.1).
    mutating func dropNominated(_ buffer: borrowing ByteBuffer) {
        let bytes = buffer.span
        for index in indices where self[index].known == .connection {
            var list = TokenList(bytes.slice(self[index].value))
            while let token = list.next() {
                for other in indices
                where bytes.slice(self[other].name).equalsIgnoringCase(token) {
                    drop(at: other)
                }
            }
        }
    }
}
