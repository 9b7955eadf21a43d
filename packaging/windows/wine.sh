#!/bin/sh
# Runs a program for Windows, quietly, with a Windows of its own.
export LC_ALL=C.UTF-8
export WINEPREFIX="${WINEPREFIX:-${TMPDIR:-/tmp}/canter-wine}" WINEDEBUG="${WINEDEBUG:--all}"
wine=$(command -v wine64 || echo /usr/lib/wine/wine64)
exec "$wine" "$@"
