import Bytes
import Crypto
import Testing

private func bytes(_ hex: String) throws -> [UInt8] {
    var buffer = ByteBuffer()
    let digits = Array(hex.utf8)
    let isHex = Hex.decode(digits.span, to: &buffer)
    try #require(isHex)
    return buffer.span.toArray()
}

private func seal(
    _ plain: [UInt8], _ key: [UInt8], _ associated: [UInt8], nonce: [UInt8]? = nil
) throws -> [UInt8] {
    var buffer = ByteBuffer()
    if let nonce {
        try AES256GCM.seal(
            plain.span, key: key.span, nonce: nonce.span, associatedData: associated.span,
            to: &buffer)
    } else {
        try AES256GCM.seal(
            plain.span, key: key.span, associatedData: associated.span, to: &buffer)
    }
    return buffer.span.toArray()
}

/// What a sealed value holds, behind `kept`; the fault when it does not open.
private func open(
    _ sealed: [UInt8], _ key: [UInt8], _ associated: [UInt8]
) -> Result<[UInt8], AES256GCM.Fault> {
    var buffer = ByteBuffer()
    buffer.append("kept")
    do throws(AES256GCM.Fault) {
        try AES256GCM.open(
            sealed.span, key: key.span, associatedData: associated.span, to: &buffer)
        return .success(buffer.span.extracting(4...).toArray())
    } catch {
        return buffer.span.equals("kept") ? .failure(error) : .success(buffer.span.toArray())
    }
}

private let zeros = String(repeating: "0", count: 64)
private let fef = "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"
private let plain =
    "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
    + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"
private let cipher =
    "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
    + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"

@Suite struct AES256GCMTests {
    /// Test cases 13 to 16 of the GCM specification (McGrew and Viega), which NIST took over.
    @Test(arguments: [
        [zeros, "000000000000000000000000", "", "", "", "530f8afbc74536b9a963b4f1c4cb738b"],
        [
            zeros, "000000000000000000000000", "00000000000000000000000000000000", "",
            "cea7403d4d606b6e074ec5d3baf39d18", "d0d1c8a799996bf0265b98b5d48ab919",
        ],
        [
            fef, "cafebabefacedbaddecaf888", plain + "1aafd255", "", cipher + "898015ad",
            "b094dac5d93471bdec1a502270e3cc6c",
        ],
        [
            fef, "cafebabefacedbaddecaf888", plain, "feedfacedeadbeeffeedfacedeadbeefabaddad2",
            cipher, "76fc6ece0f4e1768cddf8853bb2d551b",
        ],
    ])
    func `a value is sealed as the specification's examples are`(example: [String]) throws {
        let parts = try example.map(bytes)
        let sealed = try seal(parts[2], parts[0], parts[3], nonce: parts[1])
        #expect(sealed == parts[1] + parts[4] + parts[5])
        #expect(open(sealed, parts[0], parts[3]) == .success(parts[2]))
    }

    @Test func `every length comes back, and no two seals are alike`() throws {
        let key = SecureRandom.bytes(32)
        var seen: Set<[UInt8]> = []
        for count in 0..<70 {
            let plain = SecureRandom.bytes(count)
            let sealed = try seal(plain, key, [1, 2])
            #expect(sealed.count == count + AES256GCM.overheadByteCount)
            #expect(open(sealed, key, [1, 2]) == .success(plain))
            seen.insert(Array(sealed.prefix(AES256GCM.nonceByteCount)))
        }
        #expect(seen.count == 70)
    }

    @Test func `a change of any bit is noticed, and nothing is left of what was inside`() throws {
        let key = SecureRandom.bytes(32)
        let associated = Array("org".utf8)
        let sealed = try seal(Array("a secret".utf8), key, associated)
        for index in sealed.indices {
            for bit in 0..<8 {
                var changed = sealed
                changed[index] ^= 1 << bit
                #expect(open(changed, key, associated) == .failure(.notAuthentic))
            }
        }
        for count in sealed.indices {
            let cut = Array(sealed.prefix(count))
            #expect(open(cut, key, associated) == .failure(.notAuthentic))
        }
        #expect(open(sealed + [0], key, associated) == .failure(.notAuthentic))
    }

    @Test func `another key or other associated data do not open it`() throws {
        let key = SecureRandom.bytes(32)
        let sealed = try seal([1, 2, 3], key, [7])
        #expect(open(sealed, SecureRandom.bytes(32), [7]) == .failure(.notAuthentic))
        for associated in [[], [8], [7, 0]] as [[UInt8]] {
            #expect(open(sealed, key, associated) == .failure(.notAuthentic))
        }
    }

    @Test(arguments: [0, 16, 31, 33])
    func `a key has 32 bytes`(count: Int) throws {
        let key = SecureRandom.bytes(count)
        #expect(throws: AES256GCM.Fault.wrongLength) { try seal([1], key, []) }
        #expect(open([UInt8](repeating: 0, count: 28), key, []) == .failure(.wrongLength))
    }

    @Test func `what is wiped is zero, and gone from the buffer`() {
        var secret = Array("secret".utf8)
        var span = secret.mutableSpan
        wipe(&span)
        #expect(secret == [0, 0, 0, 0, 0, 0])
        var buffer = ByteBuffer()
        buffer.append("kept, secret")
        buffer.wipe(from: 4)
        let left = buffer.span.toString()
        #expect(left == "kept")
        // The storage is the same, so what stood there can be read again.
        let behind = unsafe buffer.fill(atLeast: 8) { _ in 8 }
        let rest = buffer.span.extracting(4...).toArray()
        #expect(behind == 8 && rest == [UInt8](repeating: 0, count: 8))
        buffer.wipe()
        let isEmpty = buffer.isEmpty
        #expect(isEmpty)
    }
}
