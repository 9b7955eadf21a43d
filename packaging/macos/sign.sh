#!/usr/bin/env bash
# Signs a disk image's application with the hardened runtime and has Apple notarise the image:
#   packaging/macos/sign.sh Canter.app        before it goes into the image
#   packaging/macos/sign.sh Canter.dmg        afterwards
# Uses MACOS_IDENTITY (of the certificate), and for notarising MACOS_NOTARY_USER,
# MACOS_NOTARY_PASSWORD and MACOS_NOTARY_TEAM. What has no secrets is skipped, and that is said.
set -euo pipefail
what=$1
here=$(dirname "${BASH_SOURCE[0]}")

if [[ -z ${MACOS_IDENTITY:-} ]]; then
  echo "NOTICE: MACOS_IDENTITY is not set: $what is not signed, and macOS will warn of it."
  exit 0
fi
if [[ $what == *.app ]]; then
  find "$what" \( -name '*.dylib' -o -name '*.framework' \) -print0 |
    xargs -0 -n1 codesign --force --timestamp --options runtime --sign "$MACOS_IDENTITY"
  codesign --force --timestamp --options runtime --entitlements "$here/entitlements.plist" \
    --sign "$MACOS_IDENTITY" "$what"
  codesign --verify --deep --strict "$what"
  exit
fi
codesign --force --timestamp --sign "$MACOS_IDENTITY" "$what"
if [[ -z ${MACOS_NOTARY_USER:-} || -z ${MACOS_NOTARY_PASSWORD:-} || -z ${MACOS_NOTARY_TEAM:-} ]]; then
  echo "NOTICE: no secrets for notarising: $what is signed and not notarised."
  exit 0
fi
xcrun notarytool submit "$what" --wait --apple-id "$MACOS_NOTARY_USER" \
  --password "$MACOS_NOTARY_PASSWORD" --team-id "$MACOS_NOTARY_TEAM"
xcrun stapler staple "$what"
