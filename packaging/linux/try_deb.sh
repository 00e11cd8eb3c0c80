#!/usr/bin/env bash
# Installs the Debian package in a clean Debian, starts it there, upgrades and removes it:
#
#   packaging/linux/try_deb.sh FOLDER PACKAGE.deb [SUITE]
#
# FOLDER is made with debootstrap unless it holds such a system already; SUITE is this system's own
# unless given. There is no Python in it, no desktop and no compiler. Root only. An older version is
# made of the package itself, under a smaller number and with a file more, so that an upgrade is
# tried before there is a second release.
set -euo pipefail
target=$(realpath -m "${1:?usage: packaging/linux/try_deb.sh FOLDER PACKAGE.deb [SUITE]}")
package=$(realpath "${2:?which package?}")
suite=${3:-$(. /etc/os-release && echo "$VERSION_CODENAME")}

say() { echo "try_deb.sh: $*"; }
fail() {
  say "FAILED: $*" >&2
  exit 1
}

if [[ ! -e $target/usr/bin/dpkg ]]; then
  say "making Debian $suite in $target"
  debootstrap --variant=minbase "$suite" "$target" >/dev/null
fi
cp -L /etc/resolv.conf "$target/etc/"
for path in /etc/apt/apt.conf.d /etc/apt/sources.list /etc/apt/sources.list.d /etc/apt/keyrings \
  /etc/ssl/certs /usr/local/share/ca-certificates; do
  [[ -e $path ]] || continue
  mkdir -p "$target$(dirname "$path")"
  cp -rL "$path" "$target$(dirname "$path")/" 2>/dev/null || true # dangling links
done
mkdir -p "$target/proc"
mountpoint -q "$target/proc" || mount -t proc proc "$target/proc"
work=$(mktemp -d)
trap 'umount "$target/proc"; rm -rf "$work"' EXIT

inside() {
  env -i HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
    PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$@"
}
in_root() { inside chroot "$target" "$@"; }
apt() {
  in_root apt-get -qq -o DPkg::Use-Pty=0 "$@" >"$work/apt" 2>&1 || fail "apt-get $*: $(cat "$work/apt")"
}
installed() { in_root dpkg-query -W -f '${Version}' fer-desktop; }

say "$(in_root cat /etc/debian_version), $(in_root dpkg-query -f '.\n' -W | wc -l) packages"
! in_root sh -c 'command -v python3' || fail "there is a Python in the clean system"

version=$(dpkg-deb -f "$package" Version)
older=0.0.1
dpkg-deb -R "$package" "$work/older"
sed -i "s/^Version: .*/Version: $older/" "$work/older/DEBIAN/control"
touch "$work/older/usr/lib/fer-desktop/_internal/left-over"
dpkg-deb --root-owner-group -Znone -b "$work/older" "$target/tmp/older.deb" >/dev/null
cp "$package" "$target/tmp/newer.deb"

apt update
apt install --no-install-recommends -y /tmp/older.deb
[[ $(installed) == "$older" ]] || fail "the older version is not installed"
say "installed $older with $(in_root dpkg-query -f '.\n' -W | wc -l) packages in all"
apt install --no-install-recommends -y /tmp/newer.deb
[[ $(installed) == "$version" ]] || fail "it is not upgraded"
[[ ! -e $target/usr/lib/fer-desktop/_internal/left-over ]] || fail "the upgrade leaves files behind"
say "upgraded to $version"

in_root fer-desktop --version
in_root fer-desktop analyze /usr/lib/fer-desktop/_internal/fer_desktop/resources/demo/astronaut.jpg
began=$EPOCHREALTIME
in_root env QT_QPA_PLATFORM=offscreen fer-desktop-window --source demo --run-for 0.001 \
  --screenshot /tmp/window.png 2>"$work/errors" || fail "the window: $(cat "$work/errors")"
ended=$EPOCHREALTIME
! grep -q 'without a window' "$work/errors" || fail "no window: $(cat "$work/errors")"
[[ $(stat -c %s "$target/tmp/window.png") -gt 50000 ]] || fail "the screenshot is empty"
say "the window showed an analyzed face and closed after" \
  "$(awk "BEGIN { printf \"%.2f\", $ended - $began }") s"
missing=$(in_root sh -c '
  for file in $(find /usr/lib/fer-desktop -name "*.so*" -type f); do
    LD_LIBRARY_PATH=/usr/lib/fer-desktop/_internal ldd "$file" 2>/dev/null
  done | grep "not found" | sort -u' || true)
if [[ -n $missing ]]; then say "libraries that no package of this system brings:" "$missing"; fi

apt remove --purge -y fer-desktop
left=$(in_root sh -c 'ls -d /usr/lib/fer-desktop /usr/bin/fer-desktop* \
  /usr/share/*/fer-desktop* /usr/share/applications/fer-desktop* 2>/dev/null' || true)
[[ -z $left ]] || fail "left after its removal: $left"
say "removed; all passed"
