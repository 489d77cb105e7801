#!/usr/bin/env bash
BAWABA_PREFIX=bawaba-2w: BAWABA_WORKERS=2 exec "$(dirname "$0")/../bawaba/start.sh" "$@"
