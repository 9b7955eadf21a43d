#!/usr/bin/env bash
# For whoever publishes newer catalogues; packaging/README.md says how programs come to take them.
#   packaging/sign-catalogue.sh --new-key KEY.pem    # a key; KEY.pem.pub is its public half
#   packaging/sign-catalogue.sh KEY.pem FOLDER       # resources/catalogue.json with its signature
set -euo pipefail

usage() { sed -n '3,4s/^# *//p' "$0" >&2; exit 2; }

if [[ ${1:-} == --new-key ]]; then
  key=${2:-}
  [[ -n $key ]] || usage
  [[ -e $key ]] && { echo "$key is there already; choose another file" >&2; exit 2; }
  (umask 077 && openssl genpkey -algorithm ED25519 -out "$key")
  openssl pkey -in "$key" -pubout -out "$key.pub"
  echo "$key signs; keep it where nobody else gets it, and never lose it"
  echo "$key.pub is for CANTER_CATALOGUE_KEY"
  exit
fi
[[ $# == 2 ]] || usage
key=$1 folder=$2
catalogue=$(cd "$(dirname "$0")/../resources" && pwd)/catalogue.json
mkdir -p "$folder"
cp "$catalogue" "$folder/catalogue.json"
openssl pkeyutl -sign -rawin -inkey "$key" -in "$folder/catalogue.json" | base64 -w 0 \
  > "$folder/catalogue.json.sig"
echo >> "$folder/catalogue.json.sig"
echo "publish $folder/catalogue.json and $folder/catalogue.json.sig side by side"
