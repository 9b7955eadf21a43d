#!/usr/bin/env bash
# Builds the Debian package and does with it, in a fresh Debian 12, what people do: install, answer
# in the terminal, chat in the window, upgrade, remove. Prints a line for each step and exits with 1
# when one failed. Needs root, for debootstrap; installs what it needs. Takes about 15 minutes.
#   packaging/debian/try.sh [WORK_FOLDER]
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit
# shellcheck source=packaging/common.sh
. packaging/common.sh
work=$(realpath -m "${1:-build/try-deb}")
root=$work/root
# shellcheck source=packaging/steps.sh
. packaging/steps.sh

inside() { chroot "$root" env LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
as_user() { inside setpriv --reuid 1000 --regid 1000 --clear-groups env HOME=/home/user "$@"; }

cleanup() {
  [[ -n ${display_pid:-} ]] && kill "$display_pid" 2>/dev/null
  for place in tmp/.X11-unix dev/pts dev proc; do
    mountpoint -q "$root/$place" && umount -l "$root/$place"
  done
}
trap cleanup EXIT

build_package() {
  configure_package && cmake --build --preset package && rm -f build/package/canter_*.deb &&
    (cd build/package && cpack -G DEB)
}

# The same under a lower version: what an upgrade starts from.
repack_as() {
  local version=$1 folder=$work/older
  rm -rf "$folder" && dpkg-deb -R "$package" "$folder" &&
    sed -i "s/^Version: .*/Version: $version/" "$folder/DEBIAN/control" &&
    dpkg-deb --root-owner-group -b "$folder" "$work/older.deb"
}

make_root() {
  rm -rf "$root" && debootstrap --variant=minbase bookworm "$root" "$(debian_mirror)" &&
    rm -f "$root/etc/apt/sources.list" && cp -r /etc/apt/sources.list* /etc/apt/apt.conf.d /etc/apt/preferences.d "$root/etc/apt/" &&
    cp /etc/resolv.conf /etc/hosts "$root/etc/" &&
    mount --bind /proc "$root/proc" && mount --bind /dev "$root/dev" &&
    mount --bind /dev/pts "$root/dev/pts" &&
    inside useradd --create-home --uid 1000 user && inside apt-get -q update
}

install_package() {
  cp "$1" "$root/tmp/canter.deb" &&
    inside apt-get -q -y --no-install-recommends install /tmp/canter.deb
}

answer_in_terminal() {
  echo "What is the capital of France?" | as_user canter-cli chat --temperature 0 --max-tokens 16 |
    tee /dev/stderr | grep -q Paris
}

run_on_baseline_processor() {
  qemu-x86_64 -cpu Opteron_G1 -L "$root" -E CANTER_DATA_DIR="$work/baseline" \
    -E CANTER_RESOURCES="$root/usr/share/canter" "$root/usr/bin/canter-cli" \
    generate --model starter --prompt Hello --max-tokens 8 --threads 1 --json | tee /dev/stderr |
    grep -q '"tokens"'
}

start_display() {
  mkdir -p "$root/tmp/.X11-unix" /tmp/.X11-unix
  mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix" || return 1
  Xvfb :97 -screen 0 1200x800x24 >/dev/null 2>&1 &
  display_pid=$!
  sleep 2
  kill -0 "$display_pid"
}

exported() { as_user canter-cli db export --format json; }

# What a file manager does with a model.
opened=/home/user/model.gguf

# chat_in_window TEXT: types a message into the window and waits until its answer is saved.
chat_in_window() {
  local said=$1 window=''
  as_user env DISPLAY=:97 QT_QUICK_BACKEND=software canter "$opened" &
  local program=$!
  for _ in {1..60}; do
    window=$(DISPLAY=:97 xdotool search --onlyvisible --name Canter 2>/dev/null | tail -n 1)
    [[ -n $window ]] && break
    sleep 0.5
  done
  sleep 3
  DISPLAY=:97 xdotool windowfocus "$window" type --delay 20 "$said"
  DISPLAY=:97 xdotool key Return
  local answered=1
  for _ in {1..60}; do
    sleep 0.5
    if exported | grep -qF "$said" && [[ $(exported | grep -c '"complete"\|"stopped"') -ge 2 ]]; then
      answered=0
      break
    fi
  done
  DISPLAY=:97 import -window root "$work/window.png" 2>/dev/null
  pkill -TERM -f "canter $opened"
  wait "$program"
  return "$answered"
}

older_conversation_is_there() { exported | grep -qF "$1"; }

known_model() { exported | grep -qF "\"$opened\""; }
opens_gguf() {
  inside apt-get -q -y --no-install-recommends install desktop-file-utils shared-mime-info xdg-utils &&
    inside grep -q '^[0-9]*:application/x-gguf:\*\.gguf$' /usr/share/mime/globs2 &&
    [[ $(as_user xdg-mime query default application/x-gguf) == io.github.canter_chat.Canter.desktop ]]
}

put_older_database() {
  local folder=$root/home/user/.local/share/canter
  rm -rf "$folder" && mkdir -p "$folder" && cp tests/data/databases/schema-1.db "$folder/canter.db" &&
    chown -R 1000:1000 "$root/home/user/.local"
}

database_stays() { test -s "$root/home/user/.local/share/canter/canter.db"; }
nothing_else_stays() {
  ! inside sh -c 'ls /usr/bin/canter* /usr/share/canter /usr/share/doc/canter /usr/share/man/man1/canter* 2>/dev/null' |
    grep .
}

mkdir -p "$work"
step "packages for this script" install_packages run package || exit 1
step "build the package" build_package || exit 1
package=$(ls "$PWD"/build/package/canter_*.deb)
note "$(basename "$package"): $(du -h "$package" | cut -f1), installed $(dpkg-deb -f "$package" Installed-Size) kB"
note "depends on $(dpkg-deb -f "$package" Depends)"
step "lintian finds no error" lintian --fail-on error --info "$package"
step "desktop entry is valid" desktop-file-validate packaging/linux/io.github.canter_chat.Canter.desktop
step "AppStream metadata is valid" appstreamcli validate --no-net \
  build/package/packaging/linux/io.github.canter_chat.Canter.metainfo.xml
step "a fresh Debian 12" make_root || exit 1

step "an older package" repack_as 0.0.9-1
since=$(date +%s.%N)
step "install the older package, with all that it needs" install_package "$work/older.deb" || exit 1
step "first answer in the terminal" answer_in_terminal
note "from package to first answer: $(printf '%.1f' "$(bc <<<"$(date +%s.%N) - $since")") s"
put_older_database
note "a database of the first schema is in place"
step "upgrade" install_package "$package"
step "conversations of the older database are there" older_conversation_is_there "I want to book a table for two"
step "answer on a processor with nothing beyond x86-64" run_on_baseline_processor
step "a display" start_display
cp "$root/usr/share/canter/starter/starter-f32.gguf" "$root$opened"
step "a GGUF file opened in the window answers, and the answer is kept" \
  chat_in_window "Find me somewhere to eat"
step "the model was added to those that Canter knows" known_model
step "desktops open GGUF files with Canter" opens_gguf
step "remove" inside apt-get -q -y remove canter
step "conversations stay" database_stays
step "nothing else stays" nothing_else_stays
exit $((failed > 0))
