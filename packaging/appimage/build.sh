#!/usr/bin/env bash
# Makes an AppImage in build/appimage. Needs linuxdeploy and linuxdeploy-plugin-qt on the PATH (both
# are AppImages of https://github.com/linuxdeploy), and a distribution as old as the oldest that the
# result is to run on.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. packaging/common.sh

for tool in linuxdeploy linuxdeploy-plugin-qt; do
  if ! command -v "$tool" >/dev/null; then
    echo "$tool is not on the PATH; get it from https://github.com/linuxdeploy and try again" >&2
    exit 1
  fi
done

install_packages run
configure_package
cmake --build --preset package
folder=$PWD/build/appimage
rm -rf "$folder"
mkdir -p "$folder"
DESTDIR=$folder/AppDir cmake --install build/package --strip

cd "$folder"
QMAKE=$(command -v qmake6)
export QMAKE QML_SOURCES_PATHS=../../ui
export EXTRA_QT_PLUGINS="svg;waylandcompositor" EXTRA_PLATFORM_PLUGINS="libqwayland-generic.so"
version=$(sed -n 's/^set(CPACK_PACKAGE_VERSION "\(.*\)")/\1/p' ../package/CPackConfig.cmake)
export LDAI_OUTPUT=Canter-$version-x86_64.AppImage
linuxdeploy --appdir AppDir --plugin qt --output appimage \
  --desktop-file AppDir/usr/share/applications/io.github.canter_chat.Canter.desktop
sha256sum "$LDAI_OUTPUT" >"$LDAI_OUTPUT.sha256"
