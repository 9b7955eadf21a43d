#!/usr/bin/env bash
# Installs what Canter needs, builds it and starts it with the starter model: the window, or the
# chat in the terminal where there is no display. Arguments are passed on to the program.
set -euo pipefail
called_from=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. packaging/common.sh

# Standard output belongs to the program.
{
  install_packages run
  configure release -DCANTER_TESTS=OFF
  cmake --build --preset release --target canter canter-cli
} >&2

programs=$PWD/build/release/bin
cd "$called_from"
if [[ -n ${DISPLAY:-} || -n ${WAYLAND_DISPLAY:-} ]]; then
  command=("$programs/canter")
else
  command=("$programs/canter-cli" chat)
fi
if [[ " $* " != *" --model"[\ =]* ]]; then
  command+=(--model starter)
fi
exec "${command[@]}" "$@"
