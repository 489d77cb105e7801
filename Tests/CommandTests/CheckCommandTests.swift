import Glibc
import Testing

/// `bawaba check` as authors and operators run it.
@Suite struct CheckCommandTests {
    private static let root: String = {
        let parts = #filePath.split(separator: "/").dropLast(3)
        return "/" + parts.joined(separator: "/")
    }()

    private static let contract = """
        openapi: 3.0.3
        info: {title: Shop, version: 1.0.0}
        paths:
          /api/items:
            post:
              operationId: createItem
              responses: {'200': {description: ok}}
              requestBody:
                content:
                  application/json:
                    schema: {type: object, properties: {n: {type: integer}}}
                    example: {n: EXAMPLE}
        """

    /// A folder with a policy, its contract and its assertion key.
    private func policy(
        listener: String = "{address: \"127.0.0.1:8080\", hosts: [localhost]}",
        redis: String = "redis", upstream: String = "http", example: String = "5",
        more: String = ""
    ) throws -> (folder: Folder, path: String) {
        let folder = try Folder()
        _ = try folder.write(
            Self.contract.replacing("EXAMPLE", with: example), to: "openapi.yaml")
        _ = try folder.write(String(repeating: "k", count: 64), to: "assertion.key")
        let path = try folder.write(
            """
            contract: {document: openapi.yaml}
            listeners:
              - \(listener)
            redis: {url: "\(redis)://127.0.0.1:6379"}
            upstreams:
              app: {targets: ["\(upstream)://127.0.0.1:8081"], assertion_key_file: assertion.key}
            defaults: {auth: bearer, abilities: [read]}
            \(more)
            """, to: "gateway.yaml")
        return (folder, path)
    }

    @Test func `the policy that comes with the program is usable away from its server`() throws {
        let path = Self.root + "/policies/oktawa/gateway.yaml"
        let outcome = try Program.run("check", "--without-secrets", path)
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output.contains("checked without secrets, 0 errors"))
        let withSecrets = try Program.run("check", path)
        #expect(withSecrets.status == 1)
        #expect(withSecrets.output.contains("not usable"))
    }

    @Test func `the policy for containers is usable, without a warning of its own`() throws {
        let path = Self.root + "/docker/gateway.yaml"
        let outcome = try Program.run("check", "--without-secrets", path)
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.last?.contains("checked without secrets, 0 errors") == true)
        // The contract, as it was delivered, has some.
        #expect(lines.dropLast().allSatisfy { $0.contains("/oktawa/openapi.yaml:") })
    }

    @Test func `an error has file, line and remedy, and exit status 1`() throws {
        let (folder, path) = try policy(more: "worker: 2")
        let outcome = try Program.run("check", path)
        #expect(outcome.status == 1)
        #expect(
            outcome.output.contains(
                "\(path):8:1: error: a policy has no key `worker` — did you mean `workers`?"))
        #expect(outcome.output.contains("not usable, 1 errors"))
        _ = folder
    }

    @Test func `an example that the contract refuses is a warning at its place`() throws {
        let (folder, path) = try policy(example: "five")
        let outcome = try Program.run("check", path)
        #expect(outcome.status == 0, "\(outcome.output)")
        #expect(
            outcome.output.contains(
                "\(folder.path)/openapi.yaml:12:22: warning: the example of POST /api/items fails "
                    + "its own schema: n breaks the rule integer"), "\(outcome.output)")
        #expect(try Program.run("check", "--strict", path).status == 1)
        let good = try policy()
        #expect(try Program.run("check", "--strict", good.path).status == 0)
    }

    @Test func `authorities that are none are found before the gateway starts`() throws {
        let (folder, path) = try policy(
            redis: "rediss", upstream: "https", more: "ca_file: ca.pem")
        _ = try folder.write(
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", to: "ca.pem")
        let outcome = try Program.run("check", path)
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("error: upstream app: "), "\(outcome.output)")
        #expect(outcome.output.contains("error: redis: "), "\(outcome.output)")
        let service = try Program.run("serve", path)
        #expect(service.status == 1, "\(service.errors)")
    }

    @Test func `a key of another certificate is found before the gateway starts`() throws {
        let (folder, path) = try policy(
            listener: """
                address: "127.0.0.1:8443"
                    hosts: [localhost]
                    tls: {certificates: [{certificate_file: a.crt, key_file: a.key}]}
                """)
        for name in ["a", "b"] {
            let key = try folder.write("", to: "\(name).key")
            let certificate = try folder.write("", to: "\(name).crt")
            let made = try Program.run(
                [
                    "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
                    "-nodes", "-days", "1", "-subj", "/CN=localhost", "-keyout", key, "-out",
                    certificate,
                ], program: "openssl")
            #expect(made.status == 0, "\(made.errors)")
        }
        let own = try Program.run("check", path)
        #expect(own.status == 0, "\(own.output)")
        _ = try folder.write(
            try Program.run(["pkey", "-in", folder.path + "/b.key"], program: "openssl").output,
            to: "a.key")
        let outcome = try Program.run("check", path)
        #expect(outcome.status == 1)
        #expect(
            outcome.output.contains(
                "\(path):5:5: error: listener 127.0.0.1:8443: the private key in a.key does not "
                    + "match the certificate in a.crt — give the key that the certificate was "
                    + "requested with"),
            "\(outcome.output)")
    }

    @Test(arguments: [
        ("client_certificates: {ca_file: broken.pem}", "the certificate in broken.pem cannot be"),
        (
            "client_certificates: {ca_file: a.crt, crl_file: a.crt}",
            "a.crt holds no PEM revocation list"
        ),
        ("", "a.key holds no OCSP response that can be read"),
    ])
    func `what clients and clients' questions are answered with is read by OpenSSL`(
        tls: String, finding: String
    ) throws {
        let response = tls.isEmpty ? ", ocsp_file: a.key" : ""
        let (folder, path) = try policy(
            listener: """
                address: "127.0.0.1:8443"
                    hosts: [localhost]
                    tls:
                      certificates: [{certificate_file: a.crt, key_file: a.key\(response)}]
                      \(tls)
                """)
        let made = try Program.run(
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                "-days", "1", "-subj", "/CN=localhost", "-keyout", folder.write("", to: "a.key"),
                "-out", folder.write("", to: "a.crt"),
            ], program: "openssl")
        #expect(made.status == 0, "\(made.errors)")
        _ = try folder.write(
            "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n", to: "broken.pem")
        let outcome = try Program.run("check", path)
        #expect(outcome.status == 1)
        #expect(outcome.output.contains(finding), "\(outcome.output)")
    }

    @Test func `a key that root lends to the program's group is as good as its own`() throws {
        guard getuid() == 0 else {
            return print("skipped: not root, which alone can give files away and become another")
        }
        let (folder, path) = try policy()
        #expect(unsafe chmod(folder.path, 0o755) == 0)
        #expect(unsafe chmod(path, 0o644) == 0)
        #expect(unsafe chmod("\(folder.path)/openapi.yaml", 0o644) == 0)
        let key = "\(folder.path)/assertion.key"
        for (group, mode, status) in [(500, 0o440, 0), (501, 0o444, 1), (500, 0o444, 1)] {
            #expect(unsafe chown(key, 0, gid_t(group)) == 0)
            #expect(unsafe chmod(key, mode_t(mode)) == 0)
            let outcome = try Program.run(
                [
                    "--reuid", "500", "--regid", "500", "--clear-groups", Program.path, "check",
                    path,
                ], program: "setpriv")
            #expect(outcome.status == status, "\(outcome.output)\(outcome.errors)")
        }
    }
}
