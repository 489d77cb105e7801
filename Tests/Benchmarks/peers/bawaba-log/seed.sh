#!/usr/bin/env bash
exec "$(dirname "$0")/../bawaba/seed.sh" "$@"
