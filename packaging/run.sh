#!/usr/bin/env bash
# Installs what Canter needs, builds it, brings SmolLM2 and starts: the window, or the chat in the
# terminal where there is no display. Arguments are passed on to the program; one that names a
# model has nothing brought.
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

project=$PWD
cd "$called_from"
if [[ " $* " != *" --model"[\ =]* ]] && ! bash "$project/packaging/first_model.sh" >/dev/null; then
  echo "SmolLM2 could not be fetched. The starter model takes its place: it is small, knows bookings," \
    "small talk and Canter's own help, and invents every fact. For a model that can answer, start" \
    "this again with a network, or with --model FILE.gguf." >&2
fi
if [[ -n ${DISPLAY:-} || -n ${WAYLAND_DISPLAY:-} ]]; then
  command=("$project/build/release/bin/canter")
else
  command=("$project/build/release/bin/canter-cli" chat)
fi
exec "${command[@]}" "$@"
