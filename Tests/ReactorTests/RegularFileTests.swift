import Glibc
import Testing

@testable import Reactor

/// What is taken for a secret's rights: a file that Kubernetes mounts belongs to root and is read
/// through the process's group.
@Suite struct RegularFileTests {
    private func permissions(
        _ mode: mode_t, owner: uid_t, group: gid_t, user: uid_t, userGroup: gid_t
    ) -> UInt32 {
        var facts = stat()
        facts.st_mode = S_IFREG | mode
        facts.st_uid = owner
        facts.st_gid = group
        return RegularFile.permissions(facts, user: user, userGroup: userGroup)
    }

    @Test func `the group's right to read counts for nothing where root lent it to this process`() {
        #expect(permissions(0o440, owner: 0, group: 500, user: 500, userGroup: 500) == 0o400)
        #expect(permissions(0o640, owner: 0, group: 500, user: 500, userGroup: 500) == 0o600)
    }

    @Test func `every other right counts`() {
        #expect(permissions(0o460, owner: 0, group: 500, user: 500, userGroup: 500) == 0o420)
        #expect(permissions(0o444, owner: 0, group: 500, user: 500, userGroup: 500) == 0o404)
    }

    @Test func `the group's right counts for another group, another owner and for root itself`() {
        #expect(permissions(0o440, owner: 0, group: 500, user: 500, userGroup: 501) == 0o440)
        #expect(permissions(0o440, owner: 500, group: 500, user: 500, userGroup: 500) == 0o440)
        #expect(permissions(0o440, owner: 501, group: 500, user: 500, userGroup: 500) == 0o440)
        #expect(permissions(0o440, owner: 0, group: 0, user: 0, userGroup: 0) == 0o440)
    }

    @Test func `a file's own owner, group and mode are what is asked`() throws {
        var template = Array("/tmp/regular-file-XXXXXX".utf8CString)
        let descriptor = unsafe mkstemp(&template)
        #expect(descriptor >= 0)
        let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        defer {
            close(descriptor)
            _ = unsafe unlink(path)
        }
        fchmod(descriptor, 0o640)
        // This process's own file: nobody lent it.
        #expect(try RegularFile(path: path, bytesMax: 10).permissions == 0o640)
    }
}
