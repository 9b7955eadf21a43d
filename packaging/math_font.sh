#!/usr/bin/env bash
# Brings TeX Gyre Pagella Math, the font that formulas are set in, into FOLDER and prints where it
# lies: for systems that have no package of it. It comes out of Debian's (GUST Font License).
#   packaging/math_font.sh FOLDER
set -euo pipefail
folder=${1:?folder for the font}

package=https://deb.debian.org/debian/pool/main/t/tex-gyre/fonts-texgyre-math_20180621-6_all.deb
sum=e038d58c66f907173319ffa994a9dce8a88f3c409dec80efeaf24f51d037a9d9
font=usr/share/texmf/fonts/opentype/public/tex-gyre-math/texgyrepagella-math.otf

mkdir -p "$folder"
cd "$folder"
if [[ ! -f $font ]]; then
  curl --fail --location --silent --show-error --retry 3 --output math.deb "$package"
  [[ $(cmake -E sha256sum math.deb) == "$sum "* ]] || { echo "$package is not the file it should be" >&2 && exit 1; }
  cmake -E tar xf math.deb
  cmake -E tar xf data.tar.xz "./$font"
fi
echo "$PWD/$font"
