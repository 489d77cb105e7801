/// What the house does without, each with the reason and with where it may stand all the same.
struct Ban: Sendable {
    let word: String
    let reason: String
    /// Whether the ban holds in this file.
    let applies: @Sendable (SourceFile) -> Bool

    func findings(_ file: SourceFile) -> [Finding] {
        guard file.isSwift, applies(file) else { return [] }
        return file.lines(withCode: word)
            .filter { word != "any" || file.code[$0 - 1].hasExistential }
            .map { Finding(file, $0, "`\(word)`: \(reason)") }
    }
}

extension Ban {
    static let all: [Ban] =
        [
            Ban("print(", "a library tells its caller; the executable prints") {
                !$0.isTest && $0.target != "bawaba"
            },
            Ban("fatalError(", "throw what can happen, `precondition` what must not") { _ in true },
            Ban("assertionFailure(", "it is silent in a release build") { _ in true },
            Ban("try!", "it ends the process for an error that has a cause") { !$0.isTest },
            Ban("as!", "it ends the process; ask with `as?`, or use an enum") { !$0.isTest },
            Ban("unowned", "a use after the owner is gone ends the process") { !$0.isTest },
            Ban("unsafeFlags", "the package could not be depended on") { _ in true },
            Ban("@_exported", "a module's imports are its own") { _ in true },
            Ban("@unchecked", "the compiler is to see why a type may cross threads") {
                !Safety.owns($0)
            },
            Ban("withLock", "a worker never waits: `withLockIfAvailable`, or a Mailbox") {
                isRequestPath($0) && !mayLock.contains($0.path)
            },
            Ban("any", "a call through an existential costs 3 to 5 switches over an enum") {
                isRequestPath($0)
            },
            Ban("async", "nothing may be suspended between a read and a write") {
                isRequestPath($0)
            },
            Ban("await", "nothing may be suspended between a read and a write") {
                isRequestPath($0)
            },
        ]
        + ["sleep(", "usleep(", "nanosleep(", "Task.sleep"].map { call in
            Ban(call, "wait for the event, with a time limit") { _ in true }
        }
        + [".disabled(", "XCTSkip", "#expect(true)", "#expect(Bool(true))"].map { call in
            Ban(call, "a test that does not test") { $0.isTest }
        }

    init(_ word: String, _ reason: String, applies: @escaping @Sendable (SourceFile) -> Bool) {
        self.word = word
        self.reason = reason
        self.applies = applies
    }

    /// Modules whose code runs for each request.
    private static func isRequestPath(_ file: SourceFile) -> Bool {
        !file.isTest && requestPath.contains(file.target)
    }

    /// The mailbox, the threads that take the lock around their own state once and for good, and
    /// what no worker asks.
    private static let mayLock: Set<String> = [
        "Sources/Reactor/Mailbox.swift", "Sources/Gateway/Gateway.swift",
        "Sources/Gateway/AdminThread.swift", "Sources/Gateway/Upgrade/ListeningSockets.swift",
        "Sources/Gateway/TicketKeyring.swift",
    ]

    private static let requestPath: Set<String> = [
        "Bytes", "JSON", "HTTP", "HTTP1", "Reactor", "Crypto", "TLS", "Redis", "Identity", "Quota",
        "Upstream", "Gateway",
    ]
}

extension [UInt8] {
    /// Whether `any` stands before a type's name; an enum may have a case of that name.
    fileprivate var hasExistential: Bool {
        let word = Array("any ".utf8)
        return indices.dropLast(word.count).contains { start in
            self[start...].starts(with: word) && (start == 0 || !self[start - 1].isWordByte)
                && (0x41...0x5A).contains(self[start + word.count])
        }
    }
}

/// Texts that have no place anywhere, comments included.
enum Texts {
    // Put together here, so that this file does not find itself.
    static let markers = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]
    static let machinePaths = ["/ho" + "me/", "/Us" + "ers/", "/ro" + "ot/", "/wo" + "rk/"]
    static let fileNames = ["Placeholder.swift", "Utils.swift", "Helpers.swift", "Misc.swift"]

    static func findings(_ file: SourceFile) -> [Finding] {
        var findings: [Finding] = []
        if fileNames.contains(file.name) {
            findings.append(Finding(file, 0, "a file is named after what is in it"))
        }
        for (index, line) in file.lines.enumerated() {
            let bytes = Array(line.utf8)
            for marker in markers where bytes.containsWord(Array(marker.utf8)) {
                findings.append(Finding(file, index + 1, "\(marker): do it, or leave it"))
            }
            for path in machinePaths where line.contains(path) {
                findings.append(Finding(file, index + 1, "\(path): a path of one machine"))
            }
        }
        return findings
    }
}
