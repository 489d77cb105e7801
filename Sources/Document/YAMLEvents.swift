import CLibYAML

/// One event of libyaml, copied out of the library's memory.
enum YAMLEvent {
    case streamStart
    case streamEnd
    case documentStart
    case documentEnd
    case alias(String)
    case scalar(String, isQuoted: Bool, tag: String?, anchor: String?)
    case sequenceStart(tag: String?, anchor: String?)
    case sequenceEnd
    case mappingStart(tag: String?, anchor: String?)
    case mappingEnd
}

/// libyaml's parser over a text: events with the place each starts at.
@safe
struct YAMLEvents: ~Copyable {
    // SAFETY: `parser` is allocated and initialised by `init` and freed by `deinit` alone; it keeps
    // a pointer to itself and to `input`, so both stay at one address for the value's whole life.
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let input: UnsafeMutableBufferPointer<UInt8>
    private let file: String

    /// A parser over a copy of `bytes`; `file` names them in marks.
    init(_ bytes: [UInt8], file: String) throws(DocumentError) {
        unsafe input = .allocate(capacity: bytes.count)
        _ = unsafe input.initialize(from: bytes)
        unsafe parser = .allocate(capacity: 1)
        self.file = file
        // SAFETY: the memory is ours; a failed initialisation leaves nothing that must be deleted.
        guard unsafe yaml_parser_initialize(parser) == 1 else {
            unsafe parser.deallocate()
            unsafe input.deallocate()
            throw DocumentError("out of memory while reading \(file)", at: nil)
        }
        // SAFETY: `input` outlives the parser's use of it.
        unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
        unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    }

    deinit {
        // SAFETY: initialised by `init`, deleted once, here.
        unsafe yaml_parser_delete(parser)
        unsafe parser.deallocate()
        unsafe input.deallocate()
    }

    /// The next event. Must not be called again after an error or the end of the stream.
    mutating func next() throws(DocumentError) -> (event: YAMLEvent, mark: Mark) {
        var event = unsafe yaml_event_t()
        // SAFETY: the parser is initialised; it fills the event, which is deleted below.
        guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw problem() }
        defer { unsafe yaml_event_delete(&event) }
        let start = unsafe event.start_mark
        let mark = Mark(file: file, line: start.line + 1, column: start.column + 1)
        return (unsafe copy(event), mark)
    }

    private func copy(_ event: yaml_event_t) -> YAMLEvent {
        // SAFETY: only the member of the union that the event's type names is read.
        switch unsafe event.type {
        case YAML_STREAM_START_EVENT: return .streamStart
        case YAML_DOCUMENT_START_EVENT: return .documentStart
        case YAML_DOCUMENT_END_EVENT: return .documentEnd
        case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
        case YAML_MAPPING_END_EVENT: return .mappingEnd
        case YAML_ALIAS_EVENT: return .alias(unsafe text(event.data.alias.anchor) ?? "")
        case YAML_SEQUENCE_START_EVENT:
            let start = unsafe event.data.sequence_start
            return .sequenceStart(tag: unsafe text(start.tag), anchor: unsafe text(start.anchor))
        case YAML_MAPPING_START_EVENT:
            let start = unsafe event.data.mapping_start
            return .mappingStart(tag: unsafe text(start.tag), anchor: unsafe text(start.anchor))
        case YAML_SCALAR_EVENT:
            let scalar = unsafe event.data.scalar
            let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            return .scalar(
                unsafe String(decoding: bytes, as: UTF8.self),
                isQuoted: unsafe scalar.style != YAML_PLAIN_SCALAR_STYLE,
                tag: unsafe text(scalar.tag), anchor: unsafe text(scalar.anchor))
        default: return .streamEnd
        }
    }

    private func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        // SAFETY: libyaml ends tags and anchors with a NUL.
        unsafe pointer.map { unsafe String(cString: $0) }
    }

    /// What the library says is wrong, with its place.
    private func problem() -> DocumentError {
        // SAFETY: the problem's texts are static strings of the library.
        let said = unsafe parser.pointee.problem.map { unsafe String(cString: $0) }
        let context = unsafe parser.pointee.context.map { unsafe String(cString: $0) + ", " }
        let place = unsafe parser.pointee.problem_mark
        var mark = Mark(file: file, line: place.line + 1, column: place.column + 1)
        if unsafe parser.pointee.error == YAML_READER_ERROR {
            mark = self.mark(atByte: unsafe parser.pointee.problem_offset)
        }
        return DocumentError(
            "not YAML: \((context ?? "") + (said ?? "out of memory"))", at: mark)
    }

    /// The place of a byte of the input, for what the library's reader refuses: it reads ahead and
    /// knows an offset only.
    private func mark(atByte offset: Int) -> Mark {
        // SAFETY: the prefix is cut to what the input holds.
        let before = unsafe input.prefix(offset)
        let line = unsafe before.count { $0 == 0x0A } + 1
        let lineStart = unsafe before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return Mark(file: file, line: line, column: max(0, offset - lineStart) + 1)
    }
}
