#!/usr/bin/env bash
# Makes one application for both processors out of two that were built on one each:
#   packaging/macos/universal.sh ARM/Canter.app INTEL/Canter.app OUT/Canter.app
# LIPO names another lipo, such as llvm-lipo.
set -euo pipefail
arm=$1 intel=$2 out=$3
lipo=${LIPO:-lipo}

rm -rf "$out"
mkdir -p "$(dirname "$out")"
cp -R "$arm" "$out"
(cd "$arm" && find . -type f) | while read -r file; do
  "$lipo" -archs "$arm/$file" >/dev/null 2>&1 || continue
  if [[ ! -f $intel/$file ]]; then
    echo "universal.sh: $intel has no $file; build both from the same sources and libraries" >&2
    exit 1
  fi
  "$lipo" -create "$arm/$file" "$intel/$file" -output "$out/$file"
done
