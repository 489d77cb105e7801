#!/usr/bin/env bash
. "$(dirname "$0")/../../lib/peer.sh"
lua_dir=$BENCH_DIR/peers/nginx-lua
nginx_conf "$NGINX_LUA_MODULES" "
  lua_package_path '$lua_dir/?.lua;;';
  lua_socket_log_errors off;
  init_by_lua_block { chain = require 'chain'; chain.init($REDIS) }
" "
    location = /api/v1/messages {
      access_by_lua_block { chain.check('send') }
      proxy_pass http://up;
    }
    location = /api/v1/embed/tokens { content_by_lua_block { chain.mint() } }
    location / { proxy_pass http://up; }
"
nginx_start "$(bin_nginx_debian)"
