#!/bin/bash
# run-machine.sh NAME FOLDER
#
# Boots FOLDER/root as a machine called NAME, and removes FOLDER when it is off. Standard input is the machine's life
# line: when it closes, because the test is done or has died, the machine is shut down.
set -u
name=$1
folder=$2

arguments=(--directory="$folder/root" --machine="$name" --boot --register=no --private-network
  --link-journal=no --notify-ready=yes --console=read-only
  # What a service may call on real hardware, and systemd-nspawn of Debian 12 has not heard of.
  --system-call-filter="landlock_create_ruleset landlock_add_rule landlock_restrict_self")
groups=()
if test ! -d /run/systemd/system; then
  # Where systemd does not run, nobody hands out control groups. Machines that share one would see each other's
  # processes as their own, so each is put into a new one, in every hierarchy that systemd keeps processes in.
  arguments+=(--keep-unit)
  for hierarchy in /sys/fs/cgroup /sys/fs/cgroup/systemd /sys/fs/cgroup/unified; do
    test -f "$hierarchy/cgroup.procs" || continue
    mkdir "$hierarchy/$name" && echo $$ >"$hierarchy/$name/cgroup.procs" && groups+=("$hierarchy/$name")
  done
fi

exec 3<&0 </dev/null
systemd-nspawn "${arguments[@]}" 3<&- &
machine=$!
{
  # Nothing is ever written to it: this ends with the end of file. A builtin leaves no process behind when it is killed.
  read -r -u 3
  kill -TERM $machine
} 2>/dev/null &
lifeline=$!
disown $lifeline

wait $machine
status=$?
# Milder signals may be blocked here, as they are in the threads of the test process.
kill -KILL $lifeline 2>/dev/null
for group in "${groups[@]}"; do
  echo $$ >"${group%/*}/cgroup.procs"
  find "$group" -depth -type d -exec rmdir {} + 2>/dev/null
done
rm -rf "$folder"
exit $status
