import Contract
import Document
import Testing

/// A small generator of numbers (splitmix64), so that a failure can be run again.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}

@Suite struct MutationTests {
    /// Parts of a contract that bear on each other, small enough to be broken in many ways.
    private let text = """
        openapi: 3.0.3
        info: {title: t, version: '1'}
        paths:
          '/a/{id}':
            parameters: [{in: path, name: id, required: true, schema: {type: string}}]
            post:
              operationId: x
              parameters: [{in: query, name: 'f[s]', schema: {type: integer, minimum: 1}}]
              requestBody:
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/N'}
              responses: {200: {description: ok}}
        components:
          schemas:
            N: {type: object, required: [v], properties: {v: {type: string, example: a},
              l: {type: array, items: {$ref: '#/components/schemas/N'},
                  x-laravel-rules: ['max:5']}}}
        """

    @Test func `a broken document compiles or gives located messages`() {
        var random = Seeded(state: 20_261_122)
        for _ in 0..<400 {
            var bytes = Array(text.utf8)
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let position = Int.random(in: 0..<bytes.count, using: &random)
                let other = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[position] = bytes[other]
                case 1: bytes.removeSubrange(min(position, other)..<max(position, other))
                default: bytes.insert(contentsOf: bytes[other...].prefix(12), at: position)
                }
                if bytes.isEmpty { bytes = Array(text.utf8) }
            }
            do {
                let contract = try Contract(document: try parseYAML(bytes, file: "m.yaml"))
                #expect(contract.diagnostics.allSatisfy { $0.mark != nil })
                #expect(contract.checkExamples().allSatisfy { $0.mark != nil })
            } catch let error as ContractError {
                #expect(error.diagnostics.contains { $0.severity == .error })
                #expect(error.diagnostics.allSatisfy { $0.mark != nil })
            } catch {
                #expect((error as? DocumentError)?.diagnostic.mark != nil)
            }
        }
    }
}
