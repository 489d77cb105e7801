#!/usr/bin/env bash
. "$(dirname "$0")/../../lib/peer.sh"
bin=$BUILD/relay
[ -x "$bin" ] || die "no relay (run setup.sh)"
if tls; then spawn "$bin" "$LISTEN" "$UPSTREAM" "$CERT" "$KEY"; else spawn "$bin" "$LISTEN" "$UPSTREAM"; fi
