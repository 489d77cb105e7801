import Bytes
import HTTP
import Identity
import Quota
import Upstream

extension Exchange {
    /// What the request is hashed by when an upstream's balance is `hash`; nil when it has none.
    mutating func balanceKey(_ source: HashSource) -> UInt64? {
        switch source {
        case .organization:
            let isNobody = admission.identity.org.isEmpty
            return isNobody ? nil : TargetGroup.hash(admission.identity.org)
        case .field(let name):
            for index in head.fields.indices {
                let field = head.fields[index]
                guard !field.dropped, !field.isLookalike,
                    head.text(field.name).equalsIgnoringCase(name.span)
                else { continue }
                return TargetGroup.hash(head.text(field.value))
            }
            return nil
        }
    }
}
