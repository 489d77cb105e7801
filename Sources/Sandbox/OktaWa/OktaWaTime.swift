import Reactor

/// A moment as the contract's examples write it: `2026-05-06T10:21:00+00:00`. Records keep times as
/// this text: all of them in UTC, so that the texts sort as the moments do.
func oktaWaTime(_ unixSeconds: Int) -> String {
    let time = CivilTime(unixSeconds: unixSeconds)
    func digits(_ value: Int, _ count: Int = 2) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }
    return "\(digits(time.year, 4))-\(digits(time.month))-\(digits(time.day))T"
        + "\(digits(time.hour)):\(digits(time.minute)):\(digits(time.second))+00:00"
}
