#!/usr/bin/env bash
# Kills the window at random moments while somebody types, under Xvfb, and looks at what is left:
#   tests/crash/window.sh BUILD_FOLDER [KILLS [MODEL [SEED]]]
# Needs xvfb and xdotool. CANTER_WINDOW: another program than the folder's own.
set -euo pipefail

build=${1:?build folder, as build/release} kills=${2:-40} model=${3:-starter} seed=${4:-1}

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME=$home XDG_RUNTIME_DIR=$home QT_QUICK_BACKEND=software LC_ALL=C.UTF-8
chmod 700 "$home"
xvfb-run -a -s "-screen 0 1400x1000x24" "$build/bin/canter-crash-harness" --phase window \
  --window "${CANTER_WINDOW:-$build/bin/canter}" --kills "$kills" --model "$model" --seed "$seed"
