#!/usr/bin/env bash
# run.sh BAWABA: a first look at this policy. Starts a Redis, the sandbox as upstream and the gateway,
# all on loopback, with a certificate, an organization and tokens made for the occasion; prints
# requests to try; stops all of it on Ctrl-C. It needs openssl, curl and redis-server.
set -euo pipefail
bawaba=$(realpath "$1")
policy=$(cd "$(dirname "$0")" && pwd)
run=${policy%/policies/oktawa}/.run/oktawa
# A unix socket's path has 107 bytes; a deep folder leaves no room for it.
[ ${#run} -le 90 ] || run=$(mktemp -d)
gateway=127.0.0.1:8443 sandbox=127.0.0.1:8480 admin=127.0.0.1:9901
started=()
trap 'kill "${started[@]}" 2>/dev/null || true; wait || true' EXIT
trap 'exit 0' INT TERM

start() { # start NAME COMMAND…: in the background, what it says into NAME.log
    local name=$1
    shift
    "$@" >"$run/$name.log" 2>&1 &
    started+=($!)
}
await() { # await NAME COMMAND…: until the command succeeds, for ten seconds at most
    local name=$1
    shift
    for _ in $(seq 100); do
        if "$@" >/dev/null 2>&1; then return; fi
        sleep 0.1
    done
    echo "$name did not start:" >&2
    cat "$run/$name.log" >&2
    exit 1
}

umask 077
rm -rf "$run"
mkdir -p "$run"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN=localhost \
    -addext subjectAltName=DNS:localhost,IP:127.0.0.1 \
    -keyout "$run/tls.key" -out "$run/tls.crt" 2>/dev/null
openssl rand -hex 32 >"$run/assertion.key"
echo "m1 $(openssl rand -hex 32)" >"$run/master.key"
cat >"$run/gateway.yaml" <<POLICY
# The policy as it is, with this machine's addresses.
extends: $policy/gateway.yaml
listeners:
  - address: "$gateway"
    hosts: [localhost, 127.0.0.1]
    tls: {certificates: [{certificate_file: tls.crt, key_file: tls.key}]}
redis: {url: "unix://$run/redis.sock"}
embed: {issuer: "https://$gateway", master_key_file: master.key}
upstreams:
  oktawa: {targets: ["http://$sandbox"], assertion_key_file: assertion.key}
admin: {address: "$admin"}
control: {socket: $run/control.sock}
access_log: stdout
POLICY

start redis redis-server --port 0 --unixsocket "$run/redis.sock" --unixsocketperm 700 \
    --save '' --appendonly no --dir "$run"
await redis redis-cli -s "$run/redis.sock" ping
start sandbox "$bawaba" sandbox --listen "$sandbox" --contract "$policy/openapi.yaml" \
    --assertion-key "$run/assertion.key"
await sandbox curl -s "http://$sandbox/"

token() { # token ORGANIZATION ABILITY: makes one and prints it
    "$bawaba" token create --quiet --config "$run/gateway.yaml" --org "$1" --abilities "$2" --name "$2"
}
"$bawaba" org set --config "$run/gateway.yaml" okta --activate >/dev/null
"$bawaba" org set --config "$run/gateway.yaml" trial --limit standard=1/60 >/dev/null
read=$(token okta read) write=$(token okta write) send=$(token okta send)
admin_token=$(token okta admin) trial=$(token trial read)
"$bawaba" widget set --config "$run/gateway.yaml" okta marketing-site >/dev/null
"$bawaba" embed-key rotate --config "$run/gateway.yaml" okta >/dev/null 2>&1
start gateway "$bawaba" serve "$run/gateway.yaml"
await gateway curl -sf "http://$admin/readyz"

curl="curl -i --cacert $run/tls.crt" silent="curl -s --cacert $run/tls.crt"
api=https://$gateway/api/v1
cat <<TEXT

  gateway    https://$gateway     policy $run/gateway.yaml
  sandbox    http://$sandbox      the OktaWa API with state, in memory; the contract's examples at first
  redis      $run/redis.sock
  admin      http://$admin/healthz, /readyz, /metrics
  tokens     organization okta: read   $read
                                write  $write
                                send   $send
                                admin  $admin_token
             organization trial, one request a minute: $trial

Try, in another terminal:

# 200: the read token lists contacts
$curl $api/contacts -H 'Authorization: Bearer $read'

# 200: the write token makes a contact, or changes the one with this number; the read token finds it
$curl $api/contacts -H 'Authorization: Bearer $write' --json '{"wa_id": "971500000001", "name": "Sara"}'
$curl '$api/contacts?search=sara' -H 'Authorization: Bearer $read'

# 200: a message is queued; again the second line a few seconds later, and it has been read
$curl $api/messages -H 'Authorization: Bearer $send' --json '{"conversation_id": "01HZK7P5R3Q6V0YH4XJ3M8CONV1", "body": "Your order is on the way!"}'
$curl $api/conversations/01HZK7P5R3Q6V0YH4XJ3M8CONV1/messages -H 'Authorization: Bearer $read'

# 200: a host asks for a token for its visitor; the second line verifies such a token
$curl $api/embed-tokens -H 'Authorization: Bearer $write' --json '{"slug": "marketing-site", "subject": "user-1"}'
$silent $api/embed-tokens -H 'Authorization: Bearer $write' --json '{"slug": "marketing-site", "subject": "user-1"}' | sed 's/.*"token":"//; s/".*//' | $bawaba embed verify --config $run/gateway.yaml --slug marketing-site

# 200: an app exchanges the code of a consent screen for a token, and sends a message with it
code=\$($bawaba code issue --quiet --config $run/gateway.yaml --org okta --abilities read,send --redirect-uri https://crm.example.com/callback)
token=\$($silent $api/oauth/token --json "{\\"code\\": \\"\$code\\", \\"redirect_uri\\": \\"https://crm.example.com/callback\\"}" | sed 's/.*"access_token":"//; s/".*//')
$curl $api/messages -H "Authorization: Bearer \$token" --json '{"conversation_id": "01HZK7P5R3Q6V0YH4XJ3M8CONV1", "body": "Hello from the app"}'

# 400: that code again, which also ends the token
$curl $api/oauth/token --json "{\\"code\\": \\"\$code\\", \\"redirect_uri\\": \\"https://crm.example.com/callback\\"}"

# 422: a template wants as many variables as it has; it has two
$curl $api/templates/send -H 'Authorization: Bearer $send' --json '{"channel_id": "01HZK7P5R3Q6V0YH4XJ3M8CHN1", "wa_id": "971500000001", "template_name": "order_ready", "variables": ["12345"]}'

# 401: no token
$curl $api/contacts

# 403: a read token may not send
$curl $api/messages -H 'Authorization: Bearer $read' --json '{"wa_id": "966500000000", "body": "Hi"}'

# 422: the message has no text
$curl $api/messages -H 'Authorization: Bearer $send' --json '{"wa_id": "966500000000"}'

# 429: the second of two requests; trial may make one a minute
$curl $api/contacts $api/contacts -H 'Authorization: Bearer $trial'

The access log follows. Ctrl-C stops everything.

TEXT
tail -f -n 0 --pid=$$ "$run/gateway.log" &
started+=($!)
wait -n
echo "Something stopped by itself; the logs are in $run" >&2
exit 1
