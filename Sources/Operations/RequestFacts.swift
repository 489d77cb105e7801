/// What a request turned out to be, as numbers: with a few texts beside it, all that its log line
/// and its metrics are made of.
package struct RequestFacts: Sendable {
    /// Wall clock when the request's first byte came, in milliseconds since 1970.
    package var unixMilliseconds = 0
    /// Index in `Labels`; -1 when no route matched.
    package var route = -1
    /// Index in `Labels`; -1 when nothing was sent to an upstream.
    package var upstream = -1
    /// Status sent to the client; 0 when none was.
    package var status = 0
    package var decision = Decision.allowed
    /// In report mode: what would have been decided. The same as `decision` otherwise.
    package var wouldBe: Decision?
    /// Body bytes from and to the client, without framing.
    package var bytesIn = 0
    package var bytesOut = 0
    /// Times the request was sent to an upstream again.
    package var retries = 0
    package var times = StageTimes()

    package init() {}
}
