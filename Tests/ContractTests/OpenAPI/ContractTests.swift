import Bytes
import Contract
import Document
import HTTP
import Testing

@Suite struct OktaWaTests {
    @Test func `the document is taken as it is`() throws {
        let contract = try Contract(document: try oktawa("openapi.yaml"))
        #expect(contract.operations.count == 15)
        #expect(contract.title == "Okta WhatsApp API Documentation")
        #expect(contract.operation(named: "sendAMessage")?.name == "POST /api/v1/messages")
        #expect(contract.operation(named: "GET /api/v1/channels")?.id == "listChannels")
    }

    @Test func `the policy's copy is the contract itself`() throws {
        guard let shared = sharedFolder else {
            print("skipped: the shared contract is not here")
            return
        }
        let original = try #require(bytes(ofFile: shared + "/contract/openapi.yaml"))
        #expect(bytes(ofFile: packageRoot + "/policies/oktawa/openapi.yaml") == original)
    }

    @Test func `what is not strictly valid is warned of`() throws {
        let contract = try Contract(document: try oktawa("openapi.yaml"))
        let said = contract.diagnostics.map(\.text)
        #expect(said.contains { $0.contains("response codes are integers") })
        #expect(said.count { $0.contains("responses is empty") } == 2)
        #expect(!contract.diagnostics.contains { $0.severity == .error })
    }

    @Test func `parameters of a path count for its operations`() throws {
        let contract = try Contract(document: try oktawa("openapi.yaml"))
        let operation = try #require(contract.operation(named: "listMessagesInAConversation"))
        #expect(operation.parameters.map(\.name) == ["id", "per_page"])
        #expect(operation.parameters.map(\.location) == [.path, .query])
        #expect(operation.pathParameters == ["id"])
    }

    @Test func `operations with a body schema say so`() throws {
        let contract = try Contract(document: try oktawa("openapi.yaml"))
        let judged = contract.operations.filter(\.hasBodySchema).map(\.id)
        #expect(
            judged == [
                "createOrUpdateAContact", "mintASignedWidgetToken",
                "postApiIntegrationsMetaEmbeddedSignup", "sendAMessage", "exchangeCodeForToken",
                "sendATemplateMessage",
            ])
    }
}

@Suite struct CorpusTests {
    @Test func `every document compiles or gives located messages`() throws {
        guard let shared = sharedFolder else {
            print("skipped: the corpora are not here")
            return
        }
        let folder = shared + "/corpus/openapi"
        for name in names(in: folder, suffix: ".json") {
            let text = try #require(bytes(ofFile: folder + "/" + name))
            do {
                let contract = try Contract(document: try parseYAML(text, file: name))
                print(name, contract.operations.count, contract.diagnostics.count)
                #expect(contract.diagnostics.allSatisfy { $0.mark != nil })
            } catch let error as ContractError {
                print(name, error.diagnostics.map(\.text))
                #expect(error.diagnostics.allSatisfy { $0.mark != nil })
            } catch let error as DocumentError {
                print(name, error.diagnostic.text)
                #expect(error.diagnostic.mark != nil)
            }
        }
    }
}
