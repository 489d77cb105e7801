import Bytes
import CNGHTTP2
import HTTP

/// Makes the list of fields that nghttp2 takes. One session keeps one: its storage is used again.
@safe
struct HeadWriter: ~Copyable {
    // SAFETY: its pointers are good only within `withFields`, which sets them.
    private var entries: [nghttp2_nv]
    /// Values that stand in no head: status and length.
    private var numbers = ByteBuffer()
    private var statusCount = 0
    private var lengthCount = 0
    /// Answers so far.
    private var answers = 0

    init() { unsafe entries = [] }

    /// Begins a head without a status: trailers.
    mutating func begin() {
        numbers.removeAll()
        statusCount = 0
        lengthCount = 0
    }

    /// Begins an answer's head.
    mutating func begin(status: Int, length: Int?) {
        begin()
        answers &+= 1
        numbers.append(decimal: status)
        statusCount = numbers.count
        guard let length else { return }
        numbers.append(decimal: length)
        lengthCount = numbers.count - statusCount
    }

    /// Lends the fields: those begun with, and of `fields` all that were not dropped and are not
    /// written anew. Names need not be in lower case: nghttp2 copies and lowers what is not known.
    mutating func withFields(
        _ fields: FieldList, _ bytes: Span<UInt8>,
        _ body: (UnsafeBufferPointer<nghttp2_nv>) -> Void
    ) {
        var list: [nghttp2_nv] = unsafe []
        unsafe swap(&list, &entries)
        unsafe list.removeAll(keepingCapacity: true)
        unsafe addNumbers(to: &list)
        unsafe bytes.withUnsafeBufferPointer { text in
            for index in fields.indices {
                let field = fields[index]
                let isAnew = FieldNameSet.regenerated.contains(field.known) && !field.isLookalike
                if field.dropped || isAnew { continue }
                let known = field.known.text
                // A name that is written out here need be neither copied nor lowered.
                var entry =
                    known.utf8CodeUnitCount == field.name.count && !field.isLookalike
                    ? unsafe Self.entry(known, text[field.value.range])
                    : unsafe Self.entry(text[field.name.range], text[field.value.range])
                if answers % Self.answersPerName != 1, Self.onceOnly.contains(field.known) {
                    unsafe entry.flags |= UInt8(NGHTTP2_NV_FLAG_NO_INDEX.rawValue)
                }
                unsafe list.append(entry)
            }
            unsafe list.withUnsafeBufferPointer { unsafe body($0) }
        }
        unsafe swap(&list, &entries)
    }

    /// Lends a request's fields: the pseudo-header fields, and its lines.
    mutating func withRequest(
        _ request: HTTP2Request, _ bytes: Span<UInt8>,
        _ body: (UnsafeBufferPointer<nghttp2_nv>) -> Void
    ) {
        var list: [nghttp2_nv] = unsafe []
        unsafe swap(&list, &entries)
        unsafe list.removeAll(keepingCapacity: true)
        unsafe bytes.withUnsafeBufferPointer { text in
            unsafe list.append(Self.entry(":method", text[request.method.range]))
            unsafe list.append(
                Self.constant(":scheme", request.isTLS ? "https" : "http"))
            unsafe list.append(Self.entry(":authority", text[request.authority.range]))
            unsafe list.append(Self.entry(":path", text[request.path.range]))
            if request.asksForWebSocket {
                unsafe list.append(Self.constant(":protocol", "websocket"))
            }
            var start = request.lines.lowerBound
            while start < request.lines.upperBound,
                let end = bytes.firstIndex(of: ASCII.cr, from: start)
            {
                let name = FieldName.scan(bytes, from: start)
                guard name.end + 2 <= end else { break }
                // Behind the name stand a colon and a blank, behind the value CR and LF.
                var entry = unsafe Self.entry(
                    text[start..<name.end], text[(name.end + 2)..<end])
                if Self.onceOnlyAsked.contains(name.known) {
                    unsafe entry.flags |= UInt8(NGHTTP2_NV_FLAG_NO_INDEX.rawValue)
                }
                unsafe list.append(entry)
                start = end + 2
            }
            unsafe list.withUnsafeBufferPointer { unsafe body($0) }
        }
        unsafe swap(&list, &entries)
    }

    /// Fields of requests that come once, or differ from client to client. Secrets are among them:
    /// how well they compress would tell of them (RFC 7541 §7.1).
    private static var onceOnlyAsked: FieldNameSet {
        FieldNameSet(.xRequestID).with(.traceparent).with(.xBawaba).with(.xForwardedFor)
            .with(.authorization).with(.cookie)
    }

    /// Fields whose values do not come again: in HPACK's table each would push out what does. One
    /// answer in `answersPerName` puts them there, so that the others need not spell their names.
    private static var onceOnly: FieldNameSet {
        FieldNameSet(.xRequestID).with(.xRateLimitRemaining).with(.xRateLimitReset)
            .with(.retryAfter)
    }

    private static var answersPerName: Int { 64 }

    private func addNumbers(to list: inout [nghttp2_nv]) {
        // SAFETY: the numbers do not change before `body` has returned; the names are constants.
        unsafe numbers.span.withUnsafeBufferPointer { text in
            if statusCount > 0 {
                unsafe list.append(Self.entry(":status", text[..<statusCount]))
            }
            if lengthCount > 0 {
                unsafe list.append(
                    Self.entry("content-length", text[statusCount..<(statusCount + lengthCount)]))
            }
        }
    }

    /// A name in lower case that is never freed: nghttp2 need not copy it.
    private static func entry(_ name: StaticString, _ value: Slice<UnsafeBufferPointer<UInt8>>)
        -> nghttp2_nv
    {
        unsafe nghttp2_nv(
            name: UnsafeMutablePointer(mutating: name.utf8Start), value: pointer(value),
            namelen: name.utf8CodeUnitCount, valuelen: value.count,
            flags: UInt8(NGHTTP2_NV_FLAG_NO_COPY_NAME.rawValue))
    }

    private static func constant(_ name: StaticString, _ value: StaticString) -> nghttp2_nv {
        unsafe nghttp2_nv(
            name: UnsafeMutablePointer(mutating: name.utf8Start),
            value: UnsafeMutablePointer(mutating: value.utf8Start),
            namelen: name.utf8CodeUnitCount, valuelen: value.utf8CodeUnitCount,
            flags: UInt8(
                NGHTTP2_NV_FLAG_NO_COPY_NAME.rawValue | NGHTTP2_NV_FLAG_NO_COPY_VALUE.rawValue))
    }

    private static func entry(
        _ name: Slice<UnsafeBufferPointer<UInt8>>, _ value: Slice<UnsafeBufferPointer<UInt8>>
    ) -> nghttp2_nv {
        unsafe nghttp2_nv(
            name: pointer(name), value: pointer(value), namelen: name.count,
            valuelen: value.count, flags: 0)
    }

    /// nghttp2 takes pointers that may be written through, and never does.
    private static func pointer(
        _ bytes: Slice<UnsafeBufferPointer<UInt8>>
    ) -> UnsafeMutablePointer<UInt8>? {
        unsafe UnsafeMutablePointer(mutating: UnsafeBufferPointer(rebasing: bytes).baseAddress)
    }
}
