#!/bin/sh
# Fuzzes one harness after the other, goes on behind each crash, and says what it found.
#
#   fuzz.sh PROGRAM FOLDER SECONDS [HARNESS…]
#
# FOLDER/corpus/<harness>   inputs that reached new code, kept for the next time
# FOLDER/found/<harness>    inputs that broke something: crash-*, timeout-*, oom-*, leak-*
# FOLDER/log/<harness>      what libFuzzer said, with the stack of each crash
#
# To mend: run `NIANBAO_HARNESS=<harness> PROGRAM FILE` for the stack, mend, and keep the file under
# Tests/Fuzzing/Regressions/<harness>, where the ordinary tests replay it.
set -eu
program=$1 folder=$2 seconds=$3
shift 3
sources=$(dirname "$0")
# A crash must reach libFuzzer, not Swift's own handler.
export SWIFT_BACKTRACE=enable=no

"$program" prepare "${CORPUS:-$sources/../TestFixtures/corpus}" "$sources" "$folder"

"$program" list | while read -r harness longest; do
  if test $# -gt 0; then
    case " $* " in *" $harness "*) ;; *) continue ;; esac
  fi
  found=$folder/found/$harness corpus=$folder/corpus/$harness log=$folder/log/$harness
  mkdir -p "$found" "$corpus" "$folder/log"
  seeds=$folder/seeds/$harness
  for more in "$sources/Seeds/$harness" "$sources/Regressions/$harness"; do
    test ! -d "$more" || seeds="$seeds $more"
  done
  dictionary=$folder/dictionaries/$harness.dict words=
  test ! -s "$dictionary" || words=-dict=$dictionary
  echo "fuzz $harness: $seconds s; log: $log"
  # shellcheck disable=SC2086 # folders of ours, without spaces
  NIANBAO_HARNESS=$harness "$program" -fork=1 -ignore_crashes=1 -ignore_timeouts=1 -ignore_ooms=1 \
    -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1500 -max_len="$longest" \
    $words -artifact_prefix="$found/" "$corpus" $seeds >"$log" 2>&1 </dev/null ||
    echo "fuzz $harness: libFuzzer ended with $?"
  grep -E '^#[0-9]+: cov' "$log" | tail -1
  ls -1 "$found" | sed "s|^|fuzz $harness: FOUND $found/|"
done
test -z "$(find "$folder/found" -type f)"
