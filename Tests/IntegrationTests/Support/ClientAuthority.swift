/// An authority for client certificates as `openssl ca` keeps it: certificates that are good, that
/// have expired and that are revoked, some of them under an authority between; and a server's with
/// its OCSP responses.
final class ClientAuthority: Sendable {
    static let shared = Result { try ClientAuthority() }

    let place: Workplace

    private init() throws {
        place = try Workplace()
        let (status, output) = try Program.run(
            ["bash", "-c", Self.parts + Self.script, "sh", place.path], in: place, within: 60_000)
        guard status == 0 else { throw Failure("openssl ca: \(output)") }
    }

    func file(_ name: String) -> String { place.file(name) }

    func text(_ name: String) -> String { place.text(of: name) }

    /// A certificate's DER in base64.
    func der(_ name: String) throws -> String {
        try Program.run(
            ["sh", "-c", "openssl x509 -in \(file(name)) -outform DER | base64 -w0"], in: place
        ).1
    }

    /// Makes a certificate that is good for some seconds from now, and returns when it ends. For
    /// one test only: the authority's files are changed.
    func brief(_ name: String, seconds: Int) throws -> Int {
        let (status, output) = try Program.run(
            ["bash", "-c", Self.parts + Self.brief, "sh", place.path, name, "\(seconds)"],
            in: place, within: 60_000)
        let last = output.split(separator: "\n").last ?? ""
        guard status == 0, let end = Int(last) else { throw Failure("openssl ca: \(output)") }
        return end
    }

    private static let brief = """
        end=$(($(date +%s) + $3))
        leaf $2 /CN=$2 DNS:$2.test yesterday "@$end" >>brief.log 2>&1
        echo $end
        """

    private static let parts = #"""
        set -e
        cd "$1"
        ec="-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes"
        ca="openssl ca -batch -notext -config ca.cnf -cert ca.pem -keyfile ca.key"
        middle="${ca/ca.pem/middle.pem} -name between"
        middle="${middle/ca.key/middle.key}"
        day() { date -u -d "$1" +%y%m%d%H%M%SZ; }
        leaf() {
            openssl req -new $ec -subj "$2" -addext "subjectAltName=$3" -keyout $1.key -out $1.csr
            ${by:-$ca} -in $1.csr -out $1.pem -startdate $(day "$4") -enddate $(day "$5")
            cat $1.key >>$1.pem
        }

        """#

    private static let script = #"""
        openssl req -x509 $ec -days 2 -subj /CN=clients -keyout ca.key -out ca.pem
        openssl req -x509 $ec -days 2 -subj /CN=others -keyout others.key -out others.pem
        # Another authority of the same name.
        openssl req -x509 $ec -days 2 -subj /CN=clients -keyout twin.key -out twin.pem
        for name in own between; do
            : >$name.txt; echo 1000 >$name.serial; echo 01 >$name.crlnumber
            cat >>ca.cnf <<CNF
        [$name]
        database = $name.txt
        serial = $name.serial
        crlnumber = $name.crlnumber
        new_certs_dir = .
        default_md = sha256
        default_crl_days = 2
        policy = any
        copy_extensions = copy
        CNF
        done
        cat >>ca.cnf <<CNF
        [ca]
        default_ca = own
        [any]
        organizationName = optional
        commonName = supplied
        [authority]
        basicConstraints = critical,CA:TRUE
        CNF
        names="DNS:robot.test,URI:spiffe://acme/robot,email:r@acme.test,IP:127.0.0.1"
        leaf robot "/O=Acme, Inc./CN=robot" "$names" yesterday tomorrow
        leaf old /CN=old DNS:old.test "2 days ago" yesterday
        leaf gone /CN=gone DNS:gone.test yesterday tomorrow
        leaf web /CN=web DNS:api.test,DNS:localhost yesterday tomorrow
        openssl req -new $ec -subj /CN=middle -keyout middle.key -out middle.csr
        $ca -in middle.csr -out middle.pem -extensions authority -days 2
        by="$middle" leaf below /CN=below DNS:below.test yesterday tomorrow
        by="$middle" leaf undone /CN=undone DNS:undone.test yesterday tomorrow
        $ca -revoke gone.pem
        $ca -gencrl -out crl.pem
        $middle -revoke undone.pem
        $middle -gencrl -out middle-crl.pem
        cat crl.pem middle-crl.pem >both-crl.pem
        # An OCSP response about $1's certificate, as the authority of $2 would give it.
        respond() {
            serial=0x$(openssl x509 -in $1.pem -noout -serial | cut -d= -f2)
            openssl ocsp -issuer $2.pem -serial $serial -no_nonce -reqout ask.der
            openssl ocsp -index own.txt -CA $2.pem -rsigner $2.pem -rkey $2.key -reqin ask.der \
                -respout $3.ocsp -ndays 1
        }
        respond web ca web
        respond robot ca robot
        respond web others others
        respond gone ca gone
        respond web twin twin
        cat web.pem ca.pem >chain.pem
        cp web.key chain.key
        # As it would be years later: the time of the next update, [0] GeneralizedTime.
        next='\xa0\x11\x18\x0f'
        LC_ALL=C sed "s/$next[0-9]\{14\}Z/${next}20200101000000Z/" web.ocsp >late.ocsp
        # What the lists say later: that the authority between has lost its trust, and robot his.
        $ca -revoke middle.pem
        $ca -revoke robot.pem
        $ca -gencrl -out late-crl.pem
        cat late-crl.pem middle-crl.pem >late-both-crl.pem
        # With more names, and with a longer subject, than upstreams are told.
        many() { seq -s, -f "DNS:host-%04g.long-names.test" 1 $1; }
        part=$(printf 'x%.0s' $(seq 60))
        units=$(for _ in $(seq 20); do printf "/OU=$part"; done)
        own="-x509 $ec -CA ca.pem -CAkey ca.key -days 2"
        openssl req $own -subj "$units/CN=long" -addext "subjectAltName=$(many 300)" \
            -keyout long.key -out long.pem
        openssl req $own -subj /CN=huge -addext "subjectAltName=$(many 900)" \
            -keyout huge.key -out huge.pem
        for name in long huge; do cat $name.key >>$name.pem; done
        """#
}
