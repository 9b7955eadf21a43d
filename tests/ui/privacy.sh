#!/usr/bin/env bash
# The window lives for some seconds with a model open, and opens no way out of the computer:
#   privacy.sh WITHOUT_NETWORK CANTER
set -u

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
timeout 4 "$1" "$2" --data-dir "$folder"
status=$?
((status == 77)) && exit 77       # it cannot be watched here
[[ -f $folder/canter.db ]] || exit 1
((status == 124))                 # still there when its time was up
