#!/usr/bin/env bash
# Signs resources/catalogue.json for those who refresh it; its "issued" has to be a later day than
# before. The key stays with whoever publishes the catalogue, its public half is in resources/:
#   packaging/sign-catalogue.sh KEY.pem
#   packaging/sign-catalogue.sh --new-key KEY.pem    # makes one; older programs then take no newer
#                                                    # catalogue
set -euo pipefail

resources=$(cd "$(dirname "$0")/../resources" && pwd)
if [[ ${1:-} == --new-key ]]; then
  key=${2:?file for the new key}
  [[ -e $key ]] && { echo "$key is there already; choose another file" >&2; exit 2; }
  (umask 077 && openssl genpkey -algorithm ED25519 -out "$key")
  openssl pkey -in "$key" -pubout -out "$resources/catalogue.pub"
fi
key=${2:-${1:?file with the key}}
signature=$(mktemp)
trap 'rm -f "$signature"' EXIT
openssl pkeyutl -sign -rawin -inkey "$key" -in "$resources/catalogue.json" -out "$signature"
openssl pkeyutl -verify -rawin -pubin -inkey "$resources/catalogue.pub" \
  -in "$resources/catalogue.json" -sigfile "$signature" >/dev/null ||
  { echo "the key is not that of resources/catalogue.pub; take the right one" >&2; exit 2; }
base64 -w 0 "$signature" > "$resources/catalogue.json.sig"
echo >> "$resources/catalogue.json.sig"
echo "resources/catalogue.json.sig is new; publish it with the catalogue"
