#!/usr/bin/env bash
BAWABA_SIGNED=1 exec "$(dirname "$0")/../bawaba/start.sh" "$@"
