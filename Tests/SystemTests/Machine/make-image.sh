#!/bin/sh
# make-image.sh FOLDER PACKAGE…
#
# Makes FOLDER the root of a Debian system with these packages, once; whoever comes later waits and finds it made.
# A FOLDER that is there is complete.
set -eu
image=$1
shift

mkdir -p "$(dirname "$image")"
exec 9>"$image.lock"
flock 9
test ! -d "$image" || exit 0

partial=$image.partial
rm -rf "$partial"
debootstrap --variant=minbase --include="$(echo "$@" | tr ' ' ',')" \
  bookworm "$partial" ${NIANBAOD_TEST_MIRROR:+"$NIANBAOD_TEST_MIRROR"} >&2
# Each machine is a new one.
rm -f "$partial/etc/machine-id" "$partial/etc/hostname" "$partial"/var/cache/apt/archives/*.deb
# A new machine enables what its presets say, which in Debian is everything. Here a test starts what it wants started.
mkdir -p "$partial/etc/systemd/system-preset"
echo 'disable *' >"$partial/etc/systemd/system-preset/00-nothing.preset"
find "$partial/etc/systemd/system" -name '*.wants' -exec rm -r {} +
mv "$partial" "$image"
