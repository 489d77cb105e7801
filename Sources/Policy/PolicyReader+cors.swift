import Bytes
import Document

extension PolicyReader {
    /// `cors`: `off`, or a mapping; nil when the gateway answers no CORS request.
    func cors() -> CORSPolicy? {
        guard root.has("cors"), let value = root.value("cors"), value.text != "off",
            let section = root.section("cors")
        else { return nil }
        defer { section.finish() }
        let origins = origins(section)
        let credentials = section.flag("credentials", default: false)
        if credentials, origins?.isEmpty == true {
            findings.error(
                "`cors` allows credentials to every origin: any site could act for its visitors",
                at: section.mark(of: "credentials"),
                remedy: "list the origins, or remove `credentials`")
        }
        return CORSPolicy(
            paths: paths(section), origins: origins ?? [],
            methods: tokens("methods", in: section, isUpperCase: true) ?? [],
            headers: tokens("headers", in: section, isUpperCase: false) ?? [],
            exposedHeaders: tokens("exposed_headers", in: section, isUpperCase: false) ?? [],
            allowsCredentials: credentials,
            maxAgeSeconds: (section.duration("max_age", in: 0...86_400_000) ?? 0) / 1_000)
    }

    private func paths(_ section: Section) -> [[UInt8]] {
        guard let texts = section.texts("paths") else { return [[UInt8(ascii: "/")]] }
        var paths: [[UInt8]] = []
        for (text, node) in texts {
            if let fault = prefixFault(text) {
                section.refuse("paths", node, because: "holds \"\(text)\"", remedy: fault)
            } else {
                paths.append(Array(text.utf8))
            }
        }
        return paths
    }

    /// Empty for any origin.
    private func origins(_ section: Section) -> [[UInt8]]? {
        guard
            section.required(
                "origins", remedy: "list them: `origins: [https://app.example.com]`, or `[\"*\"]`")
                != nil, let texts = section.texts("origins")
        else { return nil }
        if texts.map(\.text) == ["*"] { return [] }
        if texts.isEmpty {
            findings.error(
                "`cors.origins` is empty", at: section.mark(of: "origins"),
                remedy: "list the origins, or write `cors: off`")
            return nil
        }
        var origins: [[UInt8]] = []
        for (text, node) in texts {
            if let fault = originFault(text) {
                section.refuse("origins", node, because: "holds \"\(text)\"", remedy: fault)
            } else {
                origins.append(Array(text.utf8))
            }
        }
        return origins.count == texts.count ? origins : nil
    }

    /// An origin as browsers send it (RFC 6454 §6.2): lower case, no path, no default port.
    private func originFault(_ text: String) -> String? {
        if text == "*" { return "`*` means any origin and stands alone" }
        guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else {
            return "begin with the scheme: \"https://\(text)\""
        }
        let rest = text.dropFirst(scheme.count)
        if rest.contains("/") { return "leave out the path and the last slash" }
        if rest.contains("*") { return "list each origin: patterns are not supported" }
        if text != text.lowercased() { return "write it in lower case, as browsers send it" }
        if rest.hasSuffix(scheme == "https://" ? ":443" : ":80") {
            return "leave out the scheme's own port, as browsers do"
        }
        return rest.isEmpty ? "name the host" : nil
    }

    /// Names, or nothing for `"*"`.
    private func tokens(
        _ key: String, in section: Section, isUpperCase: Bool
    ) -> [[UInt8]]? {
        guard let texts = section.texts(key) else { return nil }
        if texts.map(\.text) == ["*"] { return [] }
        var tokens: [[UInt8]] = []
        for (text, node) in texts {
            if text.isEmpty || text == "*" || !text.utf8.allSatisfy(ASCII.isTokenByte) {
                section.refuse(
                    key, node, because: "holds \"\(text)\"",
                    remedy: text == "*" ? "`*` stands alone" : "write one name per element")
            } else {
                tokens.append(Array((isUpperCase ? text.uppercased() : text.lowercased()).utf8))
            }
        }
        return tokens
    }
}
