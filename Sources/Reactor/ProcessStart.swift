import CLinux

/// What the process was started with.
///
/// Swift's runtime finds a static program's arguments, and its own path, in /proc. In an empty root
/// there is none: the runtime aborts before `main`, and `CommandLine.arguments` traps. So a
/// function that glibc calls before the runtime's own initialisers takes the arguments over, and
/// tells the runtime not to look for its backtrace tool, which is not there either.
package enum ProcessStart {
    /// The program's name and its arguments, as `CommandLine.arguments` has them.
    package static var arguments: [String] {
        // SAFETY: glibc's argument vector has `argumentCount` C strings, which live as long as the
        // process; nobody writes to it or to these two variables after the start.
        guard let vector = unsafe argumentVector else { return [] }
        return (0..<Int(unsafe argumentCount)).map { index in
            guard let text = unsafe vector[index] else { return "" }
            return unsafe String(cString: text)
        }
    }

    /// The value of a variable of the environment, nil when it is not set.
    package static func variable(_ name: String) -> String? {
        // SAFETY: glibc lends the value, which nobody changes after the start.
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }

    /// The arguments as the kernel gave them, bytes that are no UTF-8 included.
    ///
    /// SAFETY: as `arguments`.
    @unsafe static var vector: StringVector? { unsafe argumentVector }
}

typealias StringVector = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

// SAFETY: written once, before there is a second thread.
nonisolated(unsafe) private var argumentCount: Int32 = 0
nonisolated(unsafe) private var argumentVector: StringVector?

/// glibc calls every pointer in `.init_array` with the arguments of `main`, those with a number in
/// the section's name first (its constructors' priorities; 100 and below are the compiler's).
@section(".init_array.00101") @used
private let startHook: @convention(c) (Int32, StringVector?, StringVector?) -> Void =
    unsafe takeArguments

private func takeArguments(_ count: Int32, _ vector: StringVector?, _: StringVector?) {
    unsafe argumentCount = count
    unsafe argumentVector = vector
    // Nothing here may need the Swift runtime, hence pointers to literals instead of strings.
    guard unsafe access(cString("/proc/self/exe"), F_OK) != 0 else { return }
    let setting: StaticString = "enable=no,swift-backtrace=/"
    unsafe setenv(cString("SWIFT_BACKTRACE"), cString(setting), 0)
}

/// SAFETY: a literal's bytes are constant, live as long as the process and end with a 0.
@unsafe private func cString(_ literal: StaticString) -> UnsafePointer<CChar> {
    unsafe UnsafeRawPointer(literal.utf8Start).assumingMemoryBound(to: CChar.self)
}
