import FuzzTargets
import Glibc
import Testing

/// What fuzzing found stays found: the inputs in `Tests/Fuzz/Inputs`, and changes of them.
@Suite struct RegressionTests {
    private static let folder =
        #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined() + "/Fuzz/Inputs"

    /// The inputs of a target, by name.
    private static func inputs(_ target: FuzzTarget) -> [(name: String, bytes: [UInt8])] {
        let path = "\(folder)/\(target.rawValue)"
        guard let handle = unsafe opendir(path) else { return [] }
        defer { unsafe closedir(handle) }
        var found: [(String, [UInt8])] = []
        while let entry = unsafe readdir(handle) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { found.append((name, read("\(path)/\(name)"))) }
        }
        return found.sorted { $0.0 < $1.0 }
    }

    private static func read(_ path: String) -> [UInt8] {
        guard let file = unsafe fopen(path, "r") else { return [] }
        defer { unsafe fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = unsafe fread(&bytes, 1, bytes.count, file)
        return Array(bytes.prefix(count))
    }

    @Test(arguments: FuzzTarget.allCases)
    func `every input that was kept holds`(_ target: FuzzTarget) {
        let inputs = Self.inputs(target)
        #expect(inputs.count >= 2)
        for input in inputs {
            #expect(target.problem(input.bytes) == nil, "\(input.name)")
        }
    }

    @Test(arguments: FuzzTarget.allCases)
    func `changes of them hold`(_ target: FuzzTarget) {
        var generator = SeededGenerator(seed: 1)
        let inputs = Self.inputs(target)
        for round in 0..<2_000 {
            var bytes = inputs[round % inputs.count].bytes
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                Mutation.apply(to: &bytes, fragments: inputs.map(\.bytes), &generator)
            }
            if let problem = target.problem(bytes) {
                Issue.record("\(problem)\n\(bytes)")
                return
            }
        }
    }
}
