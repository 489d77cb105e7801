#!/usr/bin/env bash
BAWABA_PREFIX=bawaba-log: exec "$(dirname "$0")/../bawaba/seed.sh" "$@"
