#!/usr/bin/env bash
# The gateway with OktaWa's policy at this run's addresses. In S2 messages are judged in full; in the
# other scenarios both operations are forwarded untouched. Variants set BAWABA_WORKERS, BAWABA_LOG and
# BAWABA_SIGNED, and BAWABA_PREFIX for keys of their own.
. "$(dirname "$0")/../../lib/peer.sh"
bawaba=${BAWABA:-$ROOT/.build-static/release/bawaba}
[ -x "$bawaba" ] || die "no $bawaba (make static)"
umask 077
echo "m1 $(openssl rand -hex 32)" >master.key
# Forwarding alone is not signed, as the peers' is not; BAWABA_SIGNED shows what signing costs.
case $SCENARIO:${BAWABA_SIGNED:-} in
S2*: | *:1)
    openssl rand -hex 32 >assertion.key
    assertion="assertion_key_file: assertion.key"
    ;;
esac
if tls; then
    # A key that others may read is refused.
    cp "$CERT" tls.crt && cp "$KEY" tls.key
    tls="tls: {certificates: [{certificate_file: tls.crt, key_file: tls.key}]}"
fi
case $SCENARIO in
S2 | S2LAT) rules="defaults: {auth: bearer, limit: standard, mode: enforce, assumed: enforce}" ;;
S4)
    rules="defaults: {auth: bearer, abilities: [write], limit: standard}
operations:
  mintASignedWidgetToken: {handler: edge}"
    ;;
*)
    rules="defaults: {auth: public}
operations:
  listContacts: {auth: public, untouched: true}
  sendAMessage: {auth: public, untouched: true}"
    ;;
esac
cat >gateway.yaml <<POLICY
extends: $ROOT/policies/oktawa/gateway.yaml
workers: ${BAWABA_WORKERS:-1}
listeners:
  - address: "127.0.0.1:$LISTEN"
    hosts: [localhost, 127.0.0.1]
    ${tls:-}
redis: {url: "redis://127.0.0.1:$REDIS", prefix: "${BAWABA_PREFIX:-bawaba:}"}
upstreams:
  oktawa:
    targets: ["http://127.0.0.1:$UPSTREAM"]
    ${assertion:-}
    kept_connections: 256
embed: {issuer: "https://bench.test", master_key_file: master.key, format: jwt}
# Practically no limit, so that none is reached; organization 43's own is in Redis.
limits:
  standard: {rate: 1000000 per second, burst: 1000000}
  sending: {rate: 1000000 per second, burst: 1000000}
$rules
timeouts: {idle: 1h}
admin: {address: "127.0.0.1:$((LISTEN + 1))"}
control: {socket: $RUN/control.sock}
access_log: ${BAWABA_LOG:-off}
POLICY
if [ "$SCENARIO" = S4 ]; then
    "$bawaba" widget set --config gateway.yaml 42 marketing-site >/dev/null
    "$bawaba" embed-key rotate --config gateway.yaml 42 >/dev/null
fi
spawn "$bawaba" serve "$RUN/gateway.yaml"
