import Reactor
import Testing

@Suite struct ProcessStartTests {
    @Test func `the arguments are there without a look into the proc file system`() {
        #expect(ProcessStart.arguments == CommandLine.arguments)
        #expect(!ProcessStart.arguments.isEmpty)
    }
}
