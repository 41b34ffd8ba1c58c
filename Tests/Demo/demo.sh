#!/usr/bin/env bash
# Drops two sample reports into a throw-away inbox and shows what becomes of them: one is good, one has a wrong total.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
programs=${PROGRAMS:-"$here/../../.build/release"}
scratch=$(mktemp -d "${TMPDIR:-/tmp}/nianbaod-demo.XXXXXX")
daemon=

finish() {
  [ -z "$daemon" ] || kill -TERM "$daemon" 2>/dev/null || true
}
trap finish EXIT

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }

# Waits for a file, at most twenty seconds.
await() {
  for _ in $(seq 200); do
    [ -e "$1" ] && return 0
    kill -0 "$daemon" 2>/dev/null || { echo "the daemon has ended" >&2; return 1; }
    sleep 0.1
  done
  echo "$1 did not come" >&2
  return 1
}

mkdir -p "$scratch/spool/inbox/青禾镇"
# An empty configuration: the daemon runs on its built-in values.
: >"$scratch/nianbaod.yaml"

say "The daemon watches $scratch/spool/inbox"
"$programs/nianbaod" run --config "$scratch/nianbaod.yaml" --spool "$scratch/spool" --state "$scratch/state" &
daemon=$!

say "A town office drops two reports"
cp -v "$here"/reports/*.txt "$scratch/spool/inbox/青禾镇/"

accepted="$scratch/spool/accepted/青禾镇/青禾镇2024.txt"
rejected="$scratch/spool/rejected/青禾镇/青禾镇2024-一格填错.txt"
await "$accepted"
await "$rejected"
for report in "$accepted" "$rejected"; do
  grep -q '</html>' "$report.审核结果.html"
done

say "Where they lie now, each with its diagnostics page"
(cd "$scratch/spool" && find accepted rejected -type f | sort)

say "What the page of the rejected one says, here as text"
status=0
"$programs/nianbaod" check --config "$scratch/nianbaod.yaml" "$rejected" || status=$?
[ "$status" = 1 ]

say "The daemon is told to stop"
kill -TERM "$daemon"
status=0
wait "$daemon" || status=$?
daemon=
[ "$status" = 0 ]
echo "It ended with 0. The spool and both pages stay in $scratch/spool"
