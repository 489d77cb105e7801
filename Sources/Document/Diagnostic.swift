package import Bytes

/// A place in a document's text. Lines and columns count from 1, columns in characters, as editors
/// do.
package struct Mark: Equatable, Hashable, Sendable {
    /// The file as the user named it.
    package let file: String
    package let line: Int
    package let column: Int

    package init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// `file:line:column`, the form that editors and CI systems turn into a link.
    package var text: String { "\(file):\(line):\(column)" }
}

/// One finding about a document: what is wrong, where, and what to do about it.
package struct Diagnostic: Equatable, Hashable, Sendable {
    /// Whether the finding stops the document from being used.
    package enum Severity: String, Sendable {
        case error
        case warning
    }

    package let severity: Severity
    /// Where it is; nil when it concerns no place in a text (a missing file).
    package let mark: Mark?
    /// What is wrong, as a sentence part without a full stop.
    package let message: String
    /// What the reader can do about it; nil where the message says so itself.
    package let remedy: String?

    package init(severity: Severity, mark: Mark?, message: String, remedy: String? = nil) {
        self.severity = severity
        self.mark = mark
        self.message = message
        self.remedy = remedy
    }

    /// A finding that stops the document from being used.
    package static func error(
        _ message: String, at mark: Mark?, remedy: String? = nil
    ) -> Diagnostic {
        Diagnostic(severity: .error, mark: mark, message: message, remedy: remedy)
    }

    /// A finding that the document can be used in spite of.
    package static func warning(
        _ message: String, at mark: Mark?, remedy: String? = nil
    ) -> Diagnostic {
        Diagnostic(severity: .warning, mark: mark, message: message, remedy: remedy)
    }

    /// `file:line:column: error: message — remedy`, on one line.
    package var text: String {
        let place = mark.map { $0.text + ": " } ?? ""
        let advice = remedy.map { " — " + $0 } ?? ""
        return "\(place)\(severity.rawValue): \(message)\(advice)"
    }

    /// Appends the finding as one compact JSON object: severity, file, line, column, message,
    /// remedy.
    package func appendJSON(to output: inout ByteBuffer) {
        output.append("{\"severity\":\"")
        output.append(string: severity.rawValue)
        output.append("\"")
        if let mark {
            output.append(",\"file\":")
            output.appendJSON(text: mark.file)
            output.append(",\"line\":")
            output.append(decimal: mark.line)
            output.append(",\"column\":")
            output.append(decimal: mark.column)
        }
        output.append(",\"message\":")
        output.appendJSON(text: message)
        if let remedy {
            output.append(",\"remedy\":")
            output.appendJSON(text: remedy)
        }
        output.append("}")
    }
}

/// A document that cannot be used, and why.
package struct DocumentError: Error, Equatable, Sendable {
    package let diagnostic: Diagnostic

    package init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }

    package init(_ message: String, at mark: Mark?, remedy: String? = nil) {
        diagnostic = .error(message, at: mark, remedy: remedy)
    }
}
