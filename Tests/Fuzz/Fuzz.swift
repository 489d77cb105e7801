import FuzzTargets
import Glibc

/// What `FUZZ_TARGET` names.
private let chosen: FuzzTarget = {
    let name = unsafe getenv("FUZZ_TARGET").map { unsafe String(cString: $0) } ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
        preconditionFailure("FUZZ_TARGET is one of \(FuzzTarget.allCases.map(\.rawValue))")
    }
    return target
}()

/// libFuzzer's entry: a problem ends the process, and the input is kept.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // SAFETY: libFuzzer lends `count` bytes for the call; they are copied.
    let input = unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
    if let problem = chosen.problem(input) {
        // A trap of an optimised build says nothing.
        let text = Array("Fatal error: \(problem)\n".utf8)
        _ = unsafe write(STDERR_FILENO, text, text.count)
        abort()
    }
    return 0
}
