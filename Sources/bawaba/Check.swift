import ArgumentParser
import Bytes
import Document
import Policy

/// `bawaba check`: every problem of a policy, before it meets a request.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Check a policy and its contract, and name every problem with its place and remedy.",
        discussion: "Exit status: 0 when the gateway would start, 1 when not.")

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
    }

    @Argument(
        help: ArgumentHelp("The policy, such as policies/oktawa/gateway.yaml.", valueName: "config")
    )
    var config: String

    @Option(
        help: "How findings are printed: text for people, json (one object a line) for programs.")
    var format = Format.text

    @Flag(help: "Count warnings as problems too.")
    var strict = false

    func run() throws {
        let (policy, findings) = PolicyLoader.load(PolicySource.read(config))
        for finding in findings { print(finding) }
        let warnings = findings.count { $0.severity == .warning }
        let errors = findings.count - warnings
        if format == .text {
            let what = policy.map { "\($0.operations.count) operations" } ?? "not usable"
            Terminal.out("\(config): \(what), \(errors) errors, \(warnings) warnings")
        }
        if errors > 0 || strict && warnings > 0 { throw ExitCode(1) }
    }

    private func print(_ finding: Diagnostic) {
        switch format {
        case .text: Terminal.out(finding.text)
        case .json:
            var line = ByteBuffer()
            finding.appendJSON(to: &line)
            Terminal.out(line.span.toString())
        }
    }
}
