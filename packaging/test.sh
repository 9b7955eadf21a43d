#!/usr/bin/env bash
# Installs what the tests need, then builds and runs them: all of them under sanitizers with
# assertions and with warnings as errors; those of all but the window once more as people get the
# programs, optimised, and without Qt; those of the kernels for 64-bit Arm under emulation. Brings
# SmolLM2 for the tests that want a real model; where it cannot be had, they are skipped. Ends with
# what failed tests printed and with the sum: "N passed, N failed". Exits with 1 when anything
# failed, a build included.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. packaging/common.sh

export QT_QPA_PLATFORM=offscreen
export UBSAN_OPTIONS=print_stacktrace=1
passed=0
failed=0
scratch=$(mktemp -d)

finish() {
  [[ ! -s $scratch/failures ]] || cat "$scratch/failures"
  rm -rf "$scratch"
  echo "$passed passed, $failed failed"
}
trap finish EXIT

note_failure() {
  echo "FAILED: $1" | tee -a "$scratch/failures"
  failed=$((failed + 1))
}

build() {
  echo "== $1: build"
  configure "$1" && cmake --build --preset "$1"
}

# The number in an attribute of a JUnit report's first element.
reported() {
  grep -m1 -o "$1=\"[0-9]*\"" "$2" | tr -dc 0-9
}

# The failed tests of a JUnit report and the ends of what they printed.
describe_failures() {
  awk -v preset="$1" '
    /<testcase .*status="fail"/ { failed = 1; name = $0; sub(/.*<testcase name="/, "", name); sub(/".*/, "", name) }
    failed { printed[lines++] = $0 }
    failed && /<\/testcase>/ {
      print "FAILED: " preset ": " name
      for (i = lines > 60 ? lines - 60 : 0; i < lines; ++i) print "  " printed[i]
      failed = lines = 0
    }' "$2"
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
  describe_failures "$preset" "$report" >>"$scratch/failures"
  if ((status != 0 && failures == 0)); then note_failure "ctest of $preset, exit code $status"; fi
}

build_and_test() {
  if build "$1"; then
    run_tests "$1"
  else
    note_failure "the build of $1"
  fi
}

if ! install_packages run test; then
  note_failure "installing packages"
  exit 1
fi
CANTER_TEST_SMOLLM2=$(bash packaging/first_model.sh || true)
export CANTER_TEST_SMOLLM2
export CANTER_DATA_DIR=$scratch/data  # from here on never that of whoever runs this
build_and_test asan
build_and_test core-only
build_and_test neon
((failed == 0 && passed > 0))
