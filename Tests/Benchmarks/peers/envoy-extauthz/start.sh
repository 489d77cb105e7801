#!/usr/bin/env bash
# Envoy + ext_authz (HTTP) to a one-worker nginx+Lua authorizer on loopback. The
# authorizer runs the same chain.lua as peer nginx-lua, on a copy of the body.
# Both processes' CPU is counted: both pids are printed.
. "$(dirname "$0")/../../lib/peer.sh"
AUTHZ=$((LISTEN + 1))
lua_dir=$BENCH_DIR/peers/nginx-lua
envoy_conf "
          - name: authz
            typed_config:
              \"@type\": type.googleapis.com/envoy.extensions.filters.http.ext_authz.v3.ExtAuthz
              with_request_body: { max_request_bytes: 65536, allow_partial_message: false }
              http_service:
                server_uri: { uri: \"http://127.0.0.1:$AUTHZ\", cluster: authz, timeout: 5s }" "
  - name: authz
    type: STATIC
    connect_timeout: 5s
    circuit_breakers: { thresholds: [ { max_connections: 16384, max_pending_requests: 16384, max_requests: 16384, max_retries: 16 } ] }
    load_assignment:
      cluster_name: authz
      endpoints: [ { lb_endpoints: [ { endpoint: { address: { socket_address: { address: 127.0.0.1, port_value: $AUTHZ } } } } ] } ]"
envoy_start
mkdir authz && cd authz && RUN=$RUN/authz
CERT="" KEY="" LISTEN=$AUTHZ
nginx_conf "$NGINX_LUA_MODULES" "
  lua_package_path '$lua_dir/?.lua;;';
  lua_socket_log_errors off;
  init_by_lua_block { chain = require 'chain'; chain.init($REDIS) }
" "
    location / { content_by_lua_block { chain.check('send'); ngx.header['Content-Length'] = 0; ngx.exit(200) } }
"
nginx_start "$(bin_nginx_debian)"
