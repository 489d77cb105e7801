#!/usr/bin/env bash
BAWABA_PREFIX=bawaba-log: BAWABA_LOG="$BENCH_RUN_DIR/access.log" exec "$(dirname "$0")/../bawaba/start.sh" "$@"
