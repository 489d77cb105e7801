import Bytes
import JSON

/// Which of the two inputs, or neither but our own copy, a text or entry is part of.
enum InputSource: UInt8, Sendable {
    case body, query, decoded
}

/// A request's two inputs as tapes. Forms and queries are decoded into buffers that the tapes'
/// ranges are of; a JSON body stays where it is.
struct InputReading: ~Copyable {
    private var bodyTape = Tape()
    private var bodyText = ByteBuffer()
    private var queryTape = Tape()
    private var queryText = ByteBuffer()
    private var form = FormReader()

    /// Bytes that reading has taken, but for those of a form's names, which are few.
    var storageBytes: Int {
        bodyTape.storageBytes + queryTape.storageBytes + bodyText.capacity + queryText.capacity
    }

    /// Reads both. What is no JSON, or JSON but no array or object, is an empty body to Laravel.
    mutating func read(
        _ encoding: InputEncoding, body: Span<UInt8>, query: Span<UInt8>
    ) -> InputRefusal? {
        bodyTape.removeAll()
        bodyText.removeAll()
        queryTape.removeAll()
        queryText.removeAll()
        if encoding == .json {
            readJSON(body)
        } else if encoding == .form,
            let refusal = form.read(body, text: &bodyText, tape: &bodyTape)
        {
            return refusal
        }
        guard query.count > 0 else { return nil }
        return form.read(query, text: &queryText, tape: &queryTape)
    }

    private mutating func readJSON(_ body: Span<UInt8>) {
        do {
            try bodyTape.parse(body)
        } catch {
            return
        }
        if !bodyTape[0].isContainer { bodyTape.removeAll() }
    }

    /// What was read from a JSON body.
    @_lifetime(copy body, borrow self)
    func view(of body: Span<UInt8>) -> InputView {
        InputView(
            body: body, bodyEntries: bodyTape.entries.span, query: queryText.span,
            queryEntries: queryTape.entries.span)
    }

    /// What was read from any other body.
    @_lifetime(borrow self)
    func view() -> InputView {
        InputView(
            body: bodyText.span, bodyEntries: bodyTape.entries.span, query: queryText.span,
            queryEntries: queryTape.entries.span)
    }
}

/// Both inputs: their entries and what these are of.
struct InputView: ~Escapable {
    let body: Span<UInt8>
    let bodyEntries: Span<TapeEntry>
    let query: Span<UInt8>
    let queryEntries: Span<TapeEntry>

    @_lifetime(copy body, copy bodyEntries, copy query, copy queryEntries)
    init(
        body: Span<UInt8>, bodyEntries: Span<TapeEntry>, query: Span<UInt8>,
        queryEntries: Span<TapeEntry>
    ) {
        self.body = body
        self.bodyEntries = bodyEntries
        self.query = query
        self.queryEntries = queryEntries
    }

    @_lifetime(copy self)
    @inline(__always)
    func entries(_ source: InputSource) -> Span<TapeEntry> {
        source == .query ? queryEntries : bodyEntries
    }

    @_lifetime(copy self)
    @inline(__always)
    func text(_ source: InputSource) -> Span<UInt8> { source == .query ? query : body }

    /// A scalar's or name's bytes as they stand there.
    @_lifetime(copy self)
    @inline(__always)
    func raw(_ source: InputSource, _ entry: TapeEntry) -> Span<UInt8> {
        text(source).extracting(Int(entry.start)..<Int(entry.start) + Int(entry.count))
    }
}

/// A value of the input, after the blanks around it are gone and what was blank became null.
struct Subject: Sendable {
    enum Kind: UInt8, Sendable {
        case absent, null, `true`, `false`, integer, real, string, array, object
    }

    var kind: Kind
    /// Where the text of a scalar stands.
    var source: InputSource
    var text: ByteRange
    /// The entry of a container, in the tape of `source`.
    var entry: Int32

    static var absent: Subject { Subject(.absent) }

    init(
        _ kind: Kind, _ source: InputSource = .body, _ text: ByteRange = .empty, entry: Int = 0
    ) {
        self.kind = kind
        self.source = source
        self.text = text
        self.entry = Int32(truncatingIfNeeded: entry)
    }

    @inline(__always) var isContainer: Bool { kind == .array || kind == .object }
}
