/// An authority for client certificates as `openssl ca` keeps it: certificates that are good, that
/// have expired and that are revoked, and a server's with its OCSP responses.
final class ClientAuthority: Sendable {
    static let shared = Result { try ClientAuthority() }

    let place: Workplace

    private init() throws {
        place = try Workplace()
        let (status, output) = try Program.run(
            ["sh", "-c", Self.script, "sh", place.path], in: place, within: 60_000)
        guard status == 0 else { throw Failure("openssl ca: \(output)") }
    }

    func file(_ name: String) -> String { place.file(name) }

    private static let script = #"""
        set -e
        cd "$1"
        ec="-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes"
        openssl req -x509 $ec -days 2 -subj /CN=clients -keyout ca.key -out ca.pem
        : >index.txt; echo 1000 >serial; echo 01 >crlnumber
        cat >ca.cnf <<CNF
        [ca]
        default_ca = own
        [own]
        database = index.txt
        serial = serial
        crlnumber = crlnumber
        new_certs_dir = .
        default_md = sha256
        default_crl_days = 2
        policy = any
        copy_extensions = copy
        [any]
        organizationName = optional
        commonName = supplied
        CNF
        ca="openssl ca -batch -config ca.cnf -cert ca.pem -keyfile ca.key"
        day() { date -u -d "$1" +%y%m%d%H%M%SZ; }
        leaf() {
            openssl req -new $ec -subj "$2" -addext "subjectAltName=$3" -keyout $1.key -out $1.csr
            $ca -in $1.csr -out $1.pem -notext -startdate $(day "$4") -enddate $(day "$5")
            cat $1.key >>$1.pem
        }
        names="DNS:robot.test,URI:spiffe://acme/robot,email:r@acme.test,IP:127.0.0.1"
        leaf robot "/O=Acme, Inc./CN=robot" "$names" yesterday tomorrow
        leaf old /CN=old DNS:old.test "2 days ago" yesterday
        leaf gone /CN=gone DNS:gone.test yesterday tomorrow
        leaf web /CN=web DNS:api.test,DNS:localhost yesterday tomorrow
        $ca -revoke gone.pem
        $ca -gencrl -out crl.pem
        openssl ocsp -issuer ca.pem -cert web.pem -no_nonce -reqout ask.der
        openssl ocsp -index index.txt -CA ca.pem -rsigner ca.pem -rkey ca.key -reqin ask.der \
            -respout web.ocsp -ndays 1
        # As it would be years later: the time of the next update, [0] GeneralizedTime.
        next='\xa0\x11\x18\x0f'
        LC_ALL=C sed "s/$next[0-9]\{14\}Z/${next}20200101000000Z/" web.ocsp >late.ocsp
        """#
}
