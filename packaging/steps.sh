# shellcheck shell=bash
# For scripts that try a package: they have set $work, a folder.

: "${work:?}"
failed=0

# step WHAT COMMAND...: says whether that went well, and what it printed if not.
step() {
  local what=$1
  shift
  if "$@" >"$work/step.log" 2>&1; then
    echo "ok      $what"
  else
    echo "FAILED  $what"
    tail -n 30 "$work/step.log" | sed 's/^/        /'
    failed=$((failed + 1))
    return 1
  fi
}

note() { echo "        $*"; }
