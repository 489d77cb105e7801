package import Document
package import Identity

/// How embed tokens are made and verified.
package struct EmbedPolicy: Sendable {
    /// `iss` of every token, text in UTF-8; never empty.
    package let issuer: [UInt8]
    package let format: EmbedToken.Format
    /// Seal and open the organizations' keys in Redis.
    package let masterKeys: MasterKeys
    package let mark: Mark
}
