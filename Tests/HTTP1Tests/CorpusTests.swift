import FuzzTargets
import HTTP
import Testing

/// The shared corpus, judged where the codecs decide: before any routing or authorization.
@Suite struct CorpusTests {
    @Test(arguments: Corpus.cases)
    func `a case of the corpus is judged as labelled`(_ corpusCase: CorpusCase) {
        let story = Transcript([corpusCase.raw])
        let read = story.requests.count
        switch corpusCase.expect {
        case "reject":
            #expect(read == 0, "read \(story.requests.map(\.head))")
        case "clean":
            #expect(read <= corpusCase.count, "read \(story.requests.map(\.head))")
            #expect(read == corpusCase.count || story.fault != nil || story.isWaiting)
        case "accept":
            let bodies = corpusCase.bodies ?? Array(repeating: [], count: corpusCase.count)
            #expect(story.fault == nil)
            #expect(story.requests.map(\.body) == bodies)
        default:
            #expect(story.fault == nil)
            #expect(read == 0)
            #expect(story.isWithinHead)
        }
    }

    @Test(arguments: Corpus.cases)
    func `what is written for the upstream has the same one reading`(_ corpusCase: CorpusCase) {
        for request in Transcript([corpusCase.raw]).requests {
            let head = request.head.unicodeScalars.map { UInt8($0.value) }
            // Content goes out framed by length here; chunks have tests of their own.
            guard !request.head.contains("Transfer-Encoding") else { continue }
            let again = Transcript([head + request.body])
            #expect(again.fault == nil)
            #expect(again.requests == [request])
            #expect(!again.isWaiting)
        }
    }
}
