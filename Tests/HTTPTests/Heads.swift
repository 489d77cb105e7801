import Bytes
import HTTP

/// A request head with these fields, as a codec would yield it.
func makeHead(_ fields: [(String, String)]) -> RequestHead {
    var head = RequestHead()
    for (name, value) in fields {
        let start = head.bytes.count
        head.bytes.append(string: name)
        let scanned = FieldName.scan(head.bytes.span, from: start)
        let valueStart = head.bytes.count
        head.bytes.append(string: value)
        head.fields.append(
            Field(
                name: ByteRange(start..<valueStart),
                value: ByteRange(valueStart..<head.bytes.count),
                known: scanned.known, isLookalike: scanned.isLookalike,
                hasUnderscore: scanned.hasUnderscore))
    }
    return head
}

/// The names of the fields that were not dropped.
func keptNames(_ head: borrowing RequestHead) -> [String] {
    var names: [String] = []
    for index in head.fields.indices where !head.fields[index].dropped {
        let name = head.text(head.fields[index].name)
        names.append(name.toString())
    }
    return names
}
