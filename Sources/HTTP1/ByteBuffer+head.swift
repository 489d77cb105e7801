package import Bytes
package import HTTP

/// Writing HTTP/1.1 heads (RFC 9112 §3, §4, §5) from what was parsed, never from raw bytes.
extension ByteBuffer {
    /// Appends the request line for the origin server: method, normalised path, query, version.
    package mutating func appendRequestLine(_ head: borrowing RequestHead) {
        append(head.text(head.methodText))
        append(ASCII.space)
        append(head.text(head.target.path))
        if head.target.hasQuery {
            append(UInt8(ascii: "?"))
            append(head.text(head.target.query))
        }
        append(" HTTP/1.1\r\n")
    }

    /// Appends a request line of parts that are known to be valid.
    package mutating func appendRequestLine(_ method: Method, target: Span<UInt8>) {
        append(method.text)
        append(ASCII.space)
        append(target)
        append(" HTTP/1.1\r\n")
    }

    /// Appends the status line with the registered reason phrase.
    package mutating func appendStatusLine(_ status: Int) {
        append("HTTP/1.1 ")
        append(decimal: status)
        append(ASCII.space)
        append(Status.reason(status))
        append("\r\n")
    }

    /// Appends every field that was not dropped, save those that are written anew from what the
    /// message was read as (`FieldNameSet.regenerated`) and those in `except`.
    package mutating func appendFields(
        _ head: borrowing RequestHead, except: FieldNameSet = FieldNameSet()
    ) {
        appendFields(head.fields, head.bytes.span, except: except)
    }

    /// As for a request.
    package mutating func appendFields(
        _ head: borrowing ResponseHead, except: FieldNameSet = FieldNameSet()
    ) {
        appendFields(head.fields, head.bytes.span, except: except)
    }

    /// Appends the fields of a list whose ranges name `bytes`; the bytes must not be this buffer's.
    package mutating func appendFields(
        _ fields: FieldList, _ bytes: Span<UInt8>, except: FieldNameSet = FieldNameSet()
    ) {
        let left = except.union(.regenerated)
        var run = 0..<0
        for index in fields.indices {
            let field = fields[index]
            if field.dropped || left.contains(field.known) && !field.isLookalike { continue }
            guard let line = FieldLine.asWritten(field, bytes) else {
                append(bytes.extracting(run))
                run = 0..<0
                append(line: bytes.slice(field.name), bytes.slice(field.value))
                continue
            }
            // Lines that stand side by side as they would be written take one copy.
            if line.lowerBound != run.upperBound {
                append(bytes.extracting(run))
                run = line
            } else {
                run = run.lowerBound..<line.upperBound
            }
        }
        append(bytes.extracting(run))
    }

    /// Appends a field; false, and nothing is appended, when the value holds a byte that no field
    /// may (RFC 9110 §5.5): such a value would end the field early.
    @discardableResult
    package mutating func appendField(_ name: StaticString, _ value: Span<UInt8>) -> Bool {
        guard FieldLine.isValue(value) else { return false }
        append(name)
        append(": ")
        append(value)
        append("\r\n")
        return true
    }

    /// As above, with a range of another buffer's bytes as the value.
    @discardableResult
    package mutating func appendField(
        _ name: StaticString, _ range: ByteRange, of bytes: borrowing ByteBuffer
    ) -> Bool {
        appendField(name, bytes.span.slice(range))
    }

    /// Appends a field whose name is not known before; false, and nothing is appended, when the
    /// name is not a token or the value holds a byte that no field may.
    @discardableResult
    package mutating func appendField(name: Span<UInt8>, _ value: Span<UInt8>) -> Bool {
        guard name.count > 0, FieldName.scan(name, from: 0).end == name.count,
            FieldLine.isValue(value)
        else { return false }
        append(line: name, value)
        return true
    }

    /// Appends a field with a constant value, which must be a valid one.
    package mutating func appendField(_ name: StaticString, _ value: StaticString) {
        append(name)
        append(": ")
        append(value)
        append("\r\n")
    }

    /// Appends a field with a number.
    package mutating func appendField(_ name: StaticString, decimal value: Int) {
        append(name)
        append(": ")
        append(decimal: value)
        append("\r\n")
    }

    /// Appends what says how the content ends: `Content-Length`, `Transfer-Encoding: chunked`, or
    /// nothing where there is no content or the connection's end is the content's.
    package mutating func appendFraming(_ framing: BodyFraming) {
        switch framing {
        case .none, .untilClose: break
        case .length(let count): appendField("Content-Length", decimal: count)
        case .chunked: appendField("Transfer-Encoding", "chunked")
        }
    }

    /// Appends the empty line that ends a head.
    package mutating func appendHeadEnd() { append("\r\n") }
}
