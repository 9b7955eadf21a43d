#!/usr/bin/env bash
# Installs what the tests need, builds everything and runs all tests, then all of them under
# sanitizers, then tries the terminal program built without Qt, then runs the tests of the kernels
# for 64-bit Arm under emulation. The last line is the sum: "N passed, N failed". Exits with 1 when
# anything failed, a build included.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. packaging/common.sh

export QT_QPA_PLATFORM=offscreen
export UBSAN_OPTIONS=print_stacktrace=1
passed=0
failed=0
scratch=$(mktemp -d)
export CANTER_DATA_DIR=$scratch/data  # never that of whoever runs this

finish() {
  rm -rf "$scratch"
  echo "$passed passed, $failed failed"
}
trap finish EXIT

note_failure() {
  echo "FAILED: $1"
  failed=$((failed + 1))
}

# build PRESET [TARGET...]
build() {
  local preset=$1
  shift
  echo "== $preset: build"
  configure "$preset" && cmake --build --preset "$preset" ${1:+--target "$@"}
}

# The number in an attribute of a JUnit report's first element.
reported() {
  grep -m1 -o "$1=\"[0-9]*\"" "$2" | tr -dc 0-9
}

# Runs the tests of a preset and adds up what its report says.
run_tests() {
  local preset=$1 report="$scratch/$1.xml" status=0 tests failures
  echo "== $preset: tests"
  ctest --preset "$preset" -j2 --no-tests=error --output-junit "$report" || status=$?
  if [[ ! -s $report ]]; then
    note_failure "the tests of $preset left no report"
    return
  fi
  tests=$(reported tests "$report")
  failures=$(reported failures "$report")
  passed=$((passed + tests - failures - $(reported disabled "$report") - $(reported skipped "$report")))
  failed=$((failed + failures))
  if ((status != 0 && failures == 0)); then note_failure "ctest of $preset, exit code $status"; fi
}

build_and_test() {
  if build "$1"; then
    run_tests "$1"
  else
    note_failure "the build of $1"
  fi
}

# A few tokens from the starter model, by the program that knows no Qt.
try_terminal_program() {
  echo "== core-only: a short answer"
  build/core-only/bin/canter-cli generate --model starter --prompt Hello --max-tokens 8 --json |
    grep '"tokens"'
}

if ! install_packages run test; then
  note_failure "installing packages"
  exit 1
fi
build_and_test dev
build_and_test asan
if build core-only canter-cli; then
  if try_terminal_program; then passed=$((passed + 1)); else note_failure "a short answer"; fi
else
  note_failure "the build of core-only"
fi
build_and_test neon
((failed == 0 && passed > 0))
