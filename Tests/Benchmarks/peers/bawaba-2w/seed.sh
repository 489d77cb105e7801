#!/usr/bin/env bash
BAWABA_PREFIX=bawaba-2w: exec "$(dirname "$0")/../bawaba/seed.sh" "$@"
