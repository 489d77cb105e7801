import ArgumentParser
import Document
import Reactor

/// What commands say to people and programs.
enum Terminal {
    /// A line on standard output.
    static func out(_ text: String) { print(text) }

    /// A line on standard error.
    static func error(_ text: String) {
        var stream = StandardError()
        print(text, to: &stream)
    }

    /// Says what is wrong with a policy, and ends the command if anything is. Warnings are
    /// `check`'s: a probe would repeat them every few seconds.
    static func refuse(_ findings: [Diagnostic]) throws {
        let errors = findings.filter { $0.severity == .error }
        for finding in errors { error(finding.text) }
        if !errors.isEmpty { throw ExitCode(1) }
    }

    /// Text from elsewhere without what a terminal would obey: controls become `?`.
    static func clean(_ text: String) -> String {
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isControl = scalar.properties.generalCategory == .control
            let isFormat = scalar.properties.generalCategory == .format
            clean.append(isControl || isFormat ? "?" : scalar)
        }
        return String(clean)
    }

    /// Rows with their columns below each other.
    static func table(_ rows: [[String]]) -> String {
        var widths: [Int] = []
        for row in rows {
            for (column, cell) in row.enumerated() {
                if column == widths.count { widths.append(0) }
                widths[column] = max(widths[column], cell.count)
            }
        }
        return rows.map { row in
            row.enumerated().map { column, cell in
                let isLast = column == row.count - 1
                let pad = isLast ? 0 : widths[column] - cell.count
                return cell + String(repeating: " ", count: pad)
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }
}

/// Standard error as a text stream.
private struct StandardError: TextOutputStream {
    mutating func write(_ string: String) { StandardStream.writeError(string) }
}
