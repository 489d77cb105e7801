#!/bin/sh
# secrets.sh [FOLDER]: makes the secrets that compose.yaml mounts, for development, in FOLDER
# (docker/secrets beside this script). What is there already is kept. It needs openssl, and root to
# give the files to the image's user: a bind mount shows a file with its owner and mode as they are.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=${1:-$here/secrets}
user=65532
# The commands that the gateway and `bawaba token`, `code`, `org`, `widget` and `embed-key` send; see
# README.md. Whoever gives no password may ask whether Redis lives, and nothing else.
commands="+select +script|load +evalsha +eval +time +get +set +del +scan +expire +expireat"
commands="$commands +pexpire +persist +hget +hmget +hgetall +hset +hsetnx +hdel +xadd"

umask 077
mkdir -p "$folder"
make_key() { # make_key NAME PREFIX: 32 random bytes in hexadecimal digits
    [ -s "$folder/$1" ] || printf '%s%s\n' "$2" "$(openssl rand -hex 32)" >"$folder/$1"
}
make_key assertion.key ''
make_key master.key 'm1 '
make_key redis-password ''
[ -s "$folder/tls.key" ] || openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes \
    -days 30 -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1 \
    -keyout "$folder/tls.key" -out "$folder/tls.crt" 2>/dev/null

# Redis keeps the password's SHA-256, which nobody turns back into 32 random bytes: this file may be
# read by Redis' own user.
digest=$(tr -d '\n' <"$folder/redis-password" | openssl dgst -sha256 -r | cut -d ' ' -f 1)
cat >"$folder/redis.acl" <<ACL
user default on nopass resetkeys resetchannels -@all +ping
user bawaba on #$digest resetkeys ~bawaba:* resetchannels -@all $commands
ACL

chmod 755 "$folder"
chmod 644 "$folder/tls.crt" "$folder/redis.acl"
for name in assertion.key master.key redis-password tls.key; do
    chmod 400 "$folder/$name"
    [ "$(stat -c %u "$folder/$name")" = "$user" ] || chown "$user:$user" "$folder/$name" || {
        echo "The image's user must own the secrets; run: sudo $0 $*" >&2
        exit 1
    }
done
echo "$folder: $(cd "$folder" && echo *)"
