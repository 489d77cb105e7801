/// `bawaba sandbox` over the OktaWa contract, on a free port.
final class Sandbox: Sendable {
    let address: Address
    private let place: Workplace
    private let program: Program

    init() throws {
        place = try Workplace()
        address = Address(host: "127.0.0.1", port: try freePort(at: "127.0.0.1"))
        let key = try place.write(Rig.assertionKey, to: "assertion.key")
        let contract = "\(Gateway.root)/policies/oktawa/openapi.yaml"
        program = try Program(
            [
                try Gateway.binary, "sandbox", "--listen", "\(address)", "--contract", contract,
                "--assertion-key", key,
            ], output: place.file("sandbox.log"))
        try eventually("the sandbox") {
            if let status = program.ended() {
                throw Failure("the sandbox ended: \(status)\n\(place.text(of: "sandbox.log"))")
            }
            return (try? Client(address)) != nil
        }
    }
}
