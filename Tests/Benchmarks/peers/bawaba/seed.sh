#!/usr/bin/env bash
# seed.sh REDIS_PORT: the three bearer tokens of the fixture as Bawaba stores them (Sanctum's
# `id|secret`), and a limit of 2 a minute for organization 43. Each variant has keys of its own.
set -eu
prefix=${BAWABA_PREFIX:-bawaba:}
redis() { redis-cli -p "$port" "$@" >/dev/null; }
token() { # token AUTHORIZATION ORGANIZATION ABILITIES
    local text=${1#Bearer }
    local hash
    hash=$(printf %s "${text#*|}" | sha256sum | cut -d' ' -f1)
    redis HSET "${prefix}token:${text%%|*}" hash "$hash" org "$2" abilities "$3"
}
port=$1
token "$BENCH_TOKEN_1" 42 '["send","read","write"]'
token "$BENCH_TOKEN_2" 42 '["read"]'
token "$BENCH_TOKEN_3" 43 '["send"]'
redis HSET "${prefix}org:43" limit:sending 2/60 limit:standard 2/60
redis DEL "${prefix}quota:43:sending" "${prefix}quota:43:standard"
