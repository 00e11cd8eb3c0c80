#!/usr/bin/env bash
# Tries python3 dev.py run on a Debian that has Python and nothing else, in a chroot:
#
#   .ci/bare_debian.sh FOLDER [SUITE] [ARGUMENT...]
#
# FOLDER is made with debootstrap unless it holds such a system already, SUITE is this system's own
# unless given, the arguments go to the program. Root only. The network settings of this system go
# along: apt's, pip's, certificates, and the local folders that pip's settings name.
set -euo pipefail
checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
target=${1:?usage: .ci/bare_debian.sh FOLDER [SUITE] [ARGUMENT...]}
own_suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
suite=${2:-$own_suite}
shift $(($# < 2 ? $# : 2))
home=/home/newcomer

say() { echo "bare_debian.sh: $*" >&2; }

mounted=()
leave() {
  for ((i = ${#mounted[@]} - 1; i >= 0; i--)); do umount "${mounted[i]}"; done
}
trap leave EXIT

bring_in() { # a file or folder of this system, to the same place there
  local path=$1 place=$target$1
  [[ -e $path && $path != / ]] || return 0
  if [[ -f $path || $path == /etc/* ]]; then
    mkdir -p "$(dirname "$place")"
    cp -rL "$path" "$(dirname "$place")/" 2>/dev/null || true # dangling links
  else
    mkdir -p "$place"
    mount --bind "$path" "$place"
    mounted+=("$place")
    mount -o remount,bind,ro "$place"
  fi
}

settings() { env | grep -E '^(PIP_|UV_|SSL_CERT|REQUESTS_CA|CURL_CA|[a-z]+_proxy|[A-Z]+_PROXY)' || true; }

bring_network() {
  bring_in /etc/resolv.conf
  bring_in /etc/apt/apt.conf.d
  if [[ $suite == "$own_suite" ]]; then
    for path in /etc/apt/{sources.list,sources.list.d,preferences.d,trusted.gpg.d,keyrings}; do
      bring_in "$path"
    done
  fi
  # What a package with certificates, which apt-get may bring, makes its list of.
  mkdir -p "$target/usr/local/share"
  cp -rL /usr/local/share/ca-certificates "$target/usr/local/share/"
  bring_in /etc/pip.conf
  mkdir -p "$target$home/.config"
  if [[ -d $HOME/.config/pip ]]; then cp -rL "$HOME/.config/pip" "$target$home/.config/"; fi
  local word
  for word in $( (settings && python3 -m pip config list 2>/dev/null || true) | tr "='\"" '   '); do
    word=${word#file://}
    # A package index has its files beside the folder "simple".
    if [[ $word == /* ]]; then bring_in "${word%/simple}"; fi
  done
}

bring_checkout() {
  mkdir -p "$target/checkout"
  tar -C "$checkout" --exclude=./.git --exclude=./.venv --exclude='*_cache' \
    --exclude=__pycache__ -cf - . | tar -C "$target/checkout" --no-same-owner -xf -
}

inside() { # [--userspec=...] COMMAND...
  local user=()
  if [[ $1 == --userspec=* ]]; then user=("$1") && shift; fi
  local variables
  mapfile -t variables < <(settings)
  env -i HOME="$home" LANG=C.UTF-8 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    "${variables[@]}" chroot "${user[@]}" "$target" "$@"
}

start() { # runs the program, tells how long it took and fails with it
  local began=$EPOCHREALTIME status=0
  inside python3 /checkout/dev.py run "$@" || status=$?
  say "exit code $status after $(python3 -c "print(round($EPOCHREALTIME - $began, 2))") s"
  return "$status"
}

if [[ ! -e $target/usr/bin/python3 ]]; then
  say "making Debian $suite in $target"
  debootstrap --variant=minbase --include=python3 "$suite" "$target" >/dev/null
fi
bring_network
mkdir -p "$target/proc"
mount -t proc proc "$target/proc"
mounted+=("$target/proc")
bring_checkout
say "$(inside python3 --version), $(inside dpkg-query -f '.\n' -W | wc -l) packages"

if ! compgen -G "$target/usr/lib/*/libGL.so.1" >/dev/null; then
  say "as a user without rights: one line with sudo apt-get, and exit code 1"
  status=0
  inside --userspec=65534:65534 python3 /checkout/dev.py run || status=$?
  [[ $status == 1 && ! -e $target/checkout/.venv ]]
fi
say "first start, as root"
start "$@"
say "$(inside dpkg-query -f '.\n' -W | wc -l) packages"
say "second start, which installs nothing"
start "$@"
say "the program's parts load"
inside /checkout/.venv/bin/python -c 'import PySide6.QtWidgets, cv2, ai_edge_litert.interpreter'
if uv=$(command -v uv); then
  say "with uv"
  cp "$uv" "$target/usr/local/bin/uv"
  rm -rf "$target/checkout/.venv"
  start "$@"
  rm "$target/usr/local/bin/uv"
fi
say "all passed"
