#!/usr/bin/env bash
# Drops sample reports into a throw-away inbox and shows what becomes of them: two are good, one has a wrong total, one
# is a scan without any text.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
reports=$here/../TestFixtures/corpus
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

say "A town office drops its reports"
inbox=$scratch/spool/inbox/青禾镇
cp -v "$reports/qinghe-2024.docx" "$inbox/青禾镇2024.docx"
cp -v "$reports/qinghe-2023.pdf" "$inbox/青禾镇2023.pdf"
cp -v "$reports/qinghe-2024-one-wrong-cell.docx" "$inbox/青禾镇2024-一格填错.docx"
cp -v "$reports/qinghe-2024.scan.pdf" "$inbox/青禾镇2024-扫描件.pdf"

rejected="$scratch/spool/rejected/青禾镇/青禾镇2024-一格填错.docx"
scan="$scratch/spool/rejected/青禾镇/青禾镇2024-扫描件.pdf"
for report in "$scratch/spool/accepted/青禾镇/青禾镇2024.docx" "$scratch/spool/accepted/青禾镇/青禾镇2023.pdf" \
  "$rejected" "$scan"; do
  await "$report"
  grep -q '</html>' "$report.审核结果.html"
done

say "Where they lie now, each with its diagnostics page"
(cd "$scratch/spool" && find accepted rejected -type f | sort)

say "What the pages of the rejected ones say, here as text"
status=0
"$programs/nianbaod" check --config "$scratch/nianbaod.yaml" "$rejected" "$scan" || status=$?
[ "$status" = 1 ]

say "The daemon is told to stop"
kill -TERM "$daemon"
status=0
wait "$daemon" || status=$?
daemon=
[ "$status" = 0 ]
echo "It ended with 0. The spool and its pages stay in $scratch/spool"
