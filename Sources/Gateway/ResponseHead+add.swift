import Bytes
import HTTP

/// Adding fields of our own to an answer's head: the bytes go behind those that were read.
extension ResponseHead {
    mutating func add(_ name: FieldName, _ value: StaticString) {
        let start = bytes.count
        bytes.append(value)
        addField(name, from: start)
    }

    mutating func add(_ name: FieldName, _ value: Span<UInt8>) {
        let start = bytes.count
        bytes.append(value)
        addField(name, from: start)
    }

    /// A value that stands in the request.
    mutating func add(_ name: FieldName, from head: borrowing RequestHead, _ value: ByteRange) {
        add(name, head.text(value))
    }

    mutating func add(name: StaticString, from head: borrowing RequestHead, _ value: ByteRange) {
        add(name: name, head.text(value))
    }

    mutating func add(_ name: FieldName, decimal value: Int) {
        let start = bytes.count
        bytes.append(decimal: value)
        addField(name, from: start)
    }

    /// A field that the gateway sends but never reads.
    mutating func add(name: StaticString, _ value: StaticString) {
        let start = bytes.count
        bytes.append(value)
        addField(name: name, from: start)
    }

    mutating func add(name: StaticString, _ value: Span<UInt8>) {
        let start = bytes.count
        bytes.append(value)
        addField(name: name, from: start)
    }

    mutating func add(name: StaticString, decimal value: Int) {
        let start = bytes.count
        bytes.append(decimal: value)
        addField(name: name, from: start)
    }

    /// Adds a field whose value was just appended to `bytes`, from offset `start` on.
    mutating func addField(_ name: FieldName, from start: Int) {
        addField(name.text, known: name, from: start)
    }

    mutating func addField(name: StaticString, from start: Int) {
        addField(name, known: .other, from: start)
    }

    private mutating func addField(_ name: StaticString, known: FieldName, from start: Int) {
        let value = ByteRange(start: start, count: bytes.count - start)
        let nameStart = bytes.count
        bytes.append(name)
        fields.append(
            Field(
                name: ByteRange(start: nameStart, count: bytes.count - nameStart), value: value,
                known: known))
    }
}
