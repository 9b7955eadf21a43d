#!/usr/bin/env bash
# Cross-compiles the core and the terminal program for Windows and does with them, under Wine, what
# people do: run the core's tests, install, answer, chat, install anew, remove. The window is not
# part of it, since Debian has no Qt for Windows. Prints a line for each step and exits with 1 when
# one failed. Installs what it needs.
#   packaging/windows/try.sh
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit
# shellcheck source=packaging/common.sh
. packaging/common.sh
work=$PWD/build/try-windows
rm -rf "$work"
mkdir -p "$work"
# shellcheck source=packaging/steps.sh
. packaging/steps.sh
export WINEPREFIX=$work/wine
wine=packaging/windows/wine.sh
user=$WINEPREFIX/drive_c/users/$(id -un)
installed=$user/AppData/Local/Programs/Canter
data="$user/Ä 中 data"

build_for_windows() {
  configure windows && cmake --build --preset windows
}

package() {
  rm -f build/windows/canter-*.exe && (cd build/windows && cpack -G NSIS)
}

install_silently() {
  "$wine" build/windows/canter-*-win64.exe /S && [[ -f $installed/bin/canter-cli.exe ]]
}

install_again() { install_silently && saved; }

cli() {
  CANTER_DATA_DIR=$(windows_path "$data") "$wine" "$installed/bin/canter-cli.exe" "$@"
}

windows_path() { "$wine" winepath -w "$1" | tr -d '\r\n'; }

answer() {
  cli generate --model starter --prompt Hello --max-tokens 16 --json >"$work/windows.json" &&
    jq -e '.tokens | length > 0' "$work/windows.json"
}

# With the same kernels and seed, as the program for Linux.
same_text() {
  configure core-only && cmake --build --preset core-only --target canter-cli &&
    build/core-only/bin/canter-cli generate --model starter --prompt Hello --max-tokens 16 --json >"$work/linux.json" &&
    diff <(jq -S .text "$work/linux.json") <(jq -S .text "$work/windows.json")
}

chat() {
  printf '%s\n' "Ä 中 question" | cli chat && saved
}

saved() {
  [[ $(sqlite3 "$data/canter.db" "SELECT count(*) FROM messages WHERE content = 'Ä 中 question' OR status = 'complete'") == 2 ]]
}

copied_model() {
  mkdir -p "$user/mödel 中" &&
    cp resources/starter/starter-f32.gguf "$user/mödel 中/a model.gguf" &&
    cli generate --model "$(windows_path "$user/mödel 中/a model.gguf")" --prompt Hello --max-tokens 4
}

associated() {
  "$wine" reg query 'HKCU\Software\Classes\.gguf\OpenWithProgids' /v Canter.gguf
}

remove() {
  "$wine" "$installed/Uninstall.exe" /S "_?=$(windows_path "$installed")" &&
    [[ ! -e $installed/bin/canter-cli.exe ]] && ! associated && saved
}

step "install what is needed" install_packages run test windows
step "build the libraries" packaging/windows/libraries.sh
step "build" build_for_windows
step "run the core's tests" ctest --preset windows
step "make the installer" package
step "install for one user" install_silently
step "answer" answer
step "the text is that of Linux" same_text
step "open a model in a folder with spaces and other letters" copied_model
step "chat, and find the message in a database in such a folder" chat
step "GGUF files are offered to Canter" associated
step "install over it, and find the conversation" install_again
step "remove the program, and find the conversation" remove
exit $((failed > 0))
